using Anmin.Identity.Accounts;
using Anmin.Identity.Entering;
using Anmin.Identity.Sessions;
using Anmin.Identity.SignInLog;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.SignIn;

/// <summary>By the link an administrator handed over: the first password, and on to the next step.</summary>
internal sealed class AcceptInvite(AnminDb db, PersonalVault vault, AccountBook accounts, EntryDesk desk, SessionDesk sessions, SignInLedger ledger, TimeProvider clock) : IUseCase<AcceptInvite.Request, EntryReply>
{
    /// <param name="Hash">Of a password that passed the rules.</param>
    public sealed record Request(string Token, string Hash);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<EntryReply>> HandleAsync(Request request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await desk.TiredAsync(ct) is { } tired) return tired;
        // one statement: of two who use the link at once, one gets in
        if (InviteSecret.Read(vault, request.Token) is not { } id || await db.Set<Invite>().Where(i => i.Id == id && i.UsedAt == null && i.ExpiresAt > now && !i.IsPassword).ExecuteUpdateAsync(s => s.SetProperty(i => i.UsedAt, now), ct) == 0)
            return desk.Refuse(null, SignInResult.LinkRefused, "", IdentityProblems.BadInvite);
        var accountId = await db.Set<Invite>().Where(i => i.Id == id).Select(i => i.AccountId).SingleAsync(ct);
        if (await accounts.TakeAsync(accountId, ct) is not { } account) return IdentityProblems.BadInvite;
        account.ChoosePassword(request.Hash, now);
        ledger.Note(SignInResult.PasswordChanged, account.StaffId, account.Login, Proof.Password);
        await sessions.EndAllAsync(account.StaffId, SessionEnd.Revoked, ct);
        return await desk.GoOnAsync(account, Proof.Password, ct);
    }
}

/// <summary>Whose link this is, before anybody types a password.</summary>
internal sealed class LookAtInvite(AnminDb db, PersonalVault vault, Anmin.Contracts.Identity.IStaffDirectory staff, TimeProvider clock) : IQuestion<LookAtInvite.Request, LookAtInvite.Reply>
{
    public sealed record Request(string? Token);

    public sealed record Reply(Guid AccountId, string Login, string Name, DateTimeOffset ExpiresAt);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (InviteSecret.Read(vault, request.Token) is not { } id || await db.Set<Invite>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is not { } invite || !invite.IsOpen(now) || invite.IsPassword) return IdentityProblems.BadInvite;
        var account = await db.Set<Account>().AsNoTracking().SingleAsync(a => a.Id == invite.AccountId, ct);
        return new Reply(account.Id, account.Login, staff.Find(account.StaffId)?.Name ?? account.Login, invite.ExpiresAt);
    }
}
