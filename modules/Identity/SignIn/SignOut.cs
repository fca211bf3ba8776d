using Anmin.Identity.Sessions;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.SignIn;

/// <summary>Ends the session at hand; the page takes the cookie away.</summary>
internal sealed class SignOut(AnminDb db, CurrentSession present, SessionDesk desk) : IUseCase<SignOut.Request, Done>
{
    public sealed record Request;

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (present.Session is { } here && await db.Set<Session>().SingleOrDefaultAsync(s => s.Id == here.Id, ct) is { } session) desk.End(session, SessionEnd.Left);
        return Done.It;
    }
}
