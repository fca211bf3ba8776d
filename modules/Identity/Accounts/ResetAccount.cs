using Anmin.Identity.Outside;
using Anmin.Identity.Passkeys;
using Anmin.Identity.People;
using Anmin.Identity.SecondFactor;
using Anmin.Identity.Sessions;
using Anmin.Identity.SignInLog;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Accounts;

/// <summary>Everything lost: password, app, codes and passkeys are void, all sessions end, and a new link or temporary password is handed out. Never one's own, and never without a reason.</summary>
internal sealed class ResetAccount(AnminDb db, AccountBook accounts, InviteDesk invites, SecondFactorDesk second, SessionDesk sessions, SignInLedger ledger, PeopleBook people, CurrentActor current) : IUseCase<ResetAccount.Request, ResetAccount.Reply>
{
    public sealed record Request(Guid AccountId, string Reason, bool AsPassword = false) : IHasReason;

    public sealed record Reply(Guid InviteId);

    public Permission Permission => IdentityPermissions.ManageAccounts;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request.Reason)) return KernelProblems.Required("reason", "原因");
        if (await accounts.TakeAsync(request.AccountId, ct) is not { } account) return KernelProblems.NotFound;
        if (account.StaffId == current.Actor.Id) return IdentityProblems.NotOnesOwnAccount;
        // who opens accounts must not come to hold the auditor's
        if (current.Actor.Id != Actor.System.Id && KindsOf(account.StaffId).Any(k => k is PermissionKind.Security or PermissionKind.Audit)) return IdentityProblems.ResetOnServer;
        account.Reset();
        await db.Set<OutsideLink>().Where(l => l.StaffId == account.StaffId).ExecuteDeleteAsync(ct);
        await second.ForgetCodesAsync(account, ct);
        await db.Set<Passkey>().Where(p => p.AccountId == account.Id).ExecuteDeleteAsync(ct);
        await sessions.EndAllAsync(account.StaffId, SessionEnd.Revoked, ct);
        ledger.Note(SignInResult.PasswordReset, account.StaffId, account.Login);
        return new Reply((await invites.IssueAsync(account, request.AsPassword, ct)).Id);
    }

    private IEnumerable<PermissionKind> KindsOf(string staff)
        => people.Now.Holdings.GetValueOrDefault(staff, []).SelectMany(h => h.Post.RoleIds()).Select(people.Now.Roles.GetValueOrDefault).OfType<Role>().Select(r => r.Kind);
}
