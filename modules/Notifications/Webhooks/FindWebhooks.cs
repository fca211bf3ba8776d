using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Notifications.Webhooks;

/// <summary>Who is told what, and how much of it waits or was given up.</summary>
internal sealed class FindWebhooks(AnminDb db) : IQuestion<FindWebhooks.Request, FindWebhooks.Reply>
{
    public sealed record Request;

    public sealed record Row(Guid Id, string Name, string Url, string Wires, bool Sm3, bool Paused, DateTimeOffset? FormerUntil, int Waiting, int Dead);

    public sealed record Reply(IReadOnlyList<Row> Rows);

    public Permission Permission => NotificationsPermissions.ManageWebhooks;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var all = await db.Webhooks.AsNoTracking().Where(w => w.EndedAt == null).OrderBy(w => w.Name).Select(w => new { w.Id, w.Name, w.Url, w.Wires, w.Sm3, w.Paused, w.FormerUntil }).ToListAsync(ct);
        var counts = (await db.WebhookDeliveries.Where(d => d.State != DeliveryState.Delivered).GroupBy(d => new { d.WebhookId, d.State }).Select(g => new { g.Key.WebhookId, g.Key.State, Count = g.Count() }).ToListAsync(ct))
            .ToDictionary(c => (c.WebhookId, c.State), c => c.Count);
        return new Reply([.. all.Select(w => new Row(w.Id, w.Name, w.Url, w.Wires, w.Sm3, w.Paused, w.FormerUntil, counts.GetValueOrDefault((w.Id, DeliveryState.Waiting)), counts.GetValueOrDefault((w.Id, DeliveryState.Dead))))]);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindWebhooks, Request, Reply>("/admin/webhooks");
}

/// <summary>推送记录: filtered, newest first, with what was sent and what came back.</summary>
internal sealed class FindDeliveries(AnminDb db) : IQuestion<FindDeliveries.Request, FindDeliveries.Reply>
{
    public const int PageSize = 50;

    public sealed record Request(Guid? WebhookId = null, DeliveryState? State = null, string? Wire = null, Guid? Before = null);

    public sealed record Row(Guid Id, Guid WebhookId, string Webhook, string Wire, DateTimeOffset At, DeliveryState State, int Attempts, DateTimeOffset? TriedAt, DateTimeOffset NextAt, int? Status, string? Answer, string Body);

    public sealed record Reply(IReadOnlyList<Row> Rows, Guid? Next);

    public Permission Permission => NotificationsPermissions.ManageWebhooks;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var rows = db.WebhookDeliveries.AsNoTracking();
        if (request.WebhookId is { } webhook) rows = rows.Where(d => d.WebhookId == webhook);
        if (request.State is { } state) rows = rows.Where(d => d.State == state);
        if (request.Wire is { Length: > 0 } wire) rows = rows.Where(d => d.Wire == wire);
        if (request.Before is { } before) rows = rows.Where(d => d.Id.CompareTo(before) < 0);
        var names = await db.Webhooks.AsNoTracking().ToDictionaryAsync(w => w.Id, w => w.Name, ct);
        var page = await rows.OrderByDescending(d => d.Id).Take(PageSize + 1).ToListAsync(ct);
        return new Reply([.. page.Take(PageSize).Select(d => new Row(d.Id, d.WebhookId, names.GetValueOrDefault(d.WebhookId, ""), d.Wire, d.At, d.State, d.Attempts, d.TriedAt, d.NextAt, d.Status, d.Answer, d.Body))],
            page.Count > PageSize ? page[PageSize - 1].Id : null);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindDeliveries, Request, Reply>("/admin/webhooks/deliveries");
}

/// <summary>重新推送: one delivery, or all that were given up for a subscriber. The same id and body go again.</summary>
internal sealed class ReplayDeliveries(AnminDb db, TimeProvider clock) : IUseCase<ReplayDeliveries.Request, ReplayDeliveries.Reply>
{
    /// <param name="WebhookId">All dead ones of this subscriber, where no single delivery is named.</param>
    public sealed record Request(Guid? DeliveryId, Guid? WebhookId = null);

    public sealed record Reply(int Queued);

    public Permission Permission => NotificationsPermissions.ManageWebhooks;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var chosen = request switch
        {
            { DeliveryId: { } id } => db.WebhookDeliveries.Where(d => d.Id == id && d.State != DeliveryState.Waiting),
            { WebhookId: { } webhook } => db.WebhookDeliveries.Where(d => d.WebhookId == webhook && d.State == DeliveryState.Dead),
            _ => db.WebhookDeliveries.Where(d => d.State == DeliveryState.Dead),
        };
        var queued = await chosen.ExecuteUpdateAsync(s => s.SetProperty(d => d.State, DeliveryState.Waiting).SetProperty(d => d.Attempts, 0).SetProperty(d => d.NextAt, now), ct);
        return queued > 0 ? new Reply(queued) : NotificationsProblems.NothingToReplay;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ReplayDeliveries, Request, Reply>("/admin/webhooks/replay");
}
