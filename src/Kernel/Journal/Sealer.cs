using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Kernel.Journal;

/// <summary>
/// Gathers committed entries into blocks, at most about a second behind, and seals the root of each day that is over.
/// One at a time by lease; a block is only accepted while the lease still has the epoch it was made under.
/// </summary>
public sealed class Sealer(IServiceScopeFactory scopes, WriteTurn turn, Reference reference, TimeProvider clock) : IJob
{
    /// <summary>Bounds memory, and the path of a proof to some sixteen steps.</summary>
    public const int MostPerBlock = 65_536;

    public string Name => "kernel.seal";

    public string Label => "封存流转日志";

    public TimeSpan Every => TimeSpan.FromMilliseconds(800);

    public async Task RunAsync(Lease lease, CancellationToken ct)
    {
        while (await SealAsync(lease, ct) == MostPerBlock) ct.ThrowIfCancellationRequested();
        await SealDayAsync(lease, ct);
    }

    /// <returns>How many entries the new block holds; 0 when nothing was waiting.</returns>
    public async Task<int> SealAsync(Lease lease, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AnminDb>();
        var suite = db.Parts.Vault.Suite;
        var last = await db.Set<JournalBlock>().AsNoTracking().OrderByDescending(b => b.Number).FirstOrDefaultAsync(ct);
        var from = last?.ToMark ?? 0;
        var to = await JournalRows.SettledMarkAsync(db, ct);
        if (to <= from) return 0;
        // reading on past the end of the block would read the whole backlog again for every block
        to = await JournalRows.EndAsync(db, from, to, MostPerBlock, ct);
        var leaves = new List<byte[]>();
        await foreach (var (_, id, tx, hash) in JournalRows.RangeAsync(db, from, to, ct)) leaves.Add(Merkle.Leaf(suite, id, tx, hash));
        if (leaves.Count == 0) return 0;
        await AddAsync(db, Block(suite, last, to, leaves, lease), lease, ct);
        return Math.Min(leaves.Count, MostPerBlock);
    }

    private JournalBlock Block(Ciphers.ICipherSuite suite, JournalBlock? last, long to, List<byte[]> leaves, Lease lease)
    {
        var at = Math.Max((clock.GetUtcNow().UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / 10, last?.At ?? 0);
        var bare = new JournalBlock { Number = (last?.Number ?? 0) + 1, FromMark = last?.ToMark ?? 0, ToMark = to, Count = leaves.Count, Root = Merkle.Root(suite, leaves), Hash = [], At = at, Epoch = lease.Epoch };
        var previous = last is null ? JournalEntry.Genesis : Convert.ToHexStringLower(last.Hash);
        return new JournalBlock { Number = bare.Number, FromMark = bare.FromMark, ToMark = to, Count = bare.Count, Root = bare.Root, At = at, Epoch = lease.Epoch, Hash = suite.Hash(JournalBlock.Preimage(previous, bare.Text())) };
    }

    private async Task AddAsync(AnminDb db, object sealedRow, Lease lease, CancellationToken ct)
    {
        using var held = await turn.WaitAsync(ct);
        await using var commit = await db.Database.BeginTransactionAsync(ct);
        var mine = await db.Set<Lease>().AsNoTracking().AnyAsync(l => l.Name == lease.Name && l.Epoch == lease.Epoch, ct);
        if (!mine) throw new InvalidOperationException("The sealer's lease was taken over; its block is not written.");
        db.Add(sealedRow);
        await db.SaveChangesAsync(ct);
        await commit.CommitAsync(ct);
    }

    /// <summary>Seals the latest day that is over in the city and has unsealed blocks.</summary>
    public async Task SealDayAsync(Lease lease, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AnminDb>();
        var suite = db.Parts.Vault.Suite;
        var zone = reference.Now.Zone;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);
        var before = await db.Set<JournalDay>().AsNoTracking().OrderByDescending(d => d.Day).FirstOrDefaultAsync(ct);
        if (before is not null && before.Day.AddDays(1) >= today) return;
        var first = (before?.LastBlock ?? 0) + 1;
        var midnight = TimeZoneInfo.ConvertTimeToUtc(today.ToDateTime(TimeOnly.MinValue), zone);
        var until = (midnight.Ticks - DateTimeOffset.UnixEpoch.UtcTicks) / 10;
        var blocks = await db.Set<JournalBlock>().AsNoTracking().Where(b => b.Number >= first && b.At < until).OrderBy(b => b.Number).Select(b => new { b.Number, b.Hash }).ToListAsync(ct);
        if (blocks.Count == 0) return;
        var root = Merkle.Root(suite, [.. blocks.Select(b => BlockLeaf(suite, b.Hash))]);
        var bare = new JournalDay { Day = today.AddDays(-1), FirstBlock = first, LastBlock = blocks[^1].Number, Root = root, Hash = [] };
        var previous = before is null ? JournalEntry.Genesis : Convert.ToHexStringLower(before.Hash);
        await AddAsync(db, new JournalDay { Day = bare.Day, FirstBlock = first, LastBlock = bare.LastBlock, Root = root, Hash = suite.Hash(JournalBlock.Preimage(previous, bare.Text())) }, lease, ct);
    }

    /// <summary>Leaf of the day's tree: H(0x00 ‖ block hash).</summary>
    internal static byte[] BlockLeaf(Ciphers.ICipherSuite suite, byte[] hash) => suite.Hash([0, .. hash]);
}
