using Anmin.Kernel.Ciphers;

namespace Anmin.Kernel.Journal;

/// <summary>The tree of <see cref="Merkle"/> over one flat array, for whoever needs the root alone.</summary>
internal sealed class LeafTree(ICipherSuite suite)
{
    private readonly int size = suite.HashSize;
    private readonly byte[] pair = [Merkle.NodeMark, .. new byte[2 * suite.HashSize]];
    private byte[] hashes = new byte[1024 * suite.HashSize];

    public int Count { get; private set; }

    public void Clear() => Count = 0;

    /// <param name="leaf">Its text with the mark of a leaf in front.</param>
    public void Add(ReadOnlySpan<byte> leaf)
    {
        if (hashes.Length < (Count + 1) * size) Array.Resize(ref hashes, hashes.Length * 2);
        suite.HashInto(leaf, At(Count));
        Count++;
    }

    /// <summary>Consumes the leaves. There must be one.</summary>
    public ReadOnlySpan<byte> Root()
    {
        for (var level = Count; level > 1; level = (level + 1) / 2)
        {
            for (var i = 0; i < level / 2; i++)
            {
                hashes.AsSpan(2 * i * size, 2 * size).CopyTo(pair.AsSpan(1));
                suite.HashInto(pair, At(i));
            }
            if (level % 2 == 1) At(level - 1).CopyTo(At(level / 2));
        }
        return At(0);
    }

    private Span<byte> At(int index) => hashes.AsSpan(index * size, size);
}
