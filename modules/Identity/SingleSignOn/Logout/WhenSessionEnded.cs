using Anmin.Contracts.Identity;
using Anmin.Identity.Clients;
using Anmin.Kernel.Data;
using Anmin.Kernel.Messages;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.SingleSignOn.Logout;

/// <summary>
/// A session is over: what was granted in it ends, and the systems that asked to be told are told. A grant for offline use outlives an ordinary
/// leaving, but not an administrator's word.
/// </summary>
internal sealed class WhenSessionEnded(AnminDb db, ClientBook clients, TimeProvider clock) : IReaction<SessionEnded>
{
    public async Task HandleAsync(SessionEnded fact, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var grants = await db.Set<SignOnGrant>().Where(g => g.SessionId == fact.SessionId).ToListAsync(ct);
        foreach (var grant in grants.Where(g => g.RevokedAt is null && (!g.Allows(SsoScopes.Offline) || fact.Reason is "revoked" or "barred")))
            (grant.RevokedAt, grant.RevokeReason) = (now, "session");
        var told = await db.Set<LogoutNotice>().Where(n => n.SessionId == fact.SessionId).Select(n => n.ClientId).ToListAsync(ct);
        foreach (var client in grants.Where(g => g.CodeUsedAt is not null).Select(g => g.ClientId).Distinct().Except(told).Where(c => clients.Find(c)?.BackChannel is not null))
            db.Add(new LogoutNotice { ClientId = client, StaffId = fact.StaffId, SessionId = fact.SessionId, NextAt = now });
    }
}
