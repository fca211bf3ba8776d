using Microsoft.AspNetCore.Http;

namespace Anmin.Identity.SingleSignOn;

/// <summary>A refusal as other systems' programs read it (RFC 6749 section 5.2, OpenID Connect Core 3.1.2.6). The description is for their developers and quotes nothing that was sent.</summary>
internal sealed record OAuthError(string Code, string Description)
{
    public static OAuthError BadRequest(string what) => new("invalid_request", what);

    public static OAuthError BadGrant => new("invalid_grant", "The code or token is unknown, expired, used, revoked, or not for this client.");

    public static OAuthError BadClient => new("invalid_client", "Client authentication failed.");

    public static OAuthError BadScope => new("invalid_scope", "A scope was asked for that this client may not have.");

    /// <param name="basic">The client tried the Authorization header.</param>
    public IResult Answer(HttpContext http, bool basic = false)
    {
        NoStore(http);
        var status = Code == "invalid_client" ? StatusCodes.Status401Unauthorized : StatusCodes.Status400BadRequest;
        if (status == StatusCodes.Status401Unauthorized && basic) http.Response.Headers.WWWAuthenticate = "Basic realm=\"anmin\", charset=\"UTF-8\"";
        return Results.Json(new { error = Code, error_description = Description }, statusCode: status);
    }

    public static void NoStore(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Pragma = "no-cache";
    }
}
