using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Anmin.Journeys.SingleSignOn;

/// <summary>An outside provider on loopback that answers whatever a test wants it to.</summary>
internal sealed class LyingProvider : IAsyncDisposable
{
    private readonly RSA key = RSA.Create(2048);
    private readonly WebApplication app;

    internal sealed record Token(JsonObject Claims, string Alg, string Kid, Func<byte[], byte[]> Sign);

    private LyingProvider(WebApplication app) => this.app = app;

    public string Issuer => app.Urls.First();

    public string Nonce { get; set; } = "";

    public Func<Token, Token> Lie { get; set; } = t => t;

    public Func<DateTimeOffset> Now { get; set; } = TimeProvider.System.GetUtcNow;

    public string PublicPem => key.ExportSubjectPublicKeyInfoPem();

    public static async Task<LyingProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new LyingProvider(builder.Build());
        provider.app.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = provider.Issuer, authorization_endpoint = provider.Issuer + "/authorize", token_endpoint = provider.Issuer + "/token", jwks_uri = provider.Issuer + "/jwks" }));
        provider.app.MapGet("/jwks", () => Results.Json(new { keys = new[] { provider.Jwk() } }));
        provider.app.MapPost("/token", () => Results.Json(new { access_token = "x", token_type = "Bearer", id_token = provider.Write() }));
        await provider.app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private object Jwk()
    {
        var open = key.ExportParameters(false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = "k1", n = Base64UrlEncoder.Encode(open.Modulus), e = Base64UrlEncoder.Encode(open.Exponent) };
    }

    private string Write()
    {
        var now = Now().ToUnixTimeSeconds();
        var claims = new JsonObject { ["iss"] = Issuer, ["aud"] = "anmin", ["sub"] = "p-1", ["nonce"] = Nonce, ["iat"] = now, ["exp"] = now + 300 };
        var token = Lie(new Token(claims, "RS256", "k1", data => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)));
        foreach (var missing in token.Claims.Where(c => c.Value is null).Select(c => c.Key).ToList()) token.Claims.Remove(missing);
        return Forgery.Write(new JsonObject { ["alg"] = token.Alg, ["typ"] = "JWT", ["kid"] = token.Kid }, token.Claims, token.Sign);
    }
}
