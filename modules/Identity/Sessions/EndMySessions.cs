using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Sessions;

/// <summary>Somebody ends one of their own sessions, or all but the one they sit at.</summary>
internal sealed class EndMySessions(AnminDb db, CurrentActor current, CurrentSession present, SessionDesk desk) : IUseCase<EndMySessions.Request, EndMySessions.Reply>
{
    /// <param name="SessionId">One of one's own; null ends all others.</param>
    public sealed record Request(Guid? SessionId = null);

    public sealed record Reply(int Ended);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var mine = current.Actor.Id;
        if (request.SessionId is not { } one) return new Reply(await desk.EndAllAsync(mine, SessionEnd.Revoked, ct, present.Session?.Id));
        // not theirs and not there answer alike
        if (await db.Set<Session>().SingleOrDefaultAsync(s => s.Id == one && s.StaffId == mine, ct) is not { } session) return KernelProblems.NotFound;
        if (session.EndedAt is not null) return new Reply(0);
        desk.End(session, SessionEnd.Revoked);
        return new Reply(1);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<EndMySessions, Request, Reply>("/me/sessions/end");
}
