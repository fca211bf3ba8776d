namespace Anmin.Kernel.Commands;

/// <summary>Who did or tried what, when, why, from where, about whom. Append-only by trigger.</summary>
public sealed class AuditRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public DateTimeOffset At { get; init; }

    public required string ActorId { get; init; }

    public required string ActorName { get; init; }

    public required string Post { get; init; }

    public required string Device { get; init; }

    public required string UseCase { get; init; }

    public required string Permission { get; init; }

    public Guid? Subject { get; init; }

    /// <summary><c>ok</c>, or the code of the refusal.</summary>
    public required string Result { get; init; }

    public string? Reason { get; init; }

    /// <summary>Why a data scope was lifted, when it was.</summary>
    public string? ScopeLift { get; init; }

    /// <summary>Order that is final once settled: PostgreSQL, the writing transaction; SQLite, a serial number. 0 for rows of before the seal.</summary>
    public long Tx { get; set; }

    /// <summary>Over <see cref="AuditText"/>, set when saved; null for rows of before the seal.</summary>
    public byte[]? Hash { get; set; }
}
