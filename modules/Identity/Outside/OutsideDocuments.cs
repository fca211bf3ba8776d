using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Anmin.Identity.SingleSignOn;
using Microsoft.IdentityModel.Tokens;

namespace Anmin.Identity.Outside;

/// <summary>What a provider says of itself, as far as we need it.</summary>
internal sealed record OutsideDocument(
    [property: JsonPropertyName("issuer")] string? Issuer, [property: JsonPropertyName("authorization_endpoint")] string? Authorize,
    [property: JsonPropertyName("token_endpoint")] string? Token, [property: JsonPropertyName("jwks_uri")] string? Jwks,
    [property: JsonPropertyName("authorization_response_iss_parameter_supported")] bool NamesItself,
    [property: JsonPropertyName("token_endpoint_auth_methods_supported")] IReadOnlyList<string>? Methods);

/// <summary>The provider's document and keys, fetched once an hour; the keys also when a token names one we have not seen, once a minute at most.</summary>
internal sealed class OutsideDocuments(OutsideProvider provider, IHttpClientFactory http, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);
    private (OutsideDocument Document, IReadOnlyList<SecurityKey> Keys, DateTimeOffset At)? known;

    /// <exception cref="OutsideException">It cannot be reached, or is not who it is configured to be.</exception>
    public async Task<(OutsideDocument Document, IReadOnlyList<SecurityKey> Keys)> ReadAsync(string? kid, CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            var now = clock.GetUtcNow();
            var fresh = known is { } k && now - k.At < TimeSpan.FromHours(1) && (kid is null || k.Keys.Any(x => x.KeyId == kid) || now - k.At < TimeSpan.FromMinutes(1));
            if (!fresh) known = await FetchAsync(now, ct);
            return (known!.Value.Document, known.Value.Keys);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<(OutsideDocument, IReadOnlyList<SecurityKey>, DateTimeOffset)> FetchAsync(DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            var client = http.CreateClient(SsoDoor.Outward);
            var document = await client.GetFromJsonAsync<OutsideDocument>(Safe(provider.Issuer.TrimEnd('/') + "/.well-known/openid-configuration"), ct);
            if (document is not { Authorize: { } authorize, Token: { } token, Jwks: { } jwks } || document.Issuer != provider.Issuer) throw new OutsideException("document");
            _ = (Safe(authorize), Safe(token));
            var keys = new JsonWebKeySet(await client.GetStringAsync(Safe(jwks), ct)).GetSigningKeys();
            return (document, [.. keys.Where(k => k is not SymmetricSecurityKey)], now);
        }
        catch (Exception e) when (e is HttpRequestException or System.Text.Json.JsonException or ArgumentException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new OutsideException(e.GetType().Name);
        }
    }

    /// <summary>https, or http on this very machine.</summary>
    private static Uri Safe(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)) ? uri : throw new OutsideException("address");
}

/// <summary>The outside provider, or what came in its name, is not to be believed. The text says at which step and holds no data.</summary>
internal sealed class OutsideException(string step) : Exception(step);
