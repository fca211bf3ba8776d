using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Clients.Registration;

/// <summary>Registers a system or a program. Its secret is in the reply and nowhere else.</summary>
internal sealed class RegisterClient(AnminDb db, ClientFields fields, CommandContext context, TimeProvider clock) : IUseCase<RegisterClient.Request, RegisterClient.Reply>
{
    public sealed record Request(ClientKind Kind, string? Name, bool FirstParty = false, IReadOnlyList<string>? Redirects = null, IReadOnlyList<string>? SignedOut = null, string? BackChannel = null,
        IReadOnlyList<string>? Scopes = null, IReadOnlyList<string>? Permissions = null, string? Division = null, string? Institution = null, int PerMinute = 600) : IClientFields;

    /// <param name="Secret">Null for a client that keeps none, and on a repeat.</param>
    public sealed record Reply(string ClientId, ShownOnce? Secret);

    public Permission Permission => IdentityPermissions.ManageClients;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var client = new Client { Id = $"{(request.Kind == ClientKind.Machine ? "api" : "sys")}-{Guid.CreateVersion7():N}"[..36], Name = "", Kind = request.Kind, CreatedAt = now };
        if (fields.Onto(client, request) is { } problem) return problem;
        if (await db.Set<Client>().AnyAsync(c => c.Name == client.Name, ct)) return ClientProblems.NameTaken;
        var secret = request.Kind == ClientKind.Public ? null : ClientSecret.Draw();
        if (secret is not null) client.TakeSecret(ClientSecret.HashOf(secret), now, TimeSpan.Zero);
        db.Add(client);
        context.ReferenceChanged();
        return new Reply(client.Id, secret is null ? null : new ShownOnce(secret));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RegisterClient, Request, Reply>("/clients");
}
