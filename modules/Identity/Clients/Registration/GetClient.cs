using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Clients.Registration;

/// <summary>One client with everything but its secret, which nobody has but itself.</summary>
internal sealed class GetClient(AnminDb db) : IQuestion<GetClient.Request, GetClient.Reply>
{
    public sealed record Request(string Id);

    public sealed record Reply(string Id, string Name, ClientKind Kind, bool FirstParty, IReadOnlyList<string> Redirects, IReadOnlyList<string> SignedOut, string? BackChannel, IReadOnlyList<string> Scopes,
        IReadOnlyList<string> Permissions, string? Division, string? Institution, int PerMinute, DateTimeOffset? SecretSince, DateTimeOffset? OldSecretUntil, DateTimeOffset? StoppedAt, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);

    public Permission Permission => IdentityPermissions.ManageClients;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await db.Set<Client>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.Id, ct) is not { } c) return KernelProblems.NotFound;
        return new Reply(c.Id, c.Name, c.Kind, c.FirstParty, c.Redirects.Split('\n', StringSplitOptions.RemoveEmptyEntries), c.SignedOut.Split('\n', StringSplitOptions.RemoveEmptyEntries), c.BackChannel, Words(c.Scopes),
            Words(c.Permissions), c.Division, c.Institution, c.PerMinute, c.SecretSince, c.OldSecretUntil, c.StoppedAt, c.CreatedAt, c.LastUsedAt);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetClient, Request, Reply>("/clients/{id}");

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
