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

namespace Anmin.Identity.Passkeys;

/// <summary>By a passkey, without typing a name; the device has verified its holder, so it counts as both proofs.</summary>
internal sealed class SignInWithPasskey(AnminDb db, AccountBook accounts, EntryDesk desk, TimeProvider clock) : IUseCase<SignInWithPasskey.Request, EntryReply>
{
    /// <param name="Proved">Null where the answer of the browser did not hold.</param>
    public sealed record Request(PasskeyProof? Proved);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<EntryReply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await desk.TiredAsync(ct) is { } tired) return tired;
        if (request.Proved is not { } proved || await accounts.TakeAsync(proved.AccountId, ct) is not { } account) return desk.Refuse(null, SignInResult.PasskeyRefused, Proof.Passkey, IdentityProblems.PasskeyRefused);
        var key = await db.Set<Passkey>().SingleOrDefaultAsync(p => p.AccountId == account.Id && p.CredentialId == proved.CredentialId, ct);
        var now = clock.GetUtcNow();
        // the counter was compared before the commit; here the account is ours alone
        var counted = key is not null && (proved.SignCount > key.SignCount || proved.SignCount == 0 && key.SignCount == 0);
        if (!counted || await db.Set<SpentProof>().AnyAsync(p => p.Hash == proved.Answer, ct)) return desk.Refuse(account, SignInResult.PasskeyRefused, Proof.Passkey, IdentityProblems.PasskeyRefused);
        db.Add(new SpentProof { Hash = proved.Answer, Until = now + PasskeyDesk.Life });
        (key!.SignCount, key.BackedUp, key.UsedAt) = (proved.SignCount, proved.BackedUp, now);
        return await desk.GoOnAsync(account, Proof.Passkey, ct);
    }
}
