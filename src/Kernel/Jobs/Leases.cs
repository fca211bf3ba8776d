using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Kernel.Jobs;

/// <summary>Takes, keeps and gives back leases. Whoever takes one over raises its epoch.</summary>
public sealed class Leases(IServiceScopeFactory scopes, WriteTurn turn, TimeProvider clock)
{
    private readonly string owner = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    /// <returns>The lease, or null while somebody else holds it.</returns>
    public async Task<Lease?> TakeAsync(string name, TimeSpan span, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AnminDb>();
        using var held = await turn.WaitAsync(ct);
        var now = clock.GetUtcNow();
        var lease = await db.Set<Lease>().AsNoTracking().SingleOrDefaultAsync(l => l.Name == name, ct);
        if (lease is not null && lease.Owner == owner && lease.Until > now + (span / 2)) return lease;
        if (lease is not null && lease.Owner != owner && lease.Until > now) return null;
        var next = new Lease { Name = name, Owner = owner, Epoch = lease is null ? 1 : lease.Owner == owner ? lease.Epoch : lease.Epoch + 1, Until = now + span };
        if (lease is null)
        {
            db.Add(next);
            try
            {
                await db.SaveChangesAsync(ct);
                return next;
            }
            catch (DbUpdateException)
            {
                return null;
            }
        }
        var taken = await db.Set<Lease>().Where(l => l.Name == name && l.Epoch == lease.Epoch && l.Owner == lease.Owner && l.Until == lease.Until)
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.Owner, next.Owner).SetProperty(l => l.Epoch, next.Epoch).SetProperty(l => l.Until, next.Until), ct);
        return taken == 1 ? next : null;
    }

    public async Task GiveBackAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AnminDb>();
        using var held = await turn.WaitAsync(ct);
        await db.Set<Lease>().Where(l => l.Owner == owner).ExecuteUpdateAsync(s => s.SetProperty(l => l.Until, clock.GetUtcNow()), ct);
    }
}
