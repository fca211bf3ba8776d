namespace Anmin.Kernel.Jobs;

/// <summary>Work that comes round by itself. One node at a time, by lease; state in the database, so a restart forgets nothing.</summary>
public interface IJob
{
    string Name { get; }

    TimeSpan Every { get; }

    /// <param name="lease">Held while the job runs; write its epoch where a stalled former owner must be fenced.</param>
    Task RunAsync(Lease lease, CancellationToken ct);
}
