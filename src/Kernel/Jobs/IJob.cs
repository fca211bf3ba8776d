namespace Anmin.Kernel.Jobs;

/// <summary>Work that comes round by itself. One node at a time, by lease; state in the database, so a restart forgets nothing.</summary>
public interface IJob
{
    string Name { get; }

    /// <summary>What the page 定时任务 calls it.</summary>
    string Label => Name;

    TimeSpan Every { get; }

    /// <summary>True for what each node must do for itself, such as noticing a newly loaded pack; no lease is taken.</summary>
    bool OnEveryNode => false;

    /// <param name="lease">Held while the job runs; write its epoch where a stalled former owner must be fenced.</param>
    Task RunAsync(Lease lease, CancellationToken ct);
}
