using Anmin.Identity.SecondFactor;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Passkeys;

/// <summary>Registers a passkey the browser has just made. At most twenty an account.</summary>
internal sealed class AddPasskey(AnminDb db, OwnAccount own, Reading reading, TimeProvider clock) : IUseCase<AddPasskey.Request, Done>
{
    public const int Most = 20;

    /// <param name="Made">Null where the answer of the browser did not hold.</param>
    public sealed record Request(NewPasskey? Made, string? Name);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await own.TakeAsync(ct)).Try(out var account, out var problem)) return problem;
        var name = reading.Text(request.Name, "name", "名称", 40, required: false) ?? "通行密钥";
        if (reading.Problem is { } bad) return bad;
        if (request.Made is not { } made || made.AccountId != account.Id || await db.Set<SpentProof>().AnyAsync(p => p.Hash == made.Answer, ct)) return IdentityProblems.PasskeyRefused;
        if (await db.Set<Passkey>().CountAsync(p => p.AccountId == account.Id, ct) >= Most) return IdentityProblems.PasskeysFull;
        var now = clock.GetUtcNow();
        db.Add(new SpentProof { Hash = made.Answer, Until = now + PasskeyDesk.Life });
        db.Add(new Passkey { AccountId = account.Id, CredentialId = made.CredentialId, PublicKey = made.PublicKey, Name = name, SignCount = made.SignCount, Transports = made.Transports, BackupEligible = made.BackupEligible, BackedUp = made.BackedUp, AddedAt = now });
        return Done.It;
    }
}
