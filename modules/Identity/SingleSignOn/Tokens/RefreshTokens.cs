using Anmin.Contracts.Identity;
using Anmin.Identity.Clients;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Settings;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.SingleSignOn.Tokens;

/// <summary>A grant's chain of refresh tokens.</summary>
internal sealed class RefreshChain(AnminDb db, SettingBook settings, TimeProvider clock)
{
    /// <summary>The next one. A change of token does not lengthen the grant's life.</summary>
    public string Next(SignOnGrant grant)
    {
        var token = ClientSecret.Draw();
        db.Add(new RefreshToken { Hash = ClientSecret.HashOf(token), GrantId = grant.Id, Until = grant.CreatedAt.AddDays(settings.Number(SsoSettings.RefreshDays)) });
        return token;
    }

    /// <summary>Ends a grant with every token of it.</summary>
    public Task RevokeAsync(Guid grant, string reason, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Set<SignOnGrant>().Where(g => g.Id == grant && g.RevokedAt == null).ExecuteUpdateAsync(s => s.SetProperty(g => g.RevokedAt, now).SetProperty(g => g.RevokeReason, reason), ct);
    }

    /// <summary>The client was here: by the minute, so that a busy one does not rewrite its row without end.</summary>
    public Task TouchAsync(string client, DateTimeOffset now, CancellationToken ct)
    {
        var before = now.AddMinutes(-1);
        return db.Set<Client>().Where(c => c.Id == client && (c.LastUsedAt == null || c.LastUsedAt < before)).ExecuteUpdateAsync(s => s.SetProperty(c => c.LastUsedAt, now), ct);
    }
}

/// <summary>Exchanges a refresh token for its successor. One shown twice was stolen at least once: the whole chain ends.</summary>
internal sealed class RefreshTokens(AnminDb db, IStaffDirectory staff, RefreshChain chain, CommandContext context, TimeProvider clock) : IUseCase<RefreshTokens.Request, TokenSet>
{
    public sealed record Request(ClientCard Client, string? Token, string? Scope);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<TokenSet>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.Token is null) return TokenSet.Refused(OAuthError.BadRequest("refresh_token is required."));
        var (hash, now) = (ClientSecret.HashOf(request.Token), clock.GetUtcNow());
        var token = await db.Set<RefreshToken>().AsNoTracking().SingleOrDefaultAsync(t => t.Hash == hash, ct);
        var grant = token is null ? null : await db.Set<SignOnGrant>().AsNoTracking().SingleOrDefaultAsync(g => g.Id == token.GrantId && g.ClientId == request.Client.Id, ct);
        if (token is null || grant is null || grant.RevokedAt is not null) return TokenSet.Refused(OAuthError.BadGrant);
        if (request.Scope is { } asked && asked.Split(' ').Any(s => !grant.Allows(s))) return TokenSet.Refused(OAuthError.BadScope);
        if (await db.Set<RefreshToken>().Where(t => t.Hash == hash && t.UsedAt == null).ExecuteUpdateAsync(s => s.SetProperty(t => t.UsedAt, now), ct) == 0)
        {
            await chain.RevokeAsync(grant.Id, "reused", ct);
            context.About(grant.Id, $"刷新令牌被重复使用，已作废“{request.Client.Name}”的全部令牌");
            return TokenSet.Refused(OAuthError.BadGrant);
        }
        if (now >= token.Until || staff.ActorOf(grant.StaffId) is null) return TokenSet.Refused(OAuthError.BadGrant);
        await chain.TouchAsync(request.Client.Id, now, ct);
        return new TokenSet(grant, chain.Next(grant), null);
    }
}
