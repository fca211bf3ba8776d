using Anmin.Kernel.Auditing;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Kernel.Journal;

/// <summary>Re-computes every hash from the stored bytes and names the first thing that does not fit.</summary>
public sealed class JournalVerifier(AnminDb db)
{
    /// <param name="Broken">What and where, or null when everything fits.</param>
    public sealed record Report(long Entries, long Subjects, long Blocks, int Days, long Unsealed, string? Broken)
    {
        public long AuditRows { get; init; }

        /// <summary>Of these, not yet under a root of the journal.</summary>
        public long AuditUnsealed { get; init; }

        /// <summary>Changes committed by lanes, each under a digest of the journal.</summary>
        public long LaneLines { get; init; }
    }

    public async Task<Report> RunAsync(CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            return await WalkAsync(ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<Report> WalkAsync(CancellationToken ct)
    {
        var chains = await ChainsAsync(ct);
        if (chains.Broken is not null) return new(chains.Entries, chains.Subjects, 0, 0, 0, chains.Broken);
        var blocks = await BlocksAsync(ct);
        if (blocks.Broken is not null) return new(chains.Entries, chains.Subjects, blocks.Hashes.Count, 0, 0, blocks.Broken);
        var (days, broken) = await DaysAsync(blocks.Hashes, ct);
        // entries sealed since the first walk are not missing
        var audit = new AuditCheck(db);
        broken ??= await audit.RunAsync(ct);
        var lanes = new Lanes.LaneCheck(db);
        broken ??= await lanes.RunAsync(ct);
        return new(chains.Entries, chains.Subjects, blocks.Hashes.Count, days, Math.Max(0, chains.Entries - blocks.Sealed), broken) { LaneLines = lanes.Lines, AuditRows = audit.Rows, AuditUnsealed = audit.Rows - audit.Sealed };
    }

    private async Task<ChainCheck> ChainsAsync(CancellationToken ct)
    {
        var check = new ChainCheck(db.Parts.Vault.Suite);
        using var rows = RawRows.Open(db.Database.GetDbConnection(), ChainCheck.Select);
        await ReadAhead.RunAsync(batch => check.Fill(rows, batch), check.Use, ct);
        return check;
    }

    private async Task<BlockCheck> BlocksAsync(CancellationToken ct)
    {
        var blocks = await db.Set<JournalBlock>().AsNoTracking().OrderBy(b => b.Number).ToListAsync(ct);
        var check = new BlockCheck(db.Parts.Vault.Suite, blocks);
        if (blocks.Count == 0) return check;
        using (var rows = RawRows.Open(db.Database.GetDbConnection(), JournalRows.Range(db, 0, blocks.Max(b => b.ToMark))))
            await ReadAhead.RunAsync(batch => BlockCheck.Fill(rows, batch), check.Use, ct);
        check.Finish();
        return check;
    }

    private async Task<(int Days, string? Broken)> DaysAsync(List<byte[]> blocks, CancellationToken ct)
    {
        var suite = db.Parts.Vault.Suite;
        var previous = JournalEntry.Genesis;
        var (count, next) = (0, 1L);
        foreach (var day in await db.Set<JournalDay>().AsNoTracking().OrderBy(d => d.Day).ToListAsync(ct))
        {
            if (day.FirstBlock != next || day.LastBlock < day.FirstBlock || day.LastBlock > blocks.Count) return (count, $"{day.Day:yyyy-MM-dd}日根：所含的块不衔接");
            var leaves = blocks.GetRange((int)day.FirstBlock - 1, (int)(day.LastBlock - day.FirstBlock + 1)).Select(h => Sealer.BlockLeaf(suite, h)).ToList();
            if (!Merkle.Root(suite, leaves).AsSpan().SequenceEqual(day.Root) || !suite.Hash(JournalBlock.Preimage(previous, day.Text())).AsSpan().SequenceEqual(day.Hash))
                return (count, $"{day.Day:yyyy-MM-dd}日根：与哈希不符");
            previous = Convert.ToHexStringLower(day.Hash);
            next = day.LastBlock + 1;
            count++;
        }
        return (count, null);
    }
}
