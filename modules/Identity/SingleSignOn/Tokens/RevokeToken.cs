using Anmin.Identity.Clients;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.SingleSignOn.Tokens;

/// <summary>RFC 7009: a client gives a token back. The whole grant ends with it. Whether there was such a token is not told.</summary>
internal sealed class RevokeToken(AnminDb db, TokenMint mint, RefreshChain chain) : IUseCase<RevokeToken.Request, Done>
{
    public sealed record Request(ClientCard Client, string Token);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await GrantOfAsync(request.Token, ct) is { } id && await db.Set<SignOnGrant>().AnyAsync(g => g.Id == id && g.ClientId == request.Client.Id, ct)) await chain.RevokeAsync(id, "asked", ct);
        return Done.It;
    }

    private async Task<Guid?> GrantOfAsync(string token, CancellationToken ct)
    {
        var hash = ClientSecret.HashOf(token);
        if (await db.Set<RefreshToken>().AsNoTracking().Where(t => t.Hash == hash).Select(t => (Guid?)t.GrantId).FirstOrDefaultAsync(ct) is { } id) return id;
        return await mint.ReadAccessAsync(token, mint.Issuer) is { } claims && claims.TryGetValue("grant", out var grant) && Guid.TryParse(grant as string, out var named) ? named : null;
    }
}
