using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace Anmin.Identity.SingleSignOn.Keys;

/// <summary>A public key as others read it (RFC 7517).</summary>
internal sealed record PublicKey(
    [property: JsonPropertyName("kty")] string Kty, [property: JsonPropertyName("use")] string Use, [property: JsonPropertyName("alg")] string Alg,
    [property: JsonPropertyName("kid")] string Kid, [property: JsonPropertyName("n")] string N, [property: JsonPropertyName("e")] string E);

/// <summary>The signing keys in memory, opened once each.</summary>
internal sealed class KeyRing(PersonalVault vault, IServiceScopeFactory scopes, TimeProvider clock) : IReferencePart
{
    private const string Column = "identity_signing_key.private";

    private Opened[] keys = [];

    private sealed record Opened(string Id, string PublicJson, RsaSecurityKey Key, DateTimeOffset SignsFrom, DateTimeOffset? SignsUntil, DateTimeOffset? GoneAt);

    private IEnumerable<Opened> Published => Volatile.Read(ref keys).Where(k => k.GoneAt is not { } gone || gone > clock.GetUtcNow());

    /// <summary>What may be verified with: everything published.</summary>
    public IReadOnlyList<SecurityKey> Verifying => [.. Published.Select(k => k.Key)];

    public IReadOnlyList<PublicKey> Jwks => [.. Published.Select(k => JsonSerializer.Deserialize<PublicKey>(k.PublicJson)!)];

    /// <summary>The one that signs now: the newest whose turn has come. Makes the first one where there is none yet.</summary>
    public async Task<SigningCredentials> SigningAsync(CancellationToken ct)
    {
        if (Active() is { } active) return new(active.Key, SecurityAlgorithms.RsaSha256);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        await scope.ServiceProvider.GetRequiredService<Gate>().RunAsync(scope.ServiceProvider.GetRequiredService<RotateKeys>(), new RotateKeys.Request(), ct: ct);
        return new((Active() ?? throw new InvalidOperationException("No signing key could be made.")).Key, SecurityAlgorithms.RsaSha256);
    }

    public async Task RefreshAsync(AnminDb db, PackProfile city, CancellationToken ct)
    {
        var rows = await db.Set<SigningKey>().AsNoTracking().ToListAsync(ct);
        var had = Volatile.Read(ref keys).ToDictionary(k => k.Id);
        Volatile.Write(ref keys, [.. rows.Select(k => new Opened(k.Id, k.Public, had.GetValueOrDefault(k.Id)?.Key ?? Open(k), k.SignsFrom, k.SignsUntil, k.GoneAt))]);
    }

    /// <summary>A new key pair, its private half sealed.</summary>
    public SigningKey Draw(DateTimeOffset now, DateTimeOffset from)
    {
        using var rsa = RSA.Create(2048);
        var jwk = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(rsa.ExportParameters(false)));
        var kid = Base64UrlEncoder.Encode(jwk.ComputeJwkThumbprint());
        return new()
        {
            Id = kid,
            Public = JsonSerializer.Serialize(new PublicKey("RSA", "sig", SecurityAlgorithms.RsaSha256, kid, jwk.N, jwk.E)),
            Sealed = vault.Seal(Column, Convert.ToBase64String(rsa.ExportPkcs8PrivateKey())),
            PublishedAt = now,
            SignsFrom = from,
        };
    }

    private Opened? Active()
    {
        var now = clock.GetUtcNow();
        return Published.Where(k => k.SignsFrom <= now && (k.SignsUntil is not { } until || until > now)).OrderByDescending(k => k.SignsFrom).ThenBy(k => k.Id, StringComparer.Ordinal).FirstOrDefault();
    }

    private RsaSecurityKey Open(SigningKey key)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(Convert.FromBase64String(vault.Open(Column, key.Sealed)), out _);
        return new(rsa) { KeyId = key.Id };
    }
}
