using Anmin.Contracts.Notifications;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Notifications.Inbox;

/// <summary>A message to somebody of the staff, in the system.</summary>
internal sealed class InboxEntry
{
    public required Guid Id { get; init; }

    public required string StaffId { get; init; }

    public required MessageKind Kind { get; init; }

    public required string Title { get; init; }

    public required SensitiveText? Text { get; init; }

    /// <summary>Path of what it is about.</summary>
    public string? Link { get; init; }

    public Guid? Subject { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? ReadAt { get; set; }

    public static void Map(ModelBuilder model, PersonalVault vault) => model.Entity<InboxEntry>(t =>
    {
        t.ToTable("notifications_inbox");
        t.HasKey(e => e.Id);
        t.Property(e => e.Id).ValueGeneratedNever();
        t.Sealed(e => e.Text, vault);
        t.HasIndex(e => new { e.StaffId, e.ReadAt, e.Id });
    });
}

/// <summary>How somebody of the staff wants to be told; without a row, in the system only.</summary>
internal sealed class MessagePreference
{
    public required string StaffId { get; init; }

    public PhoneNumber? Phone { get; set; }

    public bool SmsUrgent { get; set; }

    public bool SmsNormal { get; set; }

    /// <summary>Normal messages in the system; urgent ones always come.</summary>
    public bool InboxNormal { get; set; } = true;

    public bool WantsInbox(MessageKind kind) => kind != MessageKind.Normal || InboxNormal;

    public bool WantsSms(MessageKind kind) => kind == MessageKind.Normal ? SmsNormal : SmsUrgent;

    public static void Map(ModelBuilder model, PersonalVault vault) => model.Entity<MessagePreference>(t =>
    {
        t.ToTable("notifications_preference");
        t.HasKey(e => e.StaffId);
        t.Sealed(e => e.Phone, vault, indexed: false);
    });
}
