namespace Anmin.Kernel.Jobs;

/// <summary>Who alone may do something for a while. The epoch rises with every change of owner and fences the former one.</summary>
public sealed class Lease
{
    public required string Name { get; init; }

    public required string Owner { get; set; }

    public long Epoch { get; set; }

    public DateTimeOffset Until { get; set; }
}

/// <summary>When a job last ran and runs next; survives a restart.</summary>
public sealed class JobState
{
    public required string Name { get; init; }

    public DateTimeOffset NextAt { get; set; }

    public DateTimeOffset? LastStartedAt { get; set; }

    public DateTimeOffset? LastDoneAt { get; set; }

    public string? LastError { get; set; }

    public int Failures { get; set; }

    /// <summary>How long the last run took.</summary>
    public long? Milliseconds { get; set; }
}
