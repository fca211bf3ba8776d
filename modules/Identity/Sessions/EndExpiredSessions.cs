using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Identity.Sessions;

/// <summary>Ends what time has ended, and what belongs to somebody who may no longer get in. At the door they are refused before that; this tells the others.</summary>
internal sealed class EndExpiredSessions(AnminDb db, SessionDoor door, SessionDesk desk, IStaffDirectory staff, TimeProvider clock) : IUseCase<EndExpiredSessions.Request, EndExpiredSessions.Reply>
{
    public const int AtOnce = 500;

    public sealed record Request;

    public sealed record Reply(int Ended);

    public Permission Permission => IdentityPermissions.EndSessions;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var over = await OverAsync(ct);
        foreach (var (session, reason) in over) desk.End(session, reason);
        return new Reply(over.Count);
    }

    internal async Task<IReadOnlyList<(Session Session, string Reason)>> OverAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var open = await db.Set<Session>().Where(s => s.EndedAt == null).OrderBy(s => s.LastSeenAt).Take(20 * AtOnce).ToListAsync(ct);
        return [.. open.Select(s => (Session: s, Reason: staff.ActorOf(s.StaffId) is null ? SessionEnd.Barred : door.OverdueFor(s, now))).Where(s => s.Reason is not null).Take(AtOnce).Select(s => (s.Session, s.Reason!))];
    }
}

/// <summary>Comes round every half minute; leaves a trace only where something was over.</summary>
internal sealed class SessionSweep(IServiceScopeFactory scopes) : IJob
{
    public string Name => "identity.sessions";

    public string Label => "结束过期的登录";

    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public Task RunAsync(Lease lease, CancellationToken ct) => scopes.AsSystemAsync(async services =>
    {
        var ending = services.GetRequiredService<EndExpiredSessions>();
        if ((await ending.OverAsync(ct)).Count == 0) return;
        await services.GetRequiredService<Gate>().RunAsync(ending, new EndExpiredSessions.Request(), ct: ct);
    });
}
