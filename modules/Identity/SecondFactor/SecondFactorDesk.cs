using Anmin.Identity.Accounts;
using Anmin.Identity.Entering;
using Anmin.Identity.SignIn;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.SecondFactor;

/// <summary>TOTP secrets and recovery codes of accounts: offering, sealing, taking once.</summary>
internal sealed class SecondFactorDesk(AnminDb db, PersonalVault vault, TimedSeal seal, TimeProvider clock)
{
    private const string Column = "identity_account.totp_sealed", Purpose = "totp-offer";
    private static readonly TimeSpan OfferLife = TimeSpan.FromMinutes(30);

    /// <summary>A secret that is nobody's yet, wrapped so that it can wait in the page until its first code is typed.</summary>
    /// <param name="wrapped">One offered before, to be shown again; a new one is drawn where it is past.</param>
    public TotpOffer OfferTo(Account account, string bureau, string? wrapped)
    {
        var secret = Unwrap(account.Id, wrapped) ?? Totp.Draw();
        return new(Totp.Uri(secret, bureau.Length > 0 ? bureau : "安民", account.Login), Totp.Grouped(secret), seal.Close(Purpose, account.Id.ToString("N") + secret, OfferLife));
    }

    /// <summary>The secret of an offer made to this account; null where it is older than half an hour or somebody else's.</summary>
    public string? Unwrap(Guid accountId, string? wrapped)
        => seal.Open(Purpose, wrapped) is { Length: > 32 } text && text.StartsWith(accountId.ToString("N"), StringComparison.Ordinal) ? text[32..] : null;

    /// <summary>Makes an offered secret the account's, on the proof of its first code.</summary>
    public bool Take(Account account, string? wrapped, string? code)
    {
        if (Unwrap(account.Id, wrapped) is not { } secret || Totp.Check(secret, code, clock.GetUtcNow()) is not { } step) return false;
        account.TakeTotp(vault.Seal(Column, account.Id.ToString("N") + secret), step);
        return true;
    }

    /// <summary>A code of the account's own secret, each only once.</summary>
    public bool Accepts(Account account, string? code)
        => account.TotpSealed is { } bytes && vault.Open(Column, bytes) is var text && text.StartsWith(account.Id.ToString("N"), StringComparison.Ordinal)
           && Totp.Check(text[32..], code, clock.GetUtcNow()) is { } step && account.TakeStep(step);

    /// <summary>Ten new codes; the old ones are void from the commit on.</summary>
    /// <returns>The codes, to be shown once.</returns>
    public async Task<IReadOnlyList<string>> DrawCodesAsync(Account account, CancellationToken ct)
    {
        await ForgetCodesAsync(account, ct);
        var codes = Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.Draw()).ToList();
        foreach (var code in codes) db.Add(new RecoveryCode { AccountId = account.Id, Hash = RecoveryCode.HashOf(vault, account.Id, code) });
        return codes;
    }

    public Task ForgetCodesAsync(Account account, CancellationToken ct) => db.Set<RecoveryCode>().Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(ct);

    /// <summary>One statement decides: of two who use a code at once, one gets in.</summary>
    public async Task<bool> UseCodeAsync(Account account, string? typed, CancellationToken ct)
    {
        if (RecoveryCode.Read(typed) is not { } code) return false;
        var (hash, now) = (RecoveryCode.HashOf(vault, account.Id, code), clock.GetUtcNow());
        return await db.Set<RecoveryCode>().Where(c => c.AccountId == account.Id && c.Hash == hash && c.UsedAt == null).ExecuteUpdateAsync(s => s.SetProperty(c => c.UsedAt, now), ct) == 1;
    }
}
