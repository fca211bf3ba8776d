namespace Anmin.Kernel.Lanes;

/// <summary>How lanes behave on this node.</summary>
public sealed record LaneOptions
{
    /// <summary>An owner that has not committed for so long may be replaced. One that has nothing to do gives its partition back well before.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Requests that may wait in one partition; further ones are told their place and when to come again.</summary>
    public int MostWaiting { get; init; } = 16_384;

    /// <summary>A request that would wait longer, by the pace of the last batches, is told to come again.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Rows of one commit. Larger ones save no fsync worth having and make the first wait for the last.</summary>
    public int MostPerBatch { get; init; } = 1024;
}
