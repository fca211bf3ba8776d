using Anmin.Identity.SingleSignOn;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Clients.Registration;

/// <summary>Takes a client out of use, with everything it was given; or back into use, with nothing but its registration.</summary>
internal sealed class StopClient(AnminDb db, CommandContext context, TimeProvider clock) : IUseCase<StopClient.Request, Done>
{
    /// <param name="Resume">Back into use.</param>
    public sealed record Request(string ClientId, bool Resume = false);

    public Permission Permission => IdentityPermissions.ManageClients;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await db.Set<Client>().FindAsync([request.ClientId], ct) is not { } client) return KernelProblems.NotFound;
        var now = clock.GetUtcNow();
        client.StoppedAt = request.Resume ? null : client.StoppedAt ?? now;
        if (!request.Resume)
            await db.Set<SignOnGrant>().Where(g => g.ClientId == client.Id && g.RevokedAt == null).ExecuteUpdateAsync(s => s.SetProperty(g => g.RevokedAt, now).SetProperty(g => g.RevokeReason, "client"), ct);
        context.ReferenceChanged();
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<StopClient, Request, Done>("/clients/stop");
}
