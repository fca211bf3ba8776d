using System.Net.Http.Headers;
using System.Text;
using Anmin.Identity.Clients;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Http;

namespace Anmin.Identity.SingleSignOn.Tokens;

/// <summary>Which client calls: by its secret in the Authorization header or in the form, never both; one without a secret by its name alone.</summary>
internal sealed class ClientAtTheDoor(ClientBook clients, CurrentActor current, Gate gate, RefuseClient refuse, TimeProvider clock)
{
    /// <summary>The client, which is also who acts from here on.</summary>
    public async Task<(ClientCard? Client, OAuthError? Error)> ProveAsync(HttpContext http, Dictionary<string, string?> form)
    {
        var (id, secret) = (form.GetValueOrDefault("client_id"), form.GetValueOrDefault("client_secret"));
        if (http.Request.Headers.Authorization is { Count: > 0 } header)
        {
            if (secret is not null || Basic(header.ToString()) is not { } basic || (id is not null && id != basic.Id)) return (null, OAuthError.BadClient);
            (id, secret) = (basic.Id, basic.Secret);
        }
        if (clients.Find(id) is not { } client) return (null, OAuthError.BadClient);
        var proved = client.Kind == ClientKind.Public ? secret is null : secret is not null && client.Proves(secret, clock.GetUtcNow());
        if (!proved)
        {
            await gate.RunAsync(refuse, new RefuseClient.Request(client.Name), ct: http.RequestAborted);
            return (null, OAuthError.BadClient);
        }
        current.Actor = Actor.Public with { Id = "client:" + client.Id, Name = client.Name, Post = "接入系统", Device = current.Actor.Device };
        return (client, null);
    }

    /// <summary>RFC 6749 section 2.3.1: both halves are form-encoded inside the base64.</summary>
    private static (string Id, string Secret)? Basic(string header)
    {
        if (header.Length > 2000 || !AuthenticationHeaderValue.TryParse(header, out var parsed) || !parsed.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)) return null;
        var bytes = new byte[(parsed.Parameter ?? "").Length];
        if (!Convert.TryFromBase64String(parsed.Parameter ?? "", bytes, out var length)) return null;
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        return text.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? (Form(text[..at]), Form(text[(at + 1)..])) : null;
    }

    private static string Form(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}

/// <summary>Writes that a registered client showed a wrong secret.</summary>
internal sealed class RefuseClient : IUseCase<RefuseClient.Request, Done>
{
    public sealed record Request(string Name) : IHasReason
    {
        public string Reason => $"接入系统“{Name}”";
    }

    public Permission Permission => Permission.Anyone;

    public Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct) => Task.FromResult<Outcome<Done>>(ClientProblems.Unproved);
}
