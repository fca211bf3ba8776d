using Anmin.Identity.Accounts;
using Anmin.Identity.Entering;
using Anmin.Identity.Passwords;
using Anmin.Identity.Sessions;
using Anmin.Identity.SignIn;
using Anmin.Identity.SignInLog;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.SecondFactor;

/// <summary>Somebody already in proves once more who they are: with the code where there is one, else with the password. The session gets a new ticket, so that a copy of the old cookie does not rise with it.</summary>
internal sealed class ProveAgain(AnminDb db, AccountBook accounts, EntryDesk desk, SecondFactorDesk second, SessionDesk sessions, SignInLedger ledger, CurrentActor current, CurrentSession present, TimeProvider clock) : IUseCase<ProveAgain.Request, EntryReply>
{
    public sealed record Request(PasswordProof? Proof, string? Code);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<EntryReply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (present.Session is not { } here || await db.Set<Session>().SingleOrDefaultAsync(s => s.Id == here.Id && s.EndedAt == null, ct) is not { } session) return KernelProblems.SignInNeeded;
        if (await accounts.TakeOfAsync(current.Actor.Id, ct) is not { } account) return IdentityProblems.NoAccount;
        if (account.IsLocked(clock.GetUtcNow())) return desk.Refuse(account, SignInResult.Locked, session.Methods, desk.LockedFor(account));
        if (account.HasTotp && !second.Accepts(account, request.Code)) return desk.Fail(account, SignInResult.WrongCode, Proof.Code, IdentityProblems.WrongCode);
        if (!account.HasTotp && (request.Proof is not { Fits: true } proof || proof.AccountId != account.Id || proof.Against != account.PasswordHash)) return desk.Fail(account, SignInResult.WrongPassword, Proof.Password, IdentityProblems.WrongPassword);
        sessions.Renew(session, account.HasTotp ? Proof.Code : Proof.Password);
        account.Unlock();
        ledger.Note(SignInResult.ProvedAgain, account.StaffId, account.Login, account.HasTotp ? Proof.Code : Proof.Password, session.Id);
        return new EntryReply(EntryStep.Entered, session);
    }
}
