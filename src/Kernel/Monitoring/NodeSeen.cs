namespace Anmin.Kernel.Monitoring;

/// <summary>A process that serves this database, as it last said of itself.</summary>
public sealed class NodeSeen
{
    /// <summary>Machine and process: <c>host:1234</c>.</summary>
    public required string Name { get; init; }

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset SeenAt { get; set; }

    public string Version { get; set; } = "";

    public long Memory { get; set; }

    public long? DiskFree { get; set; }

    public long? DiskTotal { get; set; }

    /// <summary>Over the last beat.</summary>
    public double AnswersPerMinute { get; set; }

    public double FaultsPerMinute { get; set; }

    public double MeanMilliseconds { get; set; }
}
