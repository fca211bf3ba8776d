using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Kernel.Journal;

/// <summary>
/// Everything a family needs to check their own record without us: the lines, each with its path to a block,
/// and each block with its path to a sealed day. The algorithm is in docs/journal.md.
/// </summary>
public sealed record SubjectProof(string Suite, string SubjectKind, Guid SubjectId, IReadOnlyList<SubjectProof.Line> Lines, IReadOnlyList<SubjectProof.Block> Blocks, IReadOnlyList<SubjectProof.Day> Days)
{
    /// <param name="Text">The hashed text, field by field on lines of its own.</param>
    /// <param name="Block">Null while not yet sealed (about a second).</param>
    public sealed record Line(long Id, long Tx, string Text, string Hash, long? Block, IReadOnlyList<MerkleStep> Path);

    /// <param name="Day">Null until the day is over.</param>
    public sealed record Block(long Number, string Previous, string Text, string Root, string Hash, DateOnly? Day, IReadOnlyList<MerkleStep> Path);

    public sealed record Day(DateOnly Date, string Previous, string Text, string Root, string Hash);

    public static async Task<SubjectProof?> OfAsync(AnminDb db, Guid subject, CancellationToken ct)
    {
        var suite = db.Parts.Vault.Suite;
        var entries = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == subject).OrderBy(e => e.Seq).ToListAsync(ct);
        if (entries.Count == 0) return null;
        var lines = new List<Line>();
        var blocks = new Dictionary<long, (JournalBlock Block, List<(long Id, byte[] Leaf)> Leaves)>();
        foreach (var entry in entries)
        {
            var mark = db.Kind == DatabaseKind.Postgres ? entry.Tx : entry.Id;
            var block = blocks.Values.Select(b => b.Block).FirstOrDefault(b => b.FromMark <= mark && mark < b.ToMark)
                ?? await db.Set<JournalBlock>().AsNoTracking().FirstOrDefaultAsync(b => b.FromMark <= mark && mark < b.ToMark, ct);
            if (block is not null && !blocks.ContainsKey(block.Number)) blocks[block.Number] = (block, await LeavesAsync(db, block, ct));
            var path = block is null ? [] : Merkle.Path(suite, [.. blocks[block.Number].Leaves.Select(l => l.Leaf)], blocks[block.Number].Leaves.FindIndex(l => l.Id == entry.Id));
            lines.Add(new(entry.Id, entry.Tx, entry.Text(), Convert.ToHexStringLower(entry.Hash), block?.Number, path));
        }
        var days = new Dictionary<DateOnly, Day>();
        var sealedBlocks = new List<Block>();
        foreach (var (block, _) in blocks.Values.OrderBy(b => b.Block.Number)) sealedBlocks.Add(await BlockAsync(db, block, days, ct));
        return new(suite.Name, entries[0].SubjectKind, subject, lines, sealedBlocks, [.. days.Values]);
    }

    private static async Task<List<(long Id, byte[] Leaf)>> LeavesAsync(AnminDb db, JournalBlock block, CancellationToken ct)
    {
        var leaves = new List<(long, byte[])>();
        await foreach (var (_, id, tx, hash) in JournalRows.RangeAsync(db, block.FromMark, block.ToMark, ct)) leaves.Add((id, Merkle.Leaf(db.Parts.Vault.Suite, id, tx, hash)));
        return leaves;
    }

    private static async Task<Block> BlockAsync(AnminDb db, JournalBlock block, Dictionary<DateOnly, Day> days, CancellationToken ct)
    {
        var suite = db.Parts.Vault.Suite;
        var previous = await db.Set<JournalBlock>().Where(b => b.Number == block.Number - 1).Select(b => b.Hash).FirstOrDefaultAsync(ct);
        var day = await db.Set<JournalDay>().AsNoTracking().FirstOrDefaultAsync(d => d.FirstBlock <= block.Number && block.Number <= d.LastBlock, ct);
        IReadOnlyList<MerkleStep> path = [];
        if (day is not null)
        {
            var hashes = await db.Set<JournalBlock>().Where(b => b.Number >= day.FirstBlock && b.Number <= day.LastBlock).OrderBy(b => b.Number).Select(b => b.Hash).ToListAsync(ct);
            path = Merkle.Path(suite, [.. hashes.Select(h => Sealer.BlockLeaf(suite, h))], (int)(block.Number - day.FirstBlock));
            var before = await db.Set<JournalDay>().Where(d => d.Day < day.Day).OrderByDescending(d => d.Day).Select(d => d.Hash).FirstOrDefaultAsync(ct);
            days[day.Day] = new(day.Day, Hex(before), day.Text(), Convert.ToHexStringLower(day.Root), Convert.ToHexStringLower(day.Hash));
        }
        return new(block.Number, Hex(previous), block.Text(), Convert.ToHexStringLower(block.Root), Convert.ToHexStringLower(block.Hash), day?.Day, path);
    }

    private static string Hex(byte[]? hash) => hash is null ? JournalEntry.Genesis : Convert.ToHexStringLower(hash);
}
