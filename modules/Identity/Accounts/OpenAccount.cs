using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Accounts;

/// <summary>开账号: a user name for somebody who works here, and the link by which they choose their password.</summary>
internal sealed class OpenAccount(AnminDb db, IStaffDirectory staff, InviteDesk invites, TimeProvider clock) : IUseCase<OpenAccount.Request, OpenAccount.Reply>
{
    /// <param name="AsPassword">A temporary password instead of a link.</param>
    public sealed record Request(string StaffId, string Login, bool AsPassword = false) : IHasReason
    {
        public string Reason => $"开账号：{StaffId}";
    }

    /// <param name="InviteId">The link or the password follows from it, for whoever issued it; neither is kept.</param>
    public sealed record Reply(Guid AccountId, Guid InviteId);

    public Permission Permission => IdentityPermissions.ManageAccounts;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (UserName.Check(request.Login) is { } bad) return bad;
        if (staff.ActorOf(request.StaffId) is null) return IdentityProblems.NobodyToOpenFor;
        var key = UserName.Key(request.Login);
        if (await db.Set<Account>().AnyAsync(a => a.StaffId == request.StaffId, ct)) return IdentityProblems.AccountThere;
        if (await db.Set<Account>().AnyAsync(a => a.LoginKey == key, ct)) return IdentityProblems.LoginTaken;
        var account = Account.Open(request.StaffId, request.Login, clock.GetUtcNow());
        db.Add(account);
        return new Reply(account.Id, (await invites.IssueAsync(account, request.AsPassword, ct)).Id);
    }
}
