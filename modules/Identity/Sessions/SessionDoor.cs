using Anmin.Contracts.Identity;
using Anmin.Kernel.Data;
using Anmin.Kernel.Settings;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Sessions;

/// <summary>Asked on every request with a cookie: whether that session still stands. One row by its key; written to at most once a minute.</summary>
internal sealed class SessionDoor(AnminDb db, WriteTurn turn, CurrentSession current, SettingBook settings, IStaffDirectory staff, TimeProvider clock)
{
    /// <summary>How stale "last seen" may be; so much earlier at most an idle session ends.</summary>
    public static readonly TimeSpan Touch = TimeSpan.FromMinutes(1);

    /// <returns>True where the session stands; it is then the current one.</returns>
    public async Task<bool> OpenAsync(Guid id, Guid ticket, CancellationToken ct)
    {
        var session = await db.Set<Session>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct);
        if (session is null || session.EndedAt is not null || session.Ticket != ticket) return false;
        var now = clock.GetUtcNow();
        if (OverdueFor(session, now) is not null || staff.ActorOf(session.StaffId) is null) return false;
        if (now - session.LastSeenAt >= Touch) await TouchAsync(session, now, ct);
        current.Session = session;
        return true;
    }

    /// <returns>Why its time is over, or null.</returns>
    public string? OverdueFor(Session session, DateTimeOffset now)
        => now - session.BeganAt >= TimeSpan.FromHours(settings.Number(SessionSettings.Longest)) ? SessionEnd.Age
            : now - session.LastSeenAt >= IdleOf(session) ? SessionEnd.Idle : null;

    public TimeSpan IdleOf(Session session) => settings.Minutes(InField(session.StaffId) ? SessionSettings.FieldIdle : SessionSettings.Idle);

    /// <summary>Somebody whose work is where there may be no network; their browser keeps the cookie when it is closed.</summary>
    public bool InField(string staffId) => staff.ActorOf(staffId)?.May(IdentityPermissions.KeepFieldSession) is true;

    private async Task TouchAsync(Session session, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            using var held = await turn.WaitAsync(ct);
            await db.Set<Session>().Where(s => s.Id == session.Id && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now), ct);
            session.LastSeenAt = now;
        }
        catch (Exception e) when (db.IsAway(e))
        {
            // what the person came for matters more; the next request touches it
        }
    }
}
