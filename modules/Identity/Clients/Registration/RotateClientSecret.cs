using Anmin.Identity.SingleSignOn;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Settings;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Clients.Registration;

/// <summary>A new secret. The present one stays good for a time, unless it is believed stolen.</summary>
internal sealed class RotateClientSecret(AnminDb db, SettingBook settings, CommandContext context, TimeProvider clock) : IUseCase<RotateClientSecret.Request, RotateClientSecret.Reply>
{
    /// <param name="AtOnce">The present secret ends now: it may be in wrong hands.</param>
    public sealed record Request(string ClientId, bool AtOnce = false);

    /// <param name="OldUntil">Until when the secret before is taken too.</param>
    public sealed record Reply(string ClientId, ShownOnce? Secret, DateTimeOffset? OldUntil);

    public Permission Permission => IdentityPermissions.ManageClients;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await db.Set<Client>().FindAsync([request.ClientId], ct) is not { } client) return KernelProblems.NotFound;
        if (client.Kind == ClientKind.Public) return ClientProblems.NoSecret;
        var secret = ClientSecret.Draw();
        client.TakeSecret(ClientSecret.HashOf(secret), clock.GetUtcNow(), request.AtOnce ? TimeSpan.Zero : TimeSpan.FromHours(settings.Number(SsoSettings.SecretOverlap)));
        context.ReferenceChanged();
        return new Reply(client.Id, new ShownOnce(secret), client.OldSecretUntil);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RotateClientSecret, Request, Reply>("/clients/rotate-secret");
}
