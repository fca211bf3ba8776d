using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Serialization;
using Anmin.Identity.SingleSignOn;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Anmin.Identity.Outside;

/// <summary>Exchanges the provider's code and believes its id token, if everything about it is right; nothing of it is kept but who it names.</summary>
internal sealed class OutsideProof(OutsideProvider provider, OutsideDocuments documents, SiteAddress site, IHttpClientFactory http, TimeProvider clock)
{
    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = 32 * 1024 };
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "ES256", "ES384"];
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    private sealed record Tokens([property: JsonPropertyName("id_token")] string? Id);

    public string RedirectUri => site.Issuer + OutsideRoutes.CallbackPath;

    /// <returns>The <c>sub</c> the provider vouches for.</returns>
    /// <exception cref="OutsideException">Anything about it is wrong.</exception>
    public async Task<string> SubjectAsync(string code, OutsideTicket ticket, CancellationToken ct)
    {
        var token = await ExchangeAsync(code, ticket, ct);
        if (!Handler.CanReadToken(token)) throw new OutsideException("format");
        var kid = Handler.ReadJsonWebToken(token).Kid;
        var (_, keys) = await documents.ReadAsync(kid, ct);
        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = provider.ClientId,
            ValidAlgorithms = Algorithms,
            ValidTypes = ["JWT", "", null!],
            IssuerSigningKeys = keys,
            TryAllIssuerSigningKeys = string.IsNullOrEmpty(kid),
            LifetimeValidator = (_, expires, _, _) => expires is { } end && new DateTimeOffset(end, TimeSpan.Zero) + Skew > clock.GetUtcNow(),
        });
        if (!result.IsValid) throw new OutsideException(result.Exception?.GetType().Name ?? "token");
        return Checked(result.Claims, ticket);
    }

    /// <summary>What the library does not look at: whose sign-in this is the answer to, and for whom among several.</summary>
    private string Checked(IDictionary<string, object> claims, OutsideTicket ticket)
    {
        if (Text(claims, "nonce") != ticket.Nonce) throw new OutsideException("nonce");
        var several = claims["aud"] is not string;
        if ((several || claims.ContainsKey("azp")) && Text(claims, "azp") != provider.ClientId) throw new OutsideException("azp");
        if (Text(claims, "sub") is not { Length: > 0 and <= 200 } subject) throw new OutsideException("sub");
        return subject;
    }

    private static string? Text(IDictionary<string, object> claims, string name) => claims.TryGetValue(name, out var value) ? value as string : null;

    private async Task<string> ExchangeAsync(string code, OutsideTicket ticket, CancellationToken ct)
    {
        var (document, _) = await documents.ReadAsync(null, ct);
        var fields = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = RedirectUri, ["code_verifier"] = ticket.Verifier };
        using var message = new HttpRequestMessage(HttpMethod.Post, document.Token);
        var secret = await provider.SecretAsync(ct);
        if (secret is null) fields["client_id"] = provider.ClientId;
        else if (document.Methods is { } ways && !ways.Contains("client_secret_basic") && ways.Contains("client_secret_post")) (fields["client_id"], fields["client_secret"]) = (provider.ClientId, secret);
        else message.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.EscapeDataString(provider.ClientId) + ":" + Uri.EscapeDataString(secret))));
        message.Content = new FormUrlEncodedContent(fields);
        try
        {
            using var answer = await http.CreateClient(SsoDoor.Outward).SendAsync(message, ct);
            if (!answer.IsSuccessStatusCode) throw new OutsideException("code");
            return (await answer.Content.ReadFromJsonAsync<Tokens>(ct))?.Id ?? throw new OutsideException("id_token");
        }
        catch (Exception e) when (e is HttpRequestException or System.Text.Json.JsonException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new OutsideException(e.GetType().Name);
        }
    }
}
