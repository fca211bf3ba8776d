using Anmin.Contracts.Identity;
using Anmin.Identity.SignInLog;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Sessions;

/// <summary>
/// Begins and ends sessions inside a use case: the row, the line in the sign-in log and the fact that leaves the room are one commit.
/// Every way of signing in comes through <see cref="BeginAsync"/>; the page then gives the cookie with <c>SessionCookie.BeginAsync</c>.
/// </summary>
internal sealed class SessionDesk(AnminDb db, CommandContext context, CurrentActor current, CurrentSession present, SettingBook settings, SignInLedger ledger, IHttpContextAccessor http, TimeProvider clock)
{
    /// <summary>A new session with a new id; the one this browser had before is over. Where a person has too many, the oldest go or the new one is refused, as the settings say.</summary>
    /// <returns>The session, or <c>identity.session.full</c>.</returns>
    public async Task<Outcome<Session>> BeginAsync(string staffId, string methods, CancellationToken ct)
    {
        var here = present.Session?.Id;
        if (methods != Proof.Demonstration && await RoomForAsync(staffId, here, ct) is { } full) return full;
        if (here is not null && await db.Set<Session>().SingleOrDefaultAsync(s => s.Id == here && s.EndedAt == null, ct) is { } former) End(former, SessionEnd.Replaced);
        var now = clock.GetUtcNow();
        var session = new Session
        {
            StaffId = staffId,
            BeganAt = now,
            LastSeenAt = now,
            ProvedAt = now,
            Methods = methods,
            Device = current.Actor.Device,
            Agent = AgentWords.Of(http.HttpContext?.Request.Headers.UserAgent.ToString()),
        };
        db.Add(session);
        ledger.Note(SignInResult.Entered, staffId, null, methods, session.Id);
        return session;
    }

    /// <summary>The person proved themselves again: a new ticket, which the page must give as the cookie. Other systems know the session by its id, and notice nothing.</summary>
    public void Renew(Session session, string method)
        => (session.ProvedAt, session.Ticket, session.Methods) = (clock.GetUtcNow(), Guid.NewGuid(), Proof.And(session.Methods, method));

    /// <summary>Null while the proof of the session at hand is fresh enough to change how one gets in.</summary>
    public Problem? StaleProof()
        => present.Session is { } session && clock.GetUtcNow() - session.ProvedAt < settings.Minutes(SessionSettings.Fresh) ? null : IdentityProblems.ProveFirst;

    /// <summary>Ends it, unless it has ended already.</summary>
    public void End(Session session, string reason)
    {
        if (session.EndedAt is not null) return;
        (session.EndedAt, session.EndReason) = (clock.GetUtcNow(), reason);
        ledger.Note(SignInResult.Ended, session.StaffId, null, reason, session.Id, session.Device);
        context.Announce(new SessionEnded(session.Id, session.StaffId, reason));
    }

    /// <summary>Everywhere this person is signed in, but for one place where it is named.</summary>
    /// <returns>How many sessions ended.</returns>
    public async Task<int> EndAllAsync(string staffId, string reason, CancellationToken ct, Guid? except = null)
    {
        var open = await db.Set<Session>().Where(s => s.StaffId == staffId && s.EndedAt == null && s.Id != except).ToListAsync(ct);
        foreach (var session in open) End(session, reason);
        return open.Count;
    }

    private async Task<Problem?> RoomForAsync(string staffId, Guid? here, CancellationToken ct)
    {
        var most = (int)settings.Number(SessionSettings.Most);
        var open = await db.Set<Session>().Where(s => s.StaffId == staffId && s.EndedAt == null && s.Id != here).OrderBy(s => s.LastSeenAt).ToListAsync(ct);
        if (open.Count < most) return null;
        if (!settings.On(SessionSettings.Replace)) return IdentityProblems.SessionsFull(most);
        foreach (var oldest in open.Take(open.Count - most + 1)) End(oldest, SessionEnd.Replaced);
        return null;
    }
}
