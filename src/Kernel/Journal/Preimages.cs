using System.Buffers.Text;

namespace Anmin.Kernel.Journal;

/// <summary>A row waiting to be hashed: its text in <see cref="Preimages"/>, and what the database says comes out.</summary>
/// <param name="Order">Place in the subject's chain, or mark of sealing.</param>
internal readonly record struct Preimage(long Id, long Order, Guid? Subject, int At, int Length, int KindLength, int HashLength)
{
    /// <summary>The stored hash lies behind the text.</summary>
    public int HashAt => At + Length;
}

/// <summary>Some thousand texts one behind another in one array, filled by the thread that reads and emptied by the one that hashes.</summary>
internal sealed class Preimages
{
    private const int MostRows = 2048;
    private const int MostBytes = 512 * 1024;
    private byte[] bytes = new byte[16 * 1024];
    private int end;

    public List<Preimage> Rows { get; } = [];

    public bool IsFull => Rows.Count >= MostRows || end >= MostBytes;

    public int Position => end;

    public ReadOnlySpan<byte> Text(in Preimage row) => bytes.AsSpan(row.At, row.Length);

    public ReadOnlySpan<byte> Hash(in Preimage row) => bytes.AsSpan(row.HashAt, row.HashLength);

    public void Clear()
    {
        Rows.Clear();
        end = 0;
    }

    public Preimages Add(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Room(text.Length));
        end += text.Length;
        return this;
    }

    public Preimages Add(byte one)
    {
        Room(1)[0] = one;
        end++;
        return this;
    }

    public Preimages Add(long number)
    {
        Utf8Formatter.TryFormat(number, Room(20), out var written);
        end += written;
        return this;
    }

    public Preimages Add(Guid id)
    {
        Utf8Formatter.TryFormat(id, Room(36), out var written);
        end += written;
        return this;
    }

    public Preimages AddHex(ReadOnlySpan<byte> hash)
    {
        Convert.TryToHexStringLower(hash, Room(hash.Length * 2), out var written);
        end += written;
        return this;
    }

    private Span<byte> Room(int count)
    {
        if (bytes.Length - end < count) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, end + count));
        return bytes.AsSpan(end);
    }
}
