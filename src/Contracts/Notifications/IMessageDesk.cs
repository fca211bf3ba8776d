using Anmin.Kernel.Personal;

namespace Anmin.Contracts.Notifications;

/// <summary>Where any room hands in a message. It is queued in the commit of the running use case or reaction: sent when that is kept, gone when it is not.</summary>
public interface IMessageDesk
{
    /// <summary>Fills the pack's template and queues it on every channel that suits the addressee. Never refuses: what cannot be sent is shown to the administrators.</summary>
    Task QueueAsync(Message message, CancellationToken ct);

    /// <summary>Whether <c>{{link}}</c> is written: an administrator has set the address of the site. Without it a message that lives by its link is not worth sending.</summary>
    bool WritesLinks { get; }
}

/// <param name="Template">A name of the pack's <c>templates/messages.csv</c>.</param>
/// <param name="Values">For <c>{{name}}</c> in the template. A <see cref="PersonName"/> is written 李某某, numbers of papers and telephones masked, instants in the city's time.</param>
public sealed record Message(string Template, Addressee To, IReadOnlyDictionary<string, object?> Values)
{
    /// <summary>The same message handed in again is the same message; channels get it as idempotency key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public MessageKind Kind { get; init; } = MessageKind.Normal;

    /// <summary>The case or record it is about.</summary>
    public Guid? Subject { get; init; }

    /// <summary>Whom it is about, where known.</summary>
    public IdNumber? About { get; init; }

    /// <summary>Path of our own site that opens what it is about; written as <c>{{link}}</c>.</summary>
    public string? Link { get; init; }

    /// <summary>Not sent after this.</summary>
    public DateTimeOffset? Until { get; init; }
}

public enum MessageKind
{
    /// <summary>Waits for the morning.</summary>
    Normal,

    /// <summary>Sent at once, also at night.</summary>
    Urgent,

    /// <summary>A code somebody is waiting for: at once, never shown again.</summary>
    Code,
}

/// <summary>For whom.</summary>
public abstract record Addressee;

/// <summary>Somebody of the staff: in the system, and by text message where they asked for it.</summary>
public sealed record ToStaff(string StaffId) : Addressee;

/// <summary>A citizen by text message.</summary>
/// <param name="Person">Whose telephone it is, where known; decides with the number whether the addressee has died.</param>
public sealed record ToPhone(PhoneNumber Phone, IdNumber? Person = null) : Addressee;

/// <summary>A group of 政务微信 or 钉钉, by the id an administrator gave it.</summary>
public sealed record ToGroup(string GroupId) : Addressee;
