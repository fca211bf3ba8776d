using System.Security.Cryptography;
using System.Text;
using Anmin.Contracts.Identity;
using Anmin.Identity.Clients;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace Anmin.Identity.SingleSignOn.Tokens;

/// <summary>What a client gets for a code or a refresh token; or why not. A refusal that revokes must be kept, so it is a reply and no problem.</summary>
internal sealed record TokenSet(SignOnGrant? Grant, string? Refresh, OAuthError? Error)
{
    public static TokenSet Refused(OAuthError error) => new(null, null, error);
}

/// <summary>Exchanges a code: once, by its client, with the address and the PKCE verifier it was asked with. A second time ends everything it had brought.</summary>
internal sealed class RedeemCode(AnminDb db, IStaffDirectory staff, RefreshChain chain, CommandContext context, TimeProvider clock) : IUseCase<RedeemCode.Request, TokenSet>
{
    public sealed record Request(ClientCard Client, string? Code, string? RedirectUri, string? Verifier);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<TokenSet>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.Code is null || request.RedirectUri is null || request.Verifier is null) return TokenSet.Refused(OAuthError.BadRequest("code, redirect_uri and code_verifier are required."));
        var (hash, now) = (ClientSecret.HashOf(request.Code), clock.GetUtcNow());
        var grant = await db.Set<SignOnGrant>().AsNoTracking().SingleOrDefaultAsync(g => g.CodeHash == hash && g.ClientId == request.Client.Id, ct);
        if (grant is null || grant.RevokedAt is not null) return TokenSet.Refused(OAuthError.BadGrant);
        // one statement: of two who come with one code, one gets in, and the other ends it
        if (await db.Set<SignOnGrant>().Where(g => g.Id == grant.Id && g.CodeUsedAt == null).ExecuteUpdateAsync(s => s.SetProperty(g => g.CodeUsedAt, now), ct) == 0)
        {
            await chain.RevokeAsync(grant.Id, "replayed", ct);
            context.About(grant.Id, $"授权码被重复使用，已作废“{request.Client.Name}”的全部令牌");
            return TokenSet.Refused(OAuthError.BadGrant);
        }
        var fits = now < grant.CodeUntil && grant.RedirectUri == request.RedirectUri && Fits(request.Verifier, grant.Challenge) && staff.ActorOf(grant.StaffId) is not null;
        if (!fits) return TokenSet.Refused(OAuthError.BadGrant);
        await chain.TouchAsync(request.Client.Id, now, ct);
        return new TokenSet(grant, grant.Allows(SsoScopes.Offline) ? chain.Next(grant) : null, null);
    }

    /// <summary>RFC 7636: 43 to 128 characters whose SHA-256 is the challenge.</summary>
    internal static bool Fits(string verifier, string challenge)
        => verifier.Length is >= 43 and <= 128 && verifier.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~')
           && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))), Encoding.ASCII.GetBytes(challenge));
}
