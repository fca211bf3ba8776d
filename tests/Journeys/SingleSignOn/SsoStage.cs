using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Anmin.Journeys.SingleSignOn;

/// <summary>A running host with three registered clients, and what a client's program does.</summary>
public abstract class SsoStage(DatabaseKind kind) : IAsyncLifetime
{
    public const string Callback = "https://oa.example.gov.cn/callback";
    public const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    public TestHost Host { get; private set; } = null!;

    public Visitor Security { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    /// <summary>The bureau's own web system: all scopes, no consent.</summary>
    public Registered Own { get; private set; } = null!;

    /// <summary>Somebody else's web system: consent first, no offline access.</summary>
    public Registered Other { get; private set; } = null!;

    /// <summary>Runs in a browser and has no secret.</summary>
    public Registered Page { get; private set; } = null!;

    public static string Challenge => ChallengeOf(Verifier);

    public async ValueTask InitializeAsync()
    {
        Host = await TestHost.StartAsync(kind);
        Http = Host.Client();
        Security = await Visitor.SignedInAsync(Host, "安全管理员");
        Own = await RegisterAsync(new { kind = "Web", name = "办公系统", firstParty = true, redirects = new[] { Callback, Callback + "?from=anmin" }, signedOut = new[] { "https://oa.example.gov.cn/bye" }, scopes = new[] { "openid", "profile", "roles", "offline_access" } });
        Other = await RegisterAsync(new { kind = "Web", name = "殡葬协会", redirects = new[] { "https://other.example.org/cb" }, scopes = new[] { "openid", "profile" } });
        Page = await RegisterAsync(new { kind = "Public", name = "移动审批", firstParty = true, redirects = new[] { "https://app.example.gov.cn/cb" }, scopes = new[] { "openid", "offline_access" } });
    }

    public async Task<Registered> RegisterAsync(object request)
    {
        var reply = await Security.DoAsync("/clients", request);
        return new(reply["clientId"]!.GetValue<string>(), reply["secret"]?.GetValue<string>());
    }

    public static string ChallengeOf(string verifier) => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    /// <summary>The address a client sends a browser to; <paramref name="changes"/> replaces parameters, null takes one away.</summary>
    public static string Ask(Registered client, string redirect, string scope = "openid", params (string Name, string? Value)[] changes)
    {
        var all = new Dictionary<string, string?> { ["response_type"] = "code", ["client_id"] = client.Id, ["redirect_uri"] = redirect, ["scope"] = scope, ["state"] = "st-1", ["nonce"] = "no-1", ["code_challenge"] = Challenge, ["code_challenge_method"] = "S256" };
        foreach (var (name, value) in changes) all[name] = value;
        return QueryHelpers.AddQueryString("/connect/authorize", all.Where(p => p.Value is not null));
    }

    /// <summary>What the browser is sent back with.</summary>
    public static async Task<Dictionary<string, string>> BackAsync(HttpClient browser, string ask, string expected)
    {
        using var answer = await browser.GetAsync(ask);
        var to = answer.Headers.Location?.OriginalString ?? throw new InvalidOperationException($"No redirect but {(int)answer.StatusCode}.");
        if (!to.StartsWith(expected, StringComparison.Ordinal)) throw new InvalidOperationException($"Sent to {to}.");
        return QueryHelpers.ParseQuery(new Uri(to).Query).ToDictionary(p => p.Key, p => p.Value.ToString());
    }

    public async Task<string> CodeAsync(Visitor person, string scope = "openid profile roles offline_access")
        => (await BackAsync(person.Http, Ask(Own, Callback, scope), Callback))["code"];

    /// <summary>POSTs a form to the token endpoint, with the client's secret in the header.</summary>
    public async Task<(HttpStatusCode Status, JsonNode Body)> TokenAsync(Registered? client, params (string Name, string Value)[] fields) => await SendAsync("/connect/token", client, fields);

    public async Task<(HttpStatusCode Status, JsonNode Body)> SendAsync(string path, Registered? client, params (string Name, string Value)[] fields)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        if (client is not null) message.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client.Id}:{client.Secret}")));
        using var answer = await Http.SendAsync(message);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!);
    }

    public Task<(HttpStatusCode Status, JsonNode Body)> RedeemAsync(string code, Registered? client = null, string redirect = Callback, string? verifier = Verifier)
        => TokenAsync(client ?? Own, [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect), .. verifier is null ? Array.Empty<(string, string)>() : [("code_verifier", verifier)]]);

    public Task<(HttpStatusCode Status, JsonNode Body)> RefreshAsync(string token, Registered? client = null) => TokenAsync(client ?? Own, ("grant_type", "refresh_token"), ("refresh_token", token));

    public async Task<HttpResponseMessage> WithBearerAsync(string path, string token)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, path);
        message.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        return await Http.SendAsync(message);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Security?.Dispose();
        Http?.Dispose();
        if (Host is not null) await Host.DisposeAsync();
    }

    public sealed record Registered(string Id, string? Secret);
}

public sealed class SsoOnSqlite() : SsoStage(DatabaseKind.Sqlite);

public sealed class SsoOnPostgres() : SsoStage(DatabaseKind.Postgres);
