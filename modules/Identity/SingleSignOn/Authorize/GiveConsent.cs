using Anmin.Identity.Clients;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.SingleSignOn.Authorize;

/// <summary>The person at hand lets a system know who they are; remembered for what was agreed to.</summary>
internal sealed class GiveConsent(AnminDb db, ClientBook clients, CurrentActor current, TimeProvider clock) : IUseCase<GiveConsent.Request, Done>
{
    public sealed record Request(string ClientId, IReadOnlyList<string> Scopes);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!current.Actor.IsSignedIn) return KernelProblems.SignInNeeded;
        if (clients.Find(request.ClientId) is not { } client || request.Scopes.Any(s => !client.Scopes.Contains(s))) return KernelProblems.NotFound;
        var given = await db.Set<Consent>().FindAsync([current.Actor.Id, client.Id], ct);
        if (given is null) db.Add(given = new Consent { StaffId = current.Actor.Id, ClientId = client.Id, Scopes = "", At = default });
        given.Scopes = string.Join(' ', given.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Union(request.Scopes).Order(StringComparer.Ordinal));
        given.At = clock.GetUtcNow();
        return Done.It;
    }
}
