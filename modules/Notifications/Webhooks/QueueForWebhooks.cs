using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Anmin.Kernel.Data;
using Anmin.Kernel.Messages;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Notifications.Webhooks;

/// <summary>On every fact: one delivery for each subscriber who wants it, in the commit that marks the fact as heard.</summary>
internal sealed class QueueForWebhooks(AnminDb db, TimeProvider clock) : IFactListener
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public async Task HandleAsync(TravellingFact fact, CancellationToken ct)
    {
        var hearing = (await db.Webhooks.AsNoTracking().Where(w => w.EndedAt == null).ToListAsync(ct)).Where(w => w.Hears(fact.Wire)).ToList();
        if (hearing.Count == 0) return;
        var body = JsonSerializer.Serialize(new { id = fact.Id, type = fact.Wire, timestamp = fact.At, data = JsonNode.Parse(fact.Payload) }, Json);
        foreach (var webhook in hearing)
            db.Add(new WebhookDelivery { WebhookId = webhook.Id, FactId = fact.Id, Wire = fact.Wire, Body = body, At = fact.At, State = DeliveryState.Waiting, NextAt = clock.GetUtcNow() });
    }
}
