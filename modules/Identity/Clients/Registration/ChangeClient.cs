using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Clients.Registration;

/// <summary>Changes what is registered about a client; its kind and its id stay. In force with the next request.</summary>
internal sealed class ChangeClient(AnminDb db, ClientFields fields, CommandContext context) : IUseCase<ChangeClient.Request, Done>
{
    public sealed record Request(string ClientId, string? Name, bool FirstParty = false, IReadOnlyList<string>? Redirects = null, IReadOnlyList<string>? SignedOut = null, string? BackChannel = null,
        IReadOnlyList<string>? Scopes = null, IReadOnlyList<string>? Permissions = null, string? Division = null, string? Institution = null, int PerMinute = 600) : IClientFields;

    public Permission Permission => IdentityPermissions.ManageClients;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await db.Set<Client>().FindAsync([request.ClientId], ct) is not { } client) return KernelProblems.NotFound;
        if (fields.Onto(client, request) is { } problem) return problem;
        if (await db.Set<Client>().AnyAsync(c => c.Name == client.Name && c.Id != client.Id, ct)) return ClientProblems.NameTaken;
        context.ReferenceChanged();
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ChangeClient, Request, Done>("/clients/change");
}
