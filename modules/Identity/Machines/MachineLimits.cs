using System.Threading.RateLimiting;
using Anmin.Identity.Clients;

namespace Anmin.Identity.Machines;

/// <summary>Each program's own number of calls in a minute, counted on this node. A changed number begins a new count.</summary>
internal sealed class MachineLimits : IDisposable
{
    private readonly PartitionedRateLimiter<ClientCard> limiter = PartitionedRateLimiter.Create<ClientCard, (string, int)>(client =>
        RateLimitPartition.GetFixedWindowLimiter((client.Id, client.PerMinute), key => new() { PermitLimit = Math.Max(1, key.Item2), Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <returns>Null where the call may go on; else how many seconds to wait.</returns>
    public int? Wait(ClientCard client)
    {
        using var lease = limiter.AttemptAcquire(client);
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 60;
    }

    public void Dispose() => limiter.Dispose();
}
