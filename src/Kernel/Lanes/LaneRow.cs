namespace Anmin.Kernel.Lanes;

/// <summary>Which node writes a partition. The epoch rises with every change of owner, and every batch is committed under its epoch.</summary>
public sealed class LaneRow
{
    /// <summary>Lane and partition, e.g. <c>booking.places:sq-fh-1</c>.</summary>
    public required string Partition { get; init; }

    /// <summary>Subject of the partition's journal chain.</summary>
    public required Guid Subject { get; init; }

    public required long Epoch { get; set; }

    /// <summary>Machine, process and a random part; empty where nobody has it.</summary>
    public required string Owner { get; set; }

    /// <summary>PostgreSQL: backend that holds the advisory lock. SQLite: process that holds the file lock. Null without the lock.</summary>
    public int? Backend { get; set; }

    /// <summary>By the database's clock: nodes' clocks may differ by minutes.</summary>
    public required DateTimeOffset RenewedAt { get; set; }
}
