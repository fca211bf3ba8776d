using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.SingleSignOn.Authorize;

/// <summary>What the person at hand has let a system know about them before.</summary>
internal sealed class FindConsent(AnminDb db, CurrentActor current) : IQuestion<FindConsent.Request, FindConsent.Reply>
{
    public sealed record Request(string ClientId);

    public sealed record Reply(IReadOnlyList<string> Scopes);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (who, client) = (current.Actor.Id, request.ClientId);
        var scopes = await db.Set<Consent>().AsNoTracking().Where(c => c.StaffId == who && c.ClientId == client).Select(c => c.Scopes).FirstOrDefaultAsync(ct);
        return new Reply(scopes?.Split(' ') ?? []);
    }
}
