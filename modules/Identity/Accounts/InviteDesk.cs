using Anmin.Identity.Passwords;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Settings;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Accounts;

/// <summary>Hands out the first proof of an account: a link, or a temporary password. What was handed out before is void.</summary>
internal sealed class InviteDesk(AnminDb db, PersonalVault vault, PasswordDesk passwords, SettingBook settings, CurrentActor current, TimeProvider clock)
{
    public async Task<Invite> IssueAsync(Account account, bool asPassword, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.Set<Invite>().Where(i => i.AccountId == account.Id && i.UsedAt == null).ExecuteDeleteAsync(ct);
        var invite = new Invite { AccountId = account.Id, IssuedBy = current.Actor.Id, IssuedAt = now, ExpiresAt = now + TimeSpan.FromHours(settings.Number(AccountSettings.InviteLife)), IsPassword = asPassword };
        if (asPassword) account.GivePassword(passwords.Hash(account, InviteSecret.Password(vault, invite.Id)), now, invite.ExpiresAt);
        db.Add(invite);
        return invite;
    }
}
