using Anmin.Contracts.Identity;
using Anmin.Identity.Clients;
using Anmin.Identity.SingleSignOn.Authorize;
using Anmin.Identity.SingleSignOn.Keys;
using Anmin.Identity.SingleSignOn.Logout;
using Anmin.Identity.SingleSignOn.Tokens;
using Anmin.Kernel.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.SingleSignOn;

/// <summary>What anybody may read of us, and what a token of a person opens.</summary>
internal static class DiscoveryRoute
{
    public const string UserInfoPath = "/connect/userinfo";
    private const string JwksPath = "/.well-known/jwks.json";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/.well-known/openid-configuration", (HttpContext http, TokenMint mint) => Open(http, Document(mint.Issuer))).ExcludeFromDescription();
        routes.MapGet(JwksPath, async (HttpContext http, KeyRing keys) =>
        {
            await keys.SigningAsync(http.RequestAborted);
            return Open(http, new { keys = keys.Jwks });
        }).ExcludeFromDescription();
        routes.MapMethods(UserInfoPath, ["GET", "POST"], UserAsync).DisableAntiforgery().ExcludeFromDescription();
        routes.MapMethods(UserInfoPath, ["OPTIONS"], (HttpContext http) =>
        {
            http.Response.Headers.AccessControlAllowOrigin = "*";
            http.Response.Headers.AccessControlAllowHeaders = "Authorization";
            return Results.NoContent();
        }).ExcludeFromDescription();
    }

    private static async Task<IResult> UserAsync(HttpContext http, TokenMint mint, ClientBook clients, IStaffDirectory staff, AnminDb db)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        OAuthError.NoStore(http);
        if (await GrantOfAsync(http, mint, db) is { } grant && clients.Find(grant.ClientId) is not null && staff.ActorOf(grant.StaffId) is not null) return Results.Json(mint.ClaimsOf(grant));
        http.Response.Headers.WWWAuthenticate = BearerToken.Read(http) is null ? "Bearer" : "Bearer error=\"invalid_token\"";
        return Results.Json(new { error = "invalid_token", error_description = "The access token is missing, expired, revoked or not for this." }, statusCode: StatusCodes.Status401Unauthorized);
    }

    private static async Task<SignOnGrant?> GrantOfAsync(HttpContext http, TokenMint mint, AnminDb db)
    {
        if (BearerToken.Read(http) is not { } token || await mint.ReadAccessAsync(token, mint.Issuer) is not { } claims) return null;
        if (!claims.TryGetValue("grant", out var text) || !Guid.TryParse(text as string, out var id)) return null;
        return await db.Set<SignOnGrant>().AsNoTracking().SingleOrDefaultAsync(g => g.Id == id && g.RevokedAt == null, http.RequestAborted);
    }

    private static IResult Open(HttpContext http, object document)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Json(document);
    }

    private static Dictionary<string, object> Document(string issuer) => new()
    {
        ["issuer"] = issuer,
        ["authorization_endpoint"] = issuer + AuthorizeRoute.Path,
        ["token_endpoint"] = issuer + TokenRoute.Path,
        ["userinfo_endpoint"] = issuer + UserInfoPath,
        ["jwks_uri"] = issuer + JwksPath,
        ["revocation_endpoint"] = issuer + TokenRoute.RevokePath,
        ["end_session_endpoint"] = issuer + EndSessionRoute.Path,
        ["scopes_supported"] = SsoScopes.All,
        ["response_types_supported"] = new[] { "code" },
        ["response_modes_supported"] = new[] { "query" },
        ["grant_types_supported"] = new[] { "authorization_code", "refresh_token", "client_credentials" },
        ["subject_types_supported"] = new[] { "public" },
        ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        ["token_endpoint_auth_methods_supported"] = new[] { "client_secret_basic", "client_secret_post", "none" },
        ["revocation_endpoint_auth_methods_supported"] = new[] { "client_secret_basic", "client_secret_post", "none" },
        ["code_challenge_methods_supported"] = new[] { "S256" },
        ["claims_supported"] = new[] { "sub", "name", "post", "institution", "institution_name", "division", "roles", "auth_time", "amr", "sid" },
        ["prompt_values_supported"] = new[] { "none", "login", "consent", "select_account" },
        ["claims_parameter_supported"] = false,
        ["request_parameter_supported"] = false,
        ["request_uri_parameter_supported"] = false,
        ["authorization_response_iss_parameter_supported"] = true,
        ["backchannel_logout_supported"] = true,
        ["backchannel_logout_session_supported"] = true,
        ["ui_locales_supported"] = new[] { "zh-CN" },
    };
}

/// <summary>RFC 6750, the header and nothing else: a token in an address would stand in logs and histories.</summary>
internal static class BearerToken
{
    public static string? Read(HttpContext http)
        => http.Request.Headers.Authorization is [{ Length: > 7 and <= 16_384 } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : null;
}
