using Anmin.Contracts.Identity;
using Anmin.Identity.Passkeys;
using Anmin.Identity.People;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Accounts;

/// <summary>账号: who has one and in what state, and who has none yet. By id, paged by key.</summary>
internal sealed class FindAccounts(AnminDb db, IStaffDirectory staff, TimeProvider clock) : IQuestion<FindAccounts.Request, FindAccounts.Reply>
{
    public const int PageSize = 50;

    /// <param name="Who">Id, a piece of the name, or the user name.</param>
    /// <param name="Only"><c>with</c> or <c>without</c> an account; everybody where null.</param>
    /// <param name="After">Staff id of the last row seen.</param>
    public sealed record Request(string? Who = null, string? Only = null, string? After = null);

    public sealed record Row(string StaffId, string Name, string Post, string? Institution, Guid? AccountId, string? Login, bool HasPassword, bool MustChange, bool HasTotp, int Passkeys, bool Locked, bool Barred, DateTimeOffset? LastEnteredAt);

    /// <param name="Next">For the next page's <c>After</c>; null on the last.</param>
    public sealed record Reply(IReadOnlyList<Row> Rows, string? Next);

    public Permission Permission => IdentityPermissions.ManageAccounts;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var people = db.Set<Staff>().AsNoTracking().Where(s => s.Active || db.Set<Account>().Any(a => a.StaffId == s.Id)).Select(s => new { s.Id, s.Name });
        if (!string.IsNullOrWhiteSpace(request.Who))
        {
            var (who, key) = (request.Who.Trim(), UserName.Key(request.Who));
            people = people.Where(s => s.Id == who || s.Name.Contains(who) || db.Set<Account>().Any(a => a.StaffId == s.Id && a.LoginKey == key));
        }
        if (request.Only == "with") people = people.Where(s => db.Set<Account>().Any(a => a.StaffId == s.Id));
        if (request.Only == "without") people = people.Where(s => !db.Set<Account>().Any(a => a.StaffId == s.Id));
        if (request.After is { Length: > 0 } after) people = people.Where(s => s.Id.CompareTo(after) > 0);
        var page = await people.OrderBy(s => s.Id).Take(PageSize + 1).Select(s => s.Id).ToListAsync(ct);
        // the built-in administrator is in no list of staff
        List<string> ids = [.. request is { After: null or "", Who: null or "", Only: not "without" } ? (string[])[StaffActor.BuiltIn.Id] : [], .. page.Take(PageSize)];
        var accounts = await db.Set<Account>().AsNoTracking().Where(a => ids.Contains(a.StaffId)).ToDictionaryAsync(a => a.StaffId, ct);
        var held = accounts.Values.Select(a => a.Id).ToList();
        var keys = await db.Set<Passkey>().Where(p => held.Contains(p.AccountId)).GroupBy(p => p.AccountId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return new Reply([.. ids.Select(id => RowOf(id, accounts.GetValueOrDefault(id), keys))], page.Count > PageSize ? page[PageSize - 1] : null);
    }

    private Row RowOf(string id, Account? account, Dictionary<Guid, int> keys)
    {
        var person = staff.Find(id);
        return new(id, person?.Name ?? id, person?.Post ?? "", person?.InstitutionName, account?.Id, account?.Login, account?.PasswordHash is not null, account?.MustChange is true, account?.HasTotp is true,
            account is null ? 0 : keys.GetValueOrDefault(account.Id), account?.IsLocked(clock.GetUtcNow()) is true, account?.Barred is true, account?.LastEnteredAt);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindAccounts, Request, Reply>("/accounts");
}

/// <summary>What an administrator hands over, shown to the one who issued it until it is used or past.</summary>
internal sealed class GetInvite(AnminDb db, PersonalVault vault, IStaffDirectory staff, CurrentActor current, TimeProvider clock) : IQuestion<GetInvite.Request, GetInvite.Reply>
{
    public sealed record Request(Guid InviteId);

    /// <param name="Path">The link below the site's address; null where it is a password.</param>
    public sealed record Reply(string Name, string Login, string? Path, string? Password, DateTimeOffset ExpiresAt);

    public Permission Permission => IdentityPermissions.ManageAccounts;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await db.Set<Invite>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == request.InviteId && i.IssuedBy == current.Actor.Id, ct) is not { } invite || !invite.IsOpen(clock.GetUtcNow())) return KernelProblems.NotFound;
        var account = await db.Set<Account>().AsNoTracking().SingleAsync(a => a.Id == invite.AccountId, ct);
        // a temporary password that was replaced opens nothing; it is not shown either
        if (invite.IsPassword && !account.MustChange) return KernelProblems.NotFound;
        var name = staff.Find(account.StaffId)?.Name ?? account.Login;
        return invite.IsPassword
            ? new Reply(name, account.Login, null, InviteSecret.Password(vault, invite.Id), invite.ExpiresAt)
            : new Reply(name, account.Login, "/sign-in/invite?token=" + InviteSecret.Token(vault, invite.Id), null, invite.ExpiresAt);
    }
}
