namespace Anmin.Billing.Bills;

internal enum AttemptKind { OffList, AboveCeiling }

/// <summary>A charge that was tried and refused: nothing was charged, and it is not forgotten. Append-only by trigger.</summary>
internal sealed class ChargeAttempt
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required AttemptKind Kind { get; init; }

    public required Guid Subject { get; init; }

    public required string Division { get; init; }

    public required string Institution { get; init; }

    /// <summary>As it was asked for.</summary>
    public required string Item { get; init; }

    /// <summary>Name on the list; null where it is not on it.</summary>
    public string? Name { get; init; }

    /// <summary>分 for one unit.</summary>
    public long? AskedFen { get; init; }

    public long? CeilingFen { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}
