using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Settings;
using Anmin.Notifications.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Notifications.Webhooks;

/// <summary>
/// Tells subscribers. One subscriber at a time gets one fact at a time, oldest first; a fact that does not get through is tried again
/// later while newer ones go on, so a subscriber orders by <c>timestamp</c> and drops repeats by <c>webhook-id</c>.
/// 2xx: delivered. 410: the subscription is paused. Anything else, or nothing within ten seconds: again, with growing pauses over about a day.
/// </summary>
internal sealed class DeliverWebhooks(IServiceScopeFactory scopes, WriteTurn turn, SettingBook settings, OutsideCalls calls, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(8), TimeSpan.FromHours(8)];

    public string Name => "notifications.webhooks";

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public async Task RunAsync(Lease lease, CancellationToken ct)
    {
        for (var round = 0; round < 20 && await DeliverDueAsync(20, ct) > 0; round++) ct.ThrowIfCancellationRequested();
    }

    /// <param name="most">Facts a subscriber gets in this round.</param>
    /// <returns>How many were tried.</returns>
    public async Task<int> DeliverDueAsync(int most, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        List<(Guid Webhook, Guid Id)> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AnminDb>();
            var open = db.Webhooks.Where(w => !w.Paused && w.EndedAt == null).Select(w => w.Id);
            due = [.. (await db.WebhookDeliveries.AsNoTracking().Where(d => d.State == DeliveryState.Waiting && d.NextAt <= now && (d.HeldUntil == null || d.HeldUntil <= now) && open.Contains(d.WebhookId))
                .OrderBy(d => d.Id).Select(d => new { d.WebhookId, d.Id }).Take(500).ToListAsync(ct)).Select(d => (d.WebhookId, d.Id))];
        }
        var tried = 0;
        await Parallel.ForEachAsync(due.GroupBy(d => d.Webhook), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = ct }, async (subscriber, token) =>
        {
            foreach (var (_, id) in subscriber.Take(most))
                if (await DeliverAsync(id, token)) Interlocked.Increment(ref tried);
        });
        return tried;
    }

    private async Task<bool> DeliverAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        var db = scope.ServiceProvider.GetRequiredService<AnminDb>();
        var (holder, now) = (Guid.NewGuid(), clock.GetUtcNow());
        using (await turn.WaitAsync(ct))
            if (await db.WebhookDeliveries.Where(d => d.Id == id && d.State == DeliveryState.Waiting && (d.HeldUntil == null || d.HeldUntil <= now)).ExecuteUpdateAsync(s => s.SetProperty(d => d.Holder, holder).SetProperty(d => d.HeldUntil, now + Held), ct) == 0) return false;
        var delivery = await db.WebhookDeliveries.AsNoTracking().SingleAsync(d => d.Id == id, ct);
        var webhook = await db.Webhooks.AsNoTracking().SingleAsync(w => w.Id == delivery.WebhookId, ct);
        var (status, answer) = await PostAsync(webhook, delivery, ct);
        await SettleAsync(db, delivery, holder, status, answer, ct);
        return true;
    }

    private async Task<(int? Status, string Answer)> PostAsync(Webhook webhook, WebhookDelivery delivery, CancellationToken ct)
    {
        var (now, id) = (clock.GetUtcNow(), "msg_" + delivery.Id.ToString("N"));
        string[] secrets = webhook.Former is { } former && webhook.FormerUntil > now ? [webhook.Secret!.Reveal(), former.Reveal()] : [webhook.Secret!.Reveal()];
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new StringContent(delivery.Body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
            request.Headers.Add("webhook-id", id);
            request.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("webhook-signature", WebhookSignature.All(id, now.ToUnixTimeSeconds(), delivery.Body, secrets, webhook.Sm3));
            request.Headers.UserAgent.ParseAdd("anmin-webhooks/1");
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(OutsideCalls.Longest);
            using var answer = await calls.Guarded.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return ((int)answer.StatusCode, await CappedText.ReadAsync(answer.Content, limit.Token));
        }
        catch (Exception e) when (InsideAddressException.Caused(e))
        {
            return (null, "地址在内网，没有发送。接收方确在内网时，请在参数里允许向内网推送。");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidOperationException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return (null, e is OperationCanceledException ? "10秒内没有答复" : $"没有连上：{(e.InnerException ?? e).GetType().Name}");
        }
    }

    private async Task SettleAsync(AnminDb db, WebhookDelivery delivery, Guid holder, int? status, string answer, CancellationToken ct)
    {
        var (now, attempts) = (clock.GetUtcNow(), delivery.Attempts + 1);
        var state = status is >= 200 and < 300 ? DeliveryState.Delivered : status == 410 || attempts > settings.Number(NotificationsSettings.WebhookAttempts) ? DeliveryState.Dead : DeliveryState.Waiting;
        var kept = answer.Length > 1000 ? answer[..1000] : answer;
        var next = now + Pauses[Math.Min(attempts - 1, Pauses.Length - 1)];
        using var held = await turn.WaitAsync(ct);
        var mine = await db.WebhookDeliveries.Where(d => d.Id == delivery.Id && d.Holder == holder).ExecuteUpdateAsync(s => s
            .SetProperty(d => d.State, state).SetProperty(d => d.Attempts, attempts).SetProperty(d => d.TriedAt, now).SetProperty(d => d.Status, status).SetProperty(d => d.Answer, kept)
            .SetProperty(d => d.NextAt, next).SetProperty(d => d.Holder, (Guid?)null).SetProperty(d => d.HeldUntil, (DateTimeOffset?)null), ct);
        if (mine == 1 && status == 410) await db.Webhooks.Where(w => w.Id == delivery.WebhookId).ExecuteUpdateAsync(s => s.SetProperty(w => w.Paused, true), ct);
    }
}
