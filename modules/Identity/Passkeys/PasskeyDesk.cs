using System.Security.Cryptography;
using System.Text;
using Anmin.Identity.Accounts;
using Anmin.Identity.Entering;
using Anmin.Identity.SignIn;
using Anmin.Kernel.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Anmin.Identity.Passkeys;

/// <summary>What a page needs to start a WebAuthn ceremony: the options for the browser, and the challenge sealed for the way back.</summary>
internal sealed record Ceremony(string Options, string Sealed);

/// <summary>A passkey that has just proved itself.</summary>
internal sealed record PasskeyProof(Guid AccountId, byte[] CredentialId, long SignCount, bool BackedUp, byte[] Answer);

/// <summary>A passkey that has just been made.</summary>
internal sealed record NewPasskey(Guid AccountId, byte[] CredentialId, byte[] PublicKey, long SignCount, string Transports, bool BackupEligible, bool BackedUp, byte[] Answer);

/// <summary>The two ceremonies of WebAuthn around the framework's handler: make a passkey, prove with one. The keeping is the use cases' work.</summary>
internal sealed class PasskeyDesk(IPasskeyHandler<Account> handler, TimedSeal seal)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);
    private const string Making = "passkey-make", Proving = "passkey-prove";

    /// <summary>Without a name: the device offers what it holds for this site.</summary>
    public async Task<Ceremony> AskAsync(HttpContext http)
    {
        var asked = await handler.MakeRequestOptionsAsync(null!, http);
        return new(asked.RequestOptionsJson, seal.Close(Proving, asked.AssertionState ?? "", Life));
    }

    public async Task<Ceremony> OfferAsync(Guid accountId, string login, string name, HttpContext http)
    {
        var offered = await handler.MakeCreationOptionsAsync(new() { Id = accountId.ToString("N"), Name = login, DisplayName = name }, http);
        return new(offered.CreationOptionsJson, seal.Close(Making, offered.AttestationState ?? "", Life));
    }

    /// <returns>Null where the answer does not hold.</returns>
    public async Task<PasskeyProof?> ProveAsync(string? closed, string? answer, HttpContext http)
    {
        if (string.IsNullOrEmpty(answer) || seal.Open(Proving, closed) is not { } state) return null;
        var result = await handler.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = answer, AssertionState = state });
        return result.Succeeded ? new(result.User.Id, result.Passkey.CredentialId, result.Passkey.SignCount, result.Passkey.IsBackedUp, HashOf(state)) : null;
    }

    /// <returns>Null where the answer does not hold, or was made for another account.</returns>
    public async Task<NewPasskey?> MakeAsync(Guid accountId, string? closed, string? answer, HttpContext http)
    {
        if (string.IsNullOrEmpty(answer) || seal.Open(Making, closed) is not { } state) return null;
        var result = await handler.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = answer, AttestationState = state });
        if (!result.Succeeded || result.UserEntity.Id != accountId.ToString("N")) return null;
        var key = result.Passkey;
        return new(accountId, key.CredentialId, key.PublicKey, key.SignCount, string.Join(' ', key.Transports ?? []), key.IsBackupEligible, key.IsBackedUp, HashOf(state));
    }

    private static byte[] HashOf(string state) => SHA256.HashData(Encoding.UTF8.GetBytes(state));
}
