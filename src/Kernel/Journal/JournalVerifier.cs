using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Kernel.Journal;

/// <summary>Re-computes every hash from the stored bytes and names the first thing that does not fit.</summary>
public sealed class JournalVerifier(AnminDb db)
{
    /// <param name="Broken">What and where, or null when everything fits.</param>
    public sealed record Report(long Entries, long Subjects, long Blocks, int Days, long Unsealed, string? Broken);

    public async Task<Report> RunAsync(CancellationToken ct)
    {
        var (entries, subjects, broken) = await ChainsAsync(ct);
        if (broken is not null) return new(entries, subjects, 0, 0, 0, broken);
        var (blocks, sealedEntries, hashes, brokenBlock) = await BlocksAsync(ct);
        if (brokenBlock is not null) return new(entries, subjects, blocks, 0, 0, brokenBlock);
        var (days, brokenDay) = await DaysAsync(hashes, ct);
        return new(entries, subjects, blocks, days, entries - sealedEntries, brokenDay);
    }

    private async Task<(long Entries, long Subjects, string? Broken)> ChainsAsync(CancellationToken ct)
    {
        var hasher = new ChainHasher(db.Parts.Vault.Suite);
        long entries = 0, subjects = 0;
        await using var reader = await JournalRows.ChainsAsync(db, ct);
        Guid? subject = null;
        var seq = 0;
        while (await reader.ReadAsync(ct))
        {
            var id = reader.GetInt64(0);
            var of = reader.GetGuid(2);
            if (of != subject)
            {
                (subject, seq) = (of, 0);
                subjects++;
                hasher.Restart();
            }
            seq++;
            entries++;
            var where = $"第{id}条（{reader.GetString(1)} {of} 第{seq}行）";
            if (reader.GetInt32(3) != seq) return (entries, subjects, $"流转日志{where}：序号应为{seq}，库中为{reader.GetInt32(3)}。前面有缺失或被改动。");
            var text = JournalEntry.TextOf(reader.GetString(1), of, seq, reader.GetString(4), reader.GetInt64(5), reader.GetString(6), reader.GetString(7), reader.GetString(8));
            if (!hasher.Next(text).SequenceEqual(reader.GetFieldValue<byte[]>(9))) return (entries, subjects, $"流转日志{where}：内容与哈希不符。");
        }
        return (entries, subjects, null);
    }

    private async Task<(long Blocks, long Sealed, List<byte[]> Hashes, string? Broken)> BlocksAsync(CancellationToken ct)
    {
        var suite = db.Parts.Vault.Suite;
        var hashes = new List<byte[]>();
        var previous = JournalEntry.Genesis;
        long from = 0, at = 0, sealedEntries = 0;
        foreach (var block in await db.Set<JournalBlock>().AsNoTracking().OrderBy(b => b.Number).ToListAsync(ct))
        {
            string Where(string what) => $"第{block.Number}块：{what}";
            if (block.Number != hashes.Count + 1) return (hashes.Count, sealedEntries, hashes, Where($"编号应为{hashes.Count + 1}"));
            if (block.FromMark != from || block.At < at) return (hashes.Count, sealedEntries, hashes, Where("与前一块不衔接"));
            var leaves = new List<byte[]>(block.Count);
            await foreach (var (_, id, tx, hash) in JournalRows.RangeAsync(db, block.FromMark, block.ToMark, null, ct)) leaves.Add(Merkle.Leaf(suite, id, tx, hash));
            if (leaves.Count != block.Count) return (hashes.Count, sealedEntries, hashes, Where($"应有{block.Count}条，实有{leaves.Count}条"));
            if (!Merkle.Root(suite, leaves).AsSpan().SequenceEqual(block.Root)) return (hashes.Count, sealedEntries, hashes, Where("条目的次序或内容与封存时不同"));
            if (!suite.Hash(JournalBlock.Preimage(previous, block.Text())).AsSpan().SequenceEqual(block.Hash)) return (hashes.Count, sealedEntries, hashes, Where("块头与哈希不符"));
            previous = Convert.ToHexStringLower(block.Hash);
            (from, at) = (block.ToMark, block.At);
            sealedEntries += leaves.Count;
            hashes.Add(block.Hash);
        }
        return (hashes.Count, sealedEntries, hashes, null);
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
