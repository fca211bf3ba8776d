using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Sessions;

/// <summary>强制退出: an administrator ends somebody's session; the next request of that browser, on whatever node, is nobody's.</summary>
internal sealed class EndSession(AnminDb db, SessionDesk desk) : IUseCase<EndSession.Request, Done>
{
    public sealed record Request(Guid SessionId, string Reason) : IHasReason;

    public Permission Permission => IdentityPermissions.EndSessions;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request.Reason)) return KernelProblems.Required("reason", "原因");
        if (await db.Set<Session>().SingleOrDefaultAsync(s => s.Id == request.SessionId, ct) is not { } session) return KernelProblems.NotFound;
        desk.End(session, SessionEnd.Revoked);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<EndSession, Request, Done>("/sessions/end");
}
