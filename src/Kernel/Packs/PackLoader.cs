using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Kernel.Packs;

/// <param name="File">File name inside the pack.</param>
public sealed record PackFileResult(string File, PackChanges Changes);

/// <summary>Brings the database to what a checked pack says: one transaction a file, nothing written where nothing differs.</summary>
public sealed class PackLoader(IServiceScopeFactory scopes, IEnumerable<IPackFile> files, KnownPermissions permissions, WriteTurn turn, TimeProvider clock)
{
    public PackFolder Read(string folder) => PackFolder.Read(folder, files, permissions);

    /// <exception cref="InvalidOperationException">The pack has faults: nobody loads it by mistake.</exception>
    public async Task<IReadOnlyList<PackFileResult>> LoadAsync(PackFolder pack, CancellationToken ct)
    {
        var results = new List<PackFileResult>();
        foreach (var file in Filled(pack)) results.Add(new(file.FileName, await ApplyAsync(pack, file, write: true, ct)));
        return results;
    }

    /// <summary>What <see cref="LoadAsync"/> would do. Writes nothing.</summary>
    public async Task<IReadOnlyList<PackFileResult>> DiffAsync(PackFolder pack, CancellationToken ct)
    {
        var results = new List<PackFileResult>();
        foreach (var file in Filled(pack)) results.Add(new(file.FileName, await ApplyAsync(pack, file, write: false, ct)));
        return results;
    }

    private IEnumerable<IPackFile> Filled(PackFolder pack) => pack.Ok
        ? files.OrderBy(f => f.Order).ThenBy(f => f.FileName, StringComparer.Ordinal).Where(f => pack.Check.RowsOf(f.FileName).Count > 0)
        : throw new InvalidOperationException("A pack with faults is not loaded.");

    private async Task<PackChanges> ApplyAsync(PackFolder pack, IPackFile file, bool write, CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<AnminDb>();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        using var held = write ? await turn.WaitAsync(ct) : null;
        await using var commit = write ? await db.Database.BeginTransactionAsync(ct) : null;
        var changes = await file.ApplyAsync(db, pack.Check.RowsOf(file.FileName), Scope(pack), ct);
        if (commit is null || !changes.Any) return changes;
        await StampAsync(db, pack.Chain[^1].Id, ct);
        await db.SaveChangesAsync(ct);
        await commit.CommitAsync(ct);
        return changes;
    }

    private PackScope Scope(PackFolder pack)
    {
        var now = clock.GetUtcNow();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(pack.Chain[^1].TimeZone);
        return new(pack.Chain, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime), now) { RowsOf = pack.Check.RowsOf };
    }

    /// <summary>Every node reads the reference data anew when the latest stamp is another: it always rises, also when a clock went back.</summary>
    private async Task StampAsync(AnminDb db, string pack, CancellationToken ct)
    {
        var stamps = await db.Set<LoadedPack>().AsNoTracking().Select(p => p.LoadedAt).ToListAsync(ct);
        var after = stamps.Count == 0 ? DateTimeOffset.MinValue : stamps.Max().AddMilliseconds(1);
        var stamp = clock.GetUtcNow() > after ? clock.GetUtcNow() : after;
        var row = db.Set<LoadedPack>().Local.FirstOrDefault(p => p.Id == pack) ?? await db.Set<LoadedPack>().SingleAsync(p => p.Id == pack, ct);
        row.LoadedAt = stamp;
        db.ChangeTracker.DetectChanges();
    }
}
