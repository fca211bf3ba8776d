using Anmin.Identity.Accounts;
using Anmin.Identity.Sessions;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;

namespace Anmin.Identity.SecondFactor;

/// <summary>The account of whoever sits here, for changing how they get in: only with a fresh proof.</summary>
internal sealed class OwnAccount(AccountBook accounts, SessionDesk sessions, CurrentActor current)
{
    public async Task<Outcome<Account>> TakeAsync(CancellationToken ct)
    {
        if (!current.Actor.IsSignedIn) return KernelProblems.SignInNeeded;
        if (await accounts.TakeOfAsync(current.Actor.Id, ct) is not { } account) return IdentityProblems.NoAccount;
        return sessions.StaleProof() is { } stale ? stale : account;
    }
}
