namespace Anmin.Kernel.Messages;

/// <summary>A fact waiting to be delivered. Written in the same commit as the change it tells of.</summary>
public sealed class OutboxMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Wire { get; init; }

    public required string Payload { get; init; }

    public DateTimeOffset At { get; init; }

    public DateTimeOffset NextAt { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>Set when every attempt failed: shown, replayable, and out of the way of the rest.</summary>
    public DateTimeOffset? ParkedAt { get; set; }

    public string? LastError { get; set; }
}

/// <summary>This reaction has had this fact: makes at-least-once delivery happen once.</summary>
public sealed class InboxMark
{
    public required Guid MessageId { get; init; }

    public required string Reaction { get; init; }

    public DateTimeOffset At { get; init; }
}
