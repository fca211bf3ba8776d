using Microsoft.Extensions.DependencyInjection;
using Anmin.Identity.Sessions;
using Anmin.Identity.Clients;
using Anmin.Identity.SignIn;
using Anmin.Identity.SingleSignOn.Authorize;
using Anmin.Identity.SingleSignOn.Tokens;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace Anmin.Identity.SingleSignOn.Logout;

/// <summary>
/// A system sends somebody here to leave (RP-Initiated Logout). With an id token of the very session it is done at once; without, the person is
/// asked, so that no foreign page can sign anybody out. Back only to an address the system registered.
/// </summary>
internal sealed class EndSessionRoute(ClientBook clients, TokenMint mint, CurrentSession present, CurrentActor current, Gate gate, LeaveSystems leave)
{
    public const string Path = "/connect/end-session";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (HttpContext http, EndSessionRoute route) => route.AnswerAsync(http)).ExcludeFromDescription();
        routes.MapPost(Path, async (HttpContext http) => Results.Redirect(await SentForm.ReadAsync(http) is { } form ? QueryHelpers.AddQueryString(Path, form) : "/connect/signed-out")).DisableAntiforgery().ExcludeFromDescription();
    }

    private async Task<IResult> AnswerAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var hint = One(query, "id_token_hint") is { } token ? await mint.ReadHintAsync(token, null) : null;
        var named = One(query, "client_id") ?? hint?["aud"] as string;
        var client = hint is not null && hint["aud"] as string != named ? null : clients.Find(named);
        var to = One(query, "post_logout_redirect_uri") is { } uri && client is not null && client.SignedOut.Contains(uri) ? uri : null;
        var back = BackTo(client, to, One(query, "state"));
        if (!current.Actor.IsSignedIn) return Results.Redirect(back ?? "/connect/signed-out");
        var session = present.Session;
        if (session is null || hint?["sub"] as string != session.StaffId || hint["sid"] as string != session.Id.ToString("N"))
            return Results.Redirect(QueryHelpers.AddQueryString("/connect/leave", new Dictionary<string, string?> { ["client"] = client?.Id, ["to"] = to, ["state"] = to is null ? null : One(query, "state") }.Where(p => p.Value is not null)!));
        await gate.RunAsync(leave, new LeaveSystems.Request(session), ct: http.RequestAborted);
        await gate.RunAsync(http.RequestServices.GetRequiredService<SignOut>(), new SignOut.Request(), ct: http.RequestAborted);
        await SessionCookie.EndAsync(http);
        return Results.Redirect(back ?? "/connect/signed-out");
    }

    /// <summary>The system's own address with its state; null where it may not be gone to.</summary>
    public static string? BackTo(ClientCard? client, string? to, string? state)
    {
        if (client is null || to is null || !client.SignedOut.Contains(to)) return null;
        return state is { Length: > 0 and <= 1000 } ? QueryHelpers.AddQueryString(to, "state", state) : to;
    }

    private static string? One(IQueryCollection query, string name) => query[name] is [{ Length: > 0 and <= 16_384 } one] ? one : null;
}
