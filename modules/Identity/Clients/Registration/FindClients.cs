using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Clients.Registration;

/// <summary>All registered systems and programs: there are dozens, not thousands.</summary>
internal sealed class FindClients(AnminDb db) : IQuestion<FindClients.Request, FindClients.Reply>
{
    public sealed record Request;

    public sealed record Row(string Id, string Name, ClientKind Kind, bool FirstParty, DateTimeOffset? StoppedAt, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, DateTimeOffset? OldSecretUntil);

    public sealed record Reply(IReadOnlyList<Row> Rows);

    public Permission Permission => IdentityPermissions.ManageClients;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
        => new Reply(await db.Set<Client>().AsNoTracking().OrderBy(c => c.StoppedAt != null).ThenBy(c => c.Name).Take(500)
            .Select(c => new Row(c.Id, c.Name, c.Kind, c.FirstParty, c.StoppedAt, c.CreatedAt, c.LastUsedAt, c.OldSecretUntil)).ToListAsync(ct));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindClients, Request, Reply>("/clients");
}
