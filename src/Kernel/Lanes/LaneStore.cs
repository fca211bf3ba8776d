using System.Data.Common;

namespace Anmin.Kernel.Lanes;

/// <summary>A partition in this node's hands.</summary>
internal sealed record Holding(string Partition, Guid Subject, long Epoch);

/// <summary>Another node has the partition now; nothing of the batch was committed.</summary>
internal sealed class FencedException() : Exception("The lane was taken over.");

/// <summary>One connection for one partition: takes it, commits under its epoch, gives it back.</summary>
internal abstract class LaneStore(string partition, string owner, LaneOptions options) : IAsyncDisposable
{
    /// <summary>Longest that one statement may take before the connection counts as lost, seconds.</summary>
    protected const int Patience = 15;

    protected string Partition => partition;

    protected string Owner => owner;

    protected LaneOptions Options => options;

    public abstract DbConnection Connection { get; }

    /// <returns>Null where it is another node's.</returns>
    public abstract Task<Holding?> TakeAsync(CancellationToken ct);

    /// <summary>All statements and the renewal of the lease, one commit.</summary>
    /// <exception cref="FencedException">The epoch has moved on; nothing was written.</exception>
    /// <exception cref="DbException">Nothing was written, or, with the connection lost in COMMIT, nobody knows.</exception>
    public abstract Task CommitAsync(Holding holding, IReadOnlyList<LaneStatement> statements);

    /// <summary>So that whoever comes next need not wait for the lease to lapse.</summary>
    public abstract Task GiveBackAsync(Holding holding);

    public abstract ValueTask DisposeAsync();

    /// <summary>
    /// Whether its owner is to be let be: somebody else, within the lease, who has the lock or took over without it. With the lock in
    /// our hands, an owner who had it is dead, and there is nothing to wait for.
    /// </summary>
    protected bool IsKept(string by, TimeSpan age, bool theyLocked, bool weLocked)
        => by.Length > 0 && by != owner && age < options.Lease && !(weLocked && theyLocked);

    /// <summary>A row that named itself to no statement would be acknowledged and not be there.</summary>
    protected static void Expect(int rows, int written)
    {
        if (rows != written) throw new InvalidOperationException($"A lane's statement wrote {written} rows instead of {rows}.");
    }
}
