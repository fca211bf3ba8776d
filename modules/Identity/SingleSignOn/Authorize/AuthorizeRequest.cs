using Anmin.Identity.Clients;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Anmin.Identity.SingleSignOn.Authorize;

/// <summary>
/// A request to sign somebody in, read and checked. In two steps: until the client and its address are known to belong together nothing goes to that
/// address, whatever else is wrong.
/// </summary>
internal sealed record AuthorizeRequest(ClientCard Client, string RedirectUri, string? State)
{
    public const int LongestNonce = 300;
    private const int LongestState = 1000;
    private static readonly string[] Prompts = ["none", "login", "consent", "select_account"];

    public IReadOnlyList<string> Scopes { get; private init; } = [];

    public string? Nonce { get; private init; }

    public string Challenge { get; private init; } = "";

    public IReadOnlyList<string> Prompt { get; private init; } = [];

    public long? MaxAge { get; private init; }

    public string? Hint { get; private init; }

    public bool Silent => Prompt.Contains("none");

    /// <summary>The person shall prove who they are anew, signed in or not.</summary>
    public bool ProveAnew => Prompt.Contains("login") || Prompt.Contains("select_account") || MaxAge == 0;

    /// <summary>Which client, and back to where; null when that alone cannot be told for certain.</summary>
    public static AuthorizeRequest? Address(IEnumerable<KeyValuePair<string, StringValues>> sent, ClientBook clients)
    {
        var values = sent.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        if (Single(values, "client_id") is not { } id || Single(values, "redirect_uri") is not { } uri) return null;
        if (clients.Find(id) is not { Kind: not ClientKind.Machine } client || !client.Redirects.Contains(uri)) return null;
        return new(client, uri, Single(values, "state") is { Length: <= LongestState } state ? state : null);
    }

    /// <summary>The rest of it.</summary>
    public (AuthorizeRequest Request, OAuthError? Error) Read(IReadOnlyDictionary<string, StringValues> sent)
    {
        if (Refusal(sent) is { } error) return (this, error);
        var scopes = Words(Single(sent, "scope"));
        if (!scopes.Contains(SsoScopes.OpenId)) return (this, new("invalid_scope", "The scope openid is required."));
        if (scopes.Any(s => !Client.Scopes.Contains(s))) return (this, OAuthError.BadScope);
        var prompt = Words(Single(sent, "prompt"));
        if (prompt.Any(p => !Prompts.Contains(p)) || (prompt.Contains("none") && prompt.Count > 1)) return (this, OAuthError.BadRequest("The prompt is not one of none, login, consent, select_account."));
        long? age = null;
        if (Single(sent, "max_age") is { } text)
        {
            if (!text.All(char.IsAsciiDigit) || text.Length is 0 or > 9) return (this, OAuthError.BadRequest("max_age must be a number of seconds."));
            age = long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        }
        return (this with { Scopes = scopes, Nonce = Single(sent, "nonce"), Challenge = Single(sent, "code_challenge")!, Prompt = prompt, MaxAge = age, Hint = Single(sent, "id_token_hint") }, null);
    }

    /// <summary>Back to the client. Every value is escaped, so none can add a header or a parameter.</summary>
    public string Back(string issuer, params (string Name, string? Value)[] values)
        => QueryHelpers.AddQueryString(RedirectUri, values.Append(("state", State)).Append(("iss", issuer)).Where(v => v.Item2 is not null).ToDictionary(v => v.Item1, v => v.Item2));

    public string Refuse(string issuer, OAuthError error) => Back(issuer, ("error", error.Code), ("error_description", error.Description));

    private static OAuthError? Refusal(IReadOnlyDictionary<string, StringValues> sent)
    {
        if (sent.Any(p => p.Value.Count > 1)) return OAuthError.BadRequest("A parameter was sent twice.");
        if (Single(sent, "state") is { Length: > LongestState } || Single(sent, "nonce") is { Length: > LongestNonce }) return OAuthError.BadRequest("state or nonce is too long.");
        if (sent.ContainsKey("request")) return new("request_not_supported", "Request objects are not supported.");
        if (sent.ContainsKey("request_uri")) return new("request_uri_not_supported", "Request objects are not supported.");
        if (sent.ContainsKey("registration")) return new("registration_not_supported", "Registration is by the administrator.");
        if (Single(sent, "response_type") is not { } type) return OAuthError.BadRequest("response_type is missing.");
        if (type != "code") return new("unsupported_response_type", "Only response_type=code is supported.");
        if (Single(sent, "response_mode") is { } mode && mode != "query") return OAuthError.BadRequest("Only response_mode=query is supported.");
        if (Single(sent, "code_challenge_method") != "S256" || Single(sent, "code_challenge") is not { Length: 43 } challenge || !challenge.All(IsBase64Url)) return OAuthError.BadRequest("PKCE with code_challenge_method=S256 is required.");
        return null;
    }

    /// <summary>The value where it was sent exactly once and not empty; as RFC 6749 says, empty counts as not sent.</summary>
    private static string? Single(IReadOnlyDictionary<string, StringValues> sent, string name)
        => sent.TryGetValue(name, out var all) && all is [{ Length: > 0 } one] ? one : null;

    private static IReadOnlyList<string> Words(string? text) => [.. (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    internal static bool IsBase64Url(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
}
