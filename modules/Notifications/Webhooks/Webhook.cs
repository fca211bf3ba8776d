using System.Security.Cryptography;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Notifications.Webhooks;

/// <summary>Where another system wants to be told of facts. Its secrets are sealed; the present one was shown once.</summary>
internal sealed class Webhook
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    public required string Url { get; set; }

    /// <summary>Wire names, parted by spaces; <c>funeral.*</c> for all of a room.</summary>
    public required string Wires { get; set; }

    public required SensitiveText? Secret { get; set; }

    /// <summary>The one before, which signs beside the present one until <see cref="FormerUntil"/>.</summary>
    public SensitiveText? Former { get; set; }

    public DateTimeOffset? FormerUntil { get; set; }

    /// <summary>A second signature by HMAC-SM3.</summary>
    public bool Sm3 { get; set; }

    public bool Paused { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    /// <summary>Taken away; kept for the records of deliveries.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>192 random bits as Standard Webhooks writes them.</summary>
    public static string DrawSecret() => "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(24));

    public bool Hears(string wire) => Array.Exists(Wires.Split(' ', StringSplitOptions.RemoveEmptyEntries), w => w == wire || (w.EndsWith(".*", StringComparison.Ordinal) && wire.StartsWith(w[..^1], StringComparison.Ordinal)));

    public void Rotate(string secret, DateTimeOffset until) => (Former, FormerUntil, Secret) = (Secret, until, SensitiveText.FromStore(secret));

    public static void Map(ModelBuilder model, PersonalVault vault) => model.Entity<Webhook>(t =>
    {
        t.ToTable("notifications_webhook");
        t.HasKey(e => e.Id);
        t.Property(e => e.Id).ValueGeneratedNever();
        t.Property(e => e.Url).HasMaxLength(400);
        t.Property(e => e.Wires).HasMaxLength(2000);
        t.Sealed(e => e.Secret, vault);
        t.Sealed(e => e.Former, vault);
    });
}

internal enum DeliveryState
{
    Waiting,
    Delivered,
    Dead,
}

/// <summary>One fact for one subscriber.</summary>
internal sealed class WebhookDelivery
{
    /// <summary>What the subscriber gets as <c>webhook-id</c>; the same on every try.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid WebhookId { get; init; }

    public required Guid FactId { get; init; }

    public required string Wire { get; init; }

    /// <summary>The body, byte for byte as signed.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DeliveryState State { get; set; }

    public required DateTimeOffset NextAt { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? TriedAt { get; set; }

    /// <summary>HTTP status of the last try; null where no answer came.</summary>
    public int? Status { get; set; }

    /// <summary>Beginning of the last answer, or why none came.</summary>
    public string? Answer { get; set; }

    public Guid? Holder { get; set; }

    public DateTimeOffset? HeldUntil { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<WebhookDelivery>(t =>
    {
        t.ToTable("notifications_webhook_delivery");
        t.HasKey(e => e.Id);
        t.Property(e => e.Id).ValueGeneratedNever();
        t.Property(e => e.Body).HasColumnType("text");
        t.Property(e => e.Answer).HasMaxLength(1000);
        t.HasIndex(e => new { e.WebhookId, e.FactId }).IsUnique().HasDatabaseName("notifications_webhook_once");
        t.HasIndex(e => new { e.State, e.NextAt });
        t.HasIndex(e => new { e.WebhookId, e.State, e.Id });
    });
}
