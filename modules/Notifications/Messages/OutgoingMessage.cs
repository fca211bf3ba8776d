using Anmin.Contracts.Notifications;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Notifications.Messages;

internal enum OutgoingChannel
{
    Sms,
    Group,
}

internal enum OutgoingState
{
    Queued,
    Sent,
    /// <summary>Not sent, to be tried again.</summary>
    Failed,
    /// <summary>Not sent, and not tried again by itself.</summary>
    Dead,
    /// <summary>The addressee has died: never sent.</summary>
    Suppressed,
    /// <summary>This telephone has had enough for today: never sent.</summary>
    Limited,
}

/// <summary>One message on its way out of the house. Telephone, person and text are sealed.</summary>
internal sealed class OutgoingMessage
{
    public required Guid Id { get; init; }

    public required MessageKind Kind { get; init; }

    public required OutgoingChannel Channel { get; init; }

    public required string Template { get; init; }

    public PhoneNumber? Phone { get; init; }

    /// <summary>Whose telephone it is, where known.</summary>
    public IdNumber? Person { get; init; }

    /// <summary>Whom it is about, where known.</summary>
    public IdNumber? About { get; init; }

    public string? GroupId { get; init; }

    public string Title { get; init; } = "";

    public required SensitiveText? Text { get; init; }

    public Guid? Subject { get; init; }

    public required OutgoingState State { get; set; }

    public required DateTimeOffset QueuedAt { get; init; }

    public required DateTimeOffset NextAt { get; set; }

    /// <summary>Not sent after this.</summary>
    public DateTimeOffset? Until { get; init; }

    public int Attempts { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public string? LastError { get; set; }

    /// <summary>Which run of which node is sending it now, and until when nobody else may.</summary>
    public Guid? Holder { get; set; }

    public DateTimeOffset? HeldUntil { get; set; }

    public static void Map(ModelBuilder model, PersonalVault vault) => model.Entity<OutgoingMessage>(t =>
    {
        t.ToTable("notifications_outgoing", b => b.HasCheckConstraint("notifications_outgoing_addressee", "(channel = 'Sms' and phone is not null) or (channel = 'Group' and group_id is not null)"));
        t.HasKey(e => e.Id);
        t.Property(e => e.Id).ValueGeneratedNever();
        t.Sealed(e => e.Phone, vault);
        t.Sealed(e => e.Person, vault);
        t.Sealed(e => e.About, vault);
        t.Sealed(e => e.Text, vault);
        t.HasIndex(e => new { e.State, e.NextAt });
        t.HasIndex("PhoneIndex", nameof(QueuedAt));
        t.HasIndex("PersonIndex");
    });
}
