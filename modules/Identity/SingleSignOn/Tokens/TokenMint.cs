using System.Security.Cryptography;
using System.Text;
using Anmin.Contracts.Identity;
using Anmin.Identity.Clients;
using Anmin.Identity.SingleSignOn.Keys;
using Anmin.Kernel.Settings;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Anmin.Identity.SingleSignOn.Tokens;

/// <summary>
/// Writes and reads our tokens. Each kind has a <c>typ</c> of its own, so that none serves as another; only RS256 under a published key of ours is
/// read, whatever the token's header says of keys and algorithms.
/// </summary>
internal sealed class TokenMint(KeyRing keys, SiteAddress site, SettingBook settings, IStaffDirectory staff, TimeProvider clock)
{
    public const string AccessType = "at+jwt";
    private const string IdType = "JWT";
    private const string LogoutType = "logout+jwt";
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false, MaximumTokenSizeInBytes = 16 * 1024 };

    public string Issuer => site.Issuer;

    /// <summary>The address programs' tokens are for: our API and nothing else.</summary>
    public string ApiAudience => site.Issuer + "/api/v1";

    public TimeSpan AccessLife => settings.Minutes(SsoSettings.AccessMinutes);

    public TimeSpan MachineLife => settings.Minutes(SsoSettings.MachineMinutes);

    /// <summary>Opens <c>/connect/userinfo</c> and nothing else of ours: no system works here in a person's name.</summary>
    public Task<string> AccessAsync(SignOnGrant grant, CancellationToken ct) => WriteAsync(AccessType, AccessLife, new()
    {
        ["aud"] = Issuer,
        ["sub"] = grant.StaffId,
        ["client_id"] = grant.ClientId,
        ["scope"] = grant.Scopes,
        ["grant"] = grant.Id.ToString("N"),
    }, ct);

    public Task<string> MachineAsync(string clientId, string scope, CancellationToken ct)
        => WriteAsync(AccessType, MachineLife, new() { ["aud"] = ApiAudience, ["sub"] = clientId, ["client_id"] = clientId, ["scope"] = scope }, ct);

    /// <param name="first">False on a refresh: the nonce belongs to the first one only.</param>
    public Task<string> IdAsync(SignOnGrant grant, string access, bool first, CancellationToken ct)
    {
        var claims = ClaimsOf(grant);
        claims["aud"] = grant.ClientId;
        claims["auth_time"] = grant.AuthAt.ToUnixTimeSeconds();
        claims["amr"] = grant.Methods.Split(' ');
        claims["sid"] = grant.SessionId.ToString("N");
        claims["at_hash"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(access))[..16]);
        if (first && grant.Nonce is { } nonce) claims["nonce"] = nonce;
        return WriteAsync(IdType, AccessLife, claims, ct);
    }

    /// <summary>OpenID Connect Back-Channel Logout 2.4.</summary>
    public Task<string> LogoutAsync(string clientId, string staffId, Guid session, CancellationToken ct) => WriteAsync(LogoutType, TimeSpan.FromMinutes(2), new()
    {
        ["aud"] = clientId,
        ["sub"] = staffId,
        ["sid"] = session.ToString("N"),
        ["events"] = new Dictionary<string, object> { ["http://schemas.openid.net/event/backchannel-logout"] = new Dictionary<string, object>() },
    }, ct);

    /// <summary>Who, and what was granted of name, post and place. <c>sub</c> is the staff id: the city's systems are to mean the same person by it.</summary>
    public Dictionary<string, object> ClaimsOf(SignOnGrant grant)
    {
        var claims = new Dictionary<string, object> { ["sub"] = grant.StaffId };
        if (staff.Find(grant.StaffId) is not { } person) return claims;
        if (grant.Allows(SsoScopes.Profile))
        {
            claims["name"] = person.Name;
            claims["post"] = person.Post;
            claims["division"] = person.Division;
            if (person.Institution is { } id) claims["institution"] = id;
            if (person.InstitutionName is { } name) claims["institution_name"] = name;
        }
        if (grant.Allows(SsoScopes.Roles)) claims["roles"] = person.Posts.ToArray();
        return claims;
    }

    /// <summary>The claims of one of our access tokens for <paramref name="audience"/>; null for anything else.</summary>
    public async Task<IDictionary<string, object>?> ReadAccessAsync(string token, string audience)
        => await Handler.ValidateTokenAsync(token, Rules(AccessType, audience, lives: true)) is { IsValid: true } good ? good.Claims : null;

    /// <summary>Whom an id token of ours names, expired or not: a hint, never a proof.</summary>
    public async Task<string?> SubjectOfHintAsync(string token, string clientId) => (await ReadHintAsync(token, clientId))?["sub"] as string;

    /// <param name="clientId">Whose token it must be; anybody's where null.</param>
    public async Task<IDictionary<string, object>?> ReadHintAsync(string token, string? clientId)
        => await Handler.ValidateTokenAsync(token, Rules(IdType, clientId, lives: false)) is { IsValid: true } good ? good.Claims : null;

    private async Task<string> WriteAsync(string type, TimeSpan life, Dictionary<string, object> claims, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        claims["iss"] = Issuer;
        claims["jti"] = Guid.NewGuid().ToString("N");
        claims["iat"] = now.ToUnixTimeSeconds();
        claims["exp"] = (now + life).ToUnixTimeSeconds();
        return Handler.CreateToken(new SecurityTokenDescriptor { Claims = claims, TokenType = type, SigningCredentials = await keys.SigningAsync(ct) });
    }

    private TokenValidationParameters Rules(string type, string? audience, bool lives) => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = audience,
        ValidateAudience = audience is not null,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        ValidTypes = [type],
        IssuerSigningKeys = keys.Verifying,
        TryAllIssuerSigningKeys = false,
        ValidateLifetime = lives,
        LifetimeValidator = (_, expires, _, _) => !lives || expires is { } end && new DateTimeOffset(end, TimeSpan.Zero) > clock.GetUtcNow(),
    };
}
