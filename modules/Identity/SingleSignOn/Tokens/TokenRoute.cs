using Anmin.Identity.Clients;
using Anmin.Identity.Machines;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Identity.SingleSignOn.Tokens;

/// <summary>The back door for other systems' servers: codes and refresh tokens become tokens, programs get theirs, and tokens are given back.</summary>
internal sealed class TokenRoute(ClientAtTheDoor door, Gate gate, TokenMint mint, RedeemCode redeem, RefreshTokens refresh, IssueMachineToken machine, RevokeToken revoke)
{
    public const string Path = "/connect/token";
    public const string RevokePath = "/connect/revoke";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, (HttpContext http, TokenRoute route) => route.TokenAsync(http)).DisableAntiforgery().ExcludeFromDescription();
        routes.MapPost(RevokePath, (HttpContext http, TokenRoute route) => route.RevokeAsync(http)).DisableAntiforgery().ExcludeFromDescription();
    }

    private async Task<IResult> TokenAsync(HttpContext http)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*"; // no cookie is looked at here, so any page may ask what any program may
        var basic = http.Request.Headers.Authorization.Count > 0;
        if (await SentForm.ReadAsync(http) is not { } form) return OAuthError.BadRequest("The body must be a form with each field once.").Answer(http);
        var (client, error) = await door.ProveAsync(http, form);
        if (client is null) return error!.Answer(http, basic);
        return form.GetValueOrDefault("grant_type") switch
        {
            "authorization_code" when client.Kind != ClientKind.Machine => await SetAsync(http, redeem, new RedeemCode.Request(client, form.GetValueOrDefault("code"), form.GetValueOrDefault("redirect_uri"), form.GetValueOrDefault("code_verifier")), first: true),
            "refresh_token" when client.Kind != ClientKind.Machine => await SetAsync(http, refresh, new RefreshTokens.Request(client, form.GetValueOrDefault("refresh_token"), form.GetValueOrDefault("scope")), first: false),
            "client_credentials" when client.Kind == ClientKind.Machine => await MachineAsync(http, client, form.GetValueOrDefault("scope")),
            "authorization_code" or "refresh_token" or "client_credentials" => new OAuthError("unauthorized_client", "This client may not use this grant type.").Answer(http),
            null => OAuthError.BadRequest("grant_type is required.").Answer(http),
            _ => new OAuthError("unsupported_grant_type", "This grant type is not supported.").Answer(http),
        };
    }

    private async Task<IResult> SetAsync<TRequest>(HttpContext http, IUseCase<TRequest, TokenSet> useCase, TRequest request, bool first)
    {
        var outcome = await gate.RunAsync(useCase, request, ct: http.RequestAborted);
        if (!outcome.Try(out var set, out var problem)) return Away(http, problem);
        if (set.Grant is not { } grant) return set.Error!.Answer(http);
        var access = await mint.AccessAsync(grant, http.RequestAborted);
        var answer = Answer(access, mint.AccessLife, grant.Scopes);
        answer["id_token"] = await mint.IdAsync(grant, access, first, http.RequestAborted);
        if (set.Refresh is { } next) answer["refresh_token"] = next;
        OAuthError.NoStore(http);
        return Results.Json(answer);
    }

    private async Task<IResult> MachineAsync(HttpContext http, ClientCard client, string? scope)
    {
        var outcome = await gate.RunAsync(machine, new IssueMachineToken.Request(client, scope), ct: http.RequestAborted);
        if (!outcome.Try(out var reply, out var problem)) return problem == IssueMachineToken.BadScope ? OAuthError.BadScope.Answer(http) : Away(http, problem);
        OAuthError.NoStore(http);
        return Results.Json(Answer(await mint.MachineAsync(client.Id, reply.Scope, http.RequestAborted), mint.MachineLife, reply.Scope));
    }

    private async Task<IResult> RevokeAsync(HttpContext http)
    {
        if (await SentForm.ReadAsync(http) is not { } form) return OAuthError.BadRequest("The body must be a form with each field once.").Answer(http);
        var (client, error) = await door.ProveAsync(http, form);
        if (client is null) return error!.Answer(http, http.Request.Headers.Authorization.Count > 0);
        if (form.GetValueOrDefault("token") is not { } token) return OAuthError.BadRequest("token is required.").Answer(http);
        var outcome = await gate.RunAsync(revoke, new RevokeToken.Request(client, token), ct: http.RequestAborted);
        OAuthError.NoStore(http);
        return outcome.Try(out _, out var problem) ? Results.Ok() : Away(http, problem);
    }

    private static Dictionary<string, object> Answer(string access, TimeSpan life, string scope)
        => new() { ["access_token"] = access, ["token_type"] = "Bearer", ["expires_in"] = (long)life.TotalSeconds, ["scope"] = scope };

    private static IResult Away(HttpContext http, Problem problem)
    {
        OAuthError.NoStore(http);
        return Results.Json(new { error = "temporarily_unavailable", error_description = "Please try again." }, statusCode: problem.Kind == ProblemKind.Unavailable ? 503 : 409);
    }
}
