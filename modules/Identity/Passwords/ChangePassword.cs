using Anmin.Identity.Accounts;
using Anmin.Identity.Entering;
using Anmin.Identity.Sessions;
using Anmin.Identity.SignIn;
using Anmin.Identity.SignInLog;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Passwords;

/// <summary>By the person, on the proof of the present password. Every other session of theirs is over, and this one gets a new ticket.</summary>
internal sealed class ChangePassword(AnminDb db, AccountBook accounts, EntryDesk desk, SessionDesk sessions, SignInLedger ledger, CurrentActor current, CurrentSession present, TimeProvider clock) : IUseCase<ChangePassword.Request, EntryReply>
{
    /// <param name="Hash">Of a new password that passed the rules.</param>
    public sealed record Request(PasswordProof Proof, string Hash);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<EntryReply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await accounts.TakeOfAsync(current.Actor.Id, ct) is not { } account) return IdentityProblems.NoAccount;
        if (account.IsLocked(clock.GetUtcNow())) return desk.Refuse(account, SignInResult.Locked, Proof.Password, desk.LockedFor(account));
        var proof = request.Proof;
        if (proof.AccountId != account.Id || !proof.Fits || proof.Against != account.PasswordHash) return desk.Fail(account, SignInResult.WrongPassword, Proof.Password, IdentityProblems.WrongPassword);
        account.ChoosePassword(request.Hash, clock.GetUtcNow());
        ledger.Note(SignInResult.PasswordChanged, account.StaffId, account.Login, Proof.Password);
        await sessions.EndAllAsync(account.StaffId, SessionEnd.Revoked, ct, present.Session?.Id);
        if (present.Session is not { } here || await db.Set<Session>().SingleOrDefaultAsync(s => s.Id == here.Id, ct) is not { } session) return new EntryReply(EntryStep.Entered);
        sessions.Renew(session, Proof.Password);
        return new EntryReply(EntryStep.Entered, session);
    }
}
