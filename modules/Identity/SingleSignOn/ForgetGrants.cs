using Anmin.Identity.SingleSignOn.Logout;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Settings;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.SingleSignOn;

/// <summary>Deletes grants, with their refresh tokens, that are older than any refresh token may live, and notices long settled.</summary>
internal sealed class ForgetGrants(AnminDb db, SettingBook settings, TimeProvider clock) : IUseCase<ForgetGrants.Request, ForgetGrants.Reply>
{
    public sealed record Request;

    public sealed record Reply(int Grants);

    public Permission Permission => IdentityPermissions.RotateKeys;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var old = clock.GetUtcNow().AddDays(-1 - settings.Number(SsoSettings.RefreshDays));
        await db.Set<LogoutNotice>().Where(n => n.DoneAt != null && n.DoneAt < old).ExecuteDeleteAsync(ct);
        return new Reply(await db.Set<SignOnGrant>().Where(g => g.CreatedAt < old).ExecuteDeleteAsync(ct));
    }
}
