using Anmin.Identity.Accounts;
using Anmin.Identity.Entering;
using Anmin.Identity.Passwords;
using Anmin.Identity.Sessions;
using Anmin.Identity.SignInLog;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;

namespace Anmin.Identity.SignIn;

/// <summary>User name and password. The comparison was made before the commit; what it means is decided here, where tries at one account follow one another.</summary>
internal sealed class SignInWithPassword(AccountBook accounts, EntryDesk desk, TimeProvider clock) : IUseCase<SignInWithPassword.Request, EntryReply>
{
    /// <param name="Login">As typed.</param>
    public sealed record Request(string Login, PasswordProof Proof);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<EntryReply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await desk.TiredAsync(ct) is { } tired) return tired;
        var (now, proof) = (clock.GetUtcNow(), request.Proof);
        if (proof.AccountId is not { } id || await accounts.TakeAsync(id, ct) is not { } account) return desk.Refuse(null, SignInResult.UnknownAccount, Proof.Password, IdentityProblems.SignInRefused, request.Login);
        if (account.IsLocked(now)) return desk.Refuse(account, SignInResult.Locked, Proof.Password, IdentityProblems.SignInRefused);
        if (!proof.Fits || account.PasswordHash != proof.Against) return desk.Fail(account, SignInResult.WrongPassword, Proof.Password, IdentityProblems.SignInRefused);
        if (account.PasswordUntil <= now) return desk.Refuse(account, SignInResult.LinkRefused, Proof.Password, IdentityProblems.SignInRefused);
        if (proof.Better is { } better) account.Rehash(better);
        return await desk.GoOnAsync(account, Proof.Password, ct);
    }
}
