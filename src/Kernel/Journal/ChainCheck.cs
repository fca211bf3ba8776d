using System.Text;
using Anmin.Kernel.Ciphers;

namespace Anmin.Kernel.Journal;

/// <summary>
/// Every subject's chain, in order. A line is hashed behind the stored hash of the line before: that one has been
/// re-computed itself by then, so the two are the same, and reading need not wait for hashing.
/// </summary>
internal sealed class ChainCheck(ICipherSuite suite)
{
    public const string Select = "select id, subject_kind, subject_id, seq, kind, at, actor, device, data, hash from kernel_journal order by subject_id, seq, id";

    private readonly byte[] before = new byte[suite.HashSize];
    private readonly byte[] computed = new byte[suite.HashSize];
    private Guid? reading, checking;
    private int seq;

    public long Entries { get; private set; }

    public long Subjects { get; private set; }

    public string? Broken { get; private set; }

    public void Fill(RawRows rows, Preimages batch)
    {
        while (!batch.IsFull && rows.Next()) Write(rows, batch);
    }

    /// <summary>The same bytes as <see cref="JournalBlock.Preimage"/> over <see cref="JournalEntry.TextOf"/>.</summary>
    private void Write(RawRows rows, Preimages batch)
    {
        var of = rows.Id(2);
        var (start, number) = (batch.Position, rows.Number(3));
        var kind = rows.Bytes(1);
        if (of != reading) before.AsSpan().Clear(); // 64 zeros
        reading = of;
        batch.AddHex(before).Add((byte)'\n').Add(kind).Add((byte)'\n').Add(of ?? default).Add((byte)'\n').Add(number).Add((byte)'\n').Add(rows.Bytes(4)).Add((byte)'\n')
            .Add(rows.Number(5)).Add((byte)'\n').Add(rows.Bytes(6)).Add((byte)'\n').Add(rows.Bytes(7)).Add((byte)'\n').Add(rows.Bytes(8));
        var length = batch.Position - start;
        var hash = rows.Bytes(9);
        batch.Add(hash);
        batch.Rows.Add(new(rows.Number(0), number, of, start, length, kind.Length, hash.Length));
        if (hash.Length == before.Length) hash.CopyTo(before);
    }

    /// <returns>False at the first line that does not fit; <see cref="Broken"/> names it.</returns>
    public bool Use(Preimages batch)
    {
        foreach (ref readonly var row in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(batch.Rows))
        {
            if (row.Subject != checking || Entries == 0)
            {
                (checking, seq) = (row.Subject, 0);
                Subjects++;
            }
            seq++;
            Entries++;
            if (row.Subject is null) return Stop(batch, row, "主体编号不成形。");
            if (row.Order != seq) return Stop(batch, row, $"序号应为{seq}，库中为{row.Order}。前面有缺失或被改动。");
            suite.HashInto(batch.Text(row), computed);
            if (!batch.Hash(row).SequenceEqual(computed)) return Stop(batch, row, "内容与哈希不符。");
        }
        return true;
    }

    private bool Stop(Preimages batch, in Preimage row, string why)
    {
        var kind = Encoding.UTF8.GetString(batch.Text(row).Slice((suite.HashSize * 2) + 1, row.KindLength));
        Broken = $"流转日志第{row.Id}条（{kind} {row.Subject} 第{seq}行）：{why}";
        return false;
    }
}
