using Anmin.Kernel.Ciphers;

namespace Anmin.Kernel.Journal;

/// <summary>Every block over the entries of its range, in one walk: leaves gather until the range ends, then the tree is built and compared.</summary>
internal sealed class BlockCheck(ICipherSuite suite, IReadOnlyList<JournalBlock> blocks)
{
    private readonly LeafTree tree = new(suite);
    private string previous = JournalEntry.Genesis;
    private long from, at;

    public List<byte[]> Hashes { get; } = [];

    public long Sealed { get; private set; }

    public string? Broken { get; private set; }

    /// <summary>(mark, id, tx, hash) in sealing order.</summary>
    public static void Fill(RawRows rows, Preimages batch)
    {
        while (!batch.IsFull && rows.Next())
        {
            var (start, id) = (batch.Position, rows.Number(1));
            batch.Add(Merkle.LeafMark).Add(id).Add((byte)'|').Add(rows.Number(2)).Add((byte)'|').AddHex(rows.Bytes(3));
            batch.Rows.Add(new(id, rows.Number(0), null, start, batch.Position - start, 0, 0));
        }
    }

    public bool Use(Preimages batch)
    {
        foreach (ref readonly var row in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(batch.Rows))
        {
            while (Hashes.Count < blocks.Count && row.Order >= blocks[Hashes.Count].ToMark)
                if (!Close(blocks[Hashes.Count])) return false;
            if (Hashes.Count == blocks.Count) return false;
            tree.Add(batch.Text(row));
        }
        return true;
    }

    /// <summary>The blocks behind the last entry that was read.</summary>
    public void Finish()
    {
        while (Broken is null && Hashes.Count < blocks.Count) Close(blocks[Hashes.Count]);
    }

    private bool Close(JournalBlock block)
    {
        Broken = Fault(block) is { } what ? $"第{block.Number}块：{what}" : null;
        if (Broken is not null) return false;
        previous = Convert.ToHexStringLower(block.Hash);
        (from, at) = (block.ToMark, block.At);
        Sealed += block.Count;
        Hashes.Add(block.Hash);
        tree.Clear();
        return true;
    }

    private string? Fault(JournalBlock block)
    {
        if (block.Number != Hashes.Count + 1) return $"编号应为{Hashes.Count + 1}";
        if (block.FromMark != from || block.At < at) return "与前一块不衔接";
        if (tree.Count != block.Count || tree.Count == 0) return $"应有{block.Count}条，实有{tree.Count}条";
        if (!tree.Root().SequenceEqual(block.Root)) return "条目的次序或内容与封存时不同";
        return suite.Hash(JournalBlock.Preimage(previous, block.Text())).AsSpan().SequenceEqual(block.Hash) ? null : "块头与哈希不符";
    }
}
