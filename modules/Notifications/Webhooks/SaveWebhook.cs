using System.Text.RegularExpressions;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Notifications.Webhooks;

/// <summary>登记推送, or change name, address, facts, pause.</summary>
internal sealed partial class SaveWebhook(AnminDb db, Reading reading, CurrentActor current, CommandContext context, TimeProvider clock) : IUseCase<SaveWebhook.Request, SaveWebhook.Reply>
{
    /// <param name="WebhookId">Null for a new one.</param>
    /// <param name="Wires">Wire names, parted by blanks or lines; <c>funeral.*</c> for all of a room.</param>
    public sealed record Request(Guid? WebhookId, string? Name, string? Url, string? Wires, bool Sm3, bool Paused);

    /// <param name="Secret">Of a new one, shown this once. Never run this with an idempotency key, which would store it.</param>
    public sealed record Reply(Guid WebhookId, string? Secret);

    public Permission Permission => NotificationsPermissions.ManageWebhooks;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var name = reading.Text(request.Name, nameof(request.Name), "名称", 40);
        var url = reading.Text(request.Url, nameof(request.Url), "接收地址", 400);
        var wires = string.Join(' ', (request.Wires ?? "").Split((char[])[' ', '\n', '\r', ',', '，'], StringSplitOptions.RemoveEmptyEntries).Distinct());
        if (url is not null && !IsAddress(url)) reading.Refuse(NotificationsProblems.WebhookAddress);
        if (wires.Length is 0 or > 2000 || !Array.TrueForAll(wires.Split(' '), w => Wire().IsMatch(w))) reading.Refuse(NotificationsProblems.WebhookWires);
        if (reading.Problem is { } bad) return bad;
        if (request.WebhookId is { } id)
        {
            if (await db.Webhooks.SingleOrDefaultAsync(w => w.Id == id && w.EndedAt == null, ct) is not { } known) return KernelProblems.NotFound;
            (known.Name, known.Url, known.Wires, known.Sm3, known.Paused) = (name!, url!, wires, request.Sm3, request.Paused);
            context.About(id, "修改推送");
            return new Reply(id, null);
        }
        var secret = Webhook.DrawSecret();
        var made = new Webhook { Name = name!, Url = url!, Wires = wires, Secret = SensitiveText.FromStore(secret), Sm3 = request.Sm3, Paused = request.Paused, CreatedAt = clock.GetUtcNow(), CreatedBy = current.Actor.Id };
        db.Add(made);
        context.About(made.Id, "登记推送");
        return new Reply(made.Id, secret);
    }

    /// <summary>https, or this machine; no name and password in it.</summary>
    private static bool IsAddress(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.UserInfo.Length == 0 && address.Fragment.Length == 0 && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    [GeneratedRegex(@"^[a-z]+(\.\*|\.[a-z-]+\.v\d+)$")]
    private static partial Regex Wire();
}

/// <summary>更换密钥: the new one is shown once; both sign for a day, so that the other side changes over in peace.</summary>
internal sealed class RotateSecret(AnminDb db, CommandContext context, TimeProvider clock) : IUseCase<RotateSecret.Request, RotateSecret.Reply>
{
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    public sealed record Request(Guid WebhookId);

    /// <param name="Secret">Never run this with an idempotency key, which would store it.</param>
    public sealed record Reply(string Secret, DateTimeOffset FormerUntil) : ISecretReply;

    public Permission Permission => NotificationsPermissions.ManageWebhooks;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await db.Webhooks.SingleOrDefaultAsync(w => w.Id == request.WebhookId && w.EndedAt == null, ct) is not { } webhook) return KernelProblems.NotFound;
        var (secret, until) = (Webhook.DrawSecret(), clock.GetUtcNow() + Overlap);
        webhook.Rotate(secret, until);
        context.About(webhook.Id, "更换推送密钥");
        return new Reply(secret, until);
    }
}

/// <summary>停用推送, for good; its records stay.</summary>
internal sealed class EndWebhook(AnminDb db, CommandContext context, TimeProvider clock) : IUseCase<EndWebhook.Request, Done>
{
    public sealed record Request(Guid WebhookId);

    public Permission Permission => NotificationsPermissions.ManageWebhooks;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await db.Webhooks.SingleOrDefaultAsync(w => w.Id == request.WebhookId, ct) is not { } webhook) return KernelProblems.NotFound;
        webhook.EndedAt ??= clock.GetUtcNow();
        context.About(webhook.Id, "停用推送");
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<EndWebhook, Request, Done>("/admin/webhooks/end");
}
