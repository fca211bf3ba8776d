using Anmin.Identity.Accounts;
using Anmin.Identity.Passkeys;
using Anmin.Identity.Sessions;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.SecondFactor;

/// <summary>How one gets in oneself: what is set, and since when.</summary>
internal sealed class GetMySecurity(AnminDb db, SessionDesk sessions, SecondFactorRule rule, CurrentActor current) : IQuestion<GetMySecurity.Request, GetMySecurity.Reply>
{
    public sealed record Request;

    public sealed record Key(Guid Id, string Name, DateTimeOffset AddedAt, DateTimeOffset? UsedAt, bool BackedUp);

    /// <param name="AccountId">Null for whoever has no account: a persona, or the built-in administrator by the console link.</param>
    /// <param name="Fresh">The proof is young enough to change something.</param>
    /// <param name="Asked">The post, or the setting, asks for a second proof.</param>
    public sealed record Reply(Guid? AccountId, string? Login, DateTimeOffset? PasswordAt, bool HasTotp, int CodesLeft, IReadOnlyList<Key> Passkeys, bool Fresh, bool Asked);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (mine, fresh, asked) = (current.Actor.Id, sessions.StaleProof() is null, rule.AsksOf(current.Actor));
        if (await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.StaffId == mine, ct) is not { } account) return new Reply(null, null, null, false, 0, [], fresh, asked);
        var keys = await db.Set<Passkey>().AsNoTracking().Where(p => p.AccountId == account.Id).OrderBy(p => p.Id).Select(p => new Key(p.Id, p.Name, p.AddedAt, p.UsedAt, p.BackedUp)).ToListAsync(ct);
        var left = await db.Set<RecoveryCode>().CountAsync(c => c.AccountId == account.Id && c.UsedAt == null, ct);
        return new Reply(account.Id, account.Login, account.PasswordAt, account.HasTotp, left, keys, fresh, asked);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetMySecurity, Request, Reply>("/me/security");
}
