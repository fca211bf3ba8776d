using System.Globalization;
using System.Text;
using Anmin.Kernel.Ciphers;

namespace Anmin.Kernel.Journal;

/// <summary>
/// The tree over a block's entries. Leaf = H(0x00 ‖ "id|tx|hash hex"), node = H(0x01 ‖ left ‖ right);
/// an odd node goes up unchanged. The prefixes keep a node from passing for a leaf (RFC 6962 §2.1).
/// </summary>
public static class Merkle
{
    internal const byte LeafMark = 0;
    internal const byte NodeMark = 1;

    public static byte[] Leaf(ICipherSuite suite, long id, long tx, byte[] hash)
        => suite.Hash([LeafMark, .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}|{tx}|{Convert.ToHexStringLower(hash)}"))]);

    public static byte[] Root(ICipherSuite suite, IReadOnlyList<byte[]> leaves)
    {
        if (leaves.Count == 0) throw new ArgumentException("A block has at least one entry.", nameof(leaves));
        var level = leaves;
        while (level.Count > 1) level = Up(suite, level);
        return level[0];
    }

    /// <summary>The siblings from a leaf to the root, each with the side it stands on.</summary>
    public static IReadOnlyList<MerkleStep> Path(ICipherSuite suite, IReadOnlyList<byte[]> leaves, int index)
    {
        var path = new List<MerkleStep>();
        for (var level = leaves; level.Count > 1; level = Up(suite, level), index /= 2)
        {
            var sibling = index ^ 1;
            if (sibling < level.Count) path.Add(new(sibling < index ? "left" : "right", Convert.ToHexStringLower(level[sibling])));
        }
        return path;
    }

    private static List<byte[]> Up(ICipherSuite suite, IReadOnlyList<byte[]> level)
    {
        var up = new List<byte[]>((level.Count + 1) / 2);
        var pair = new byte[1 + (2 * suite.HashSize)];
        pair[0] = NodeMark;
        for (var i = 0; i < level.Count; i += 2)
        {
            if (i + 1 == level.Count)
            {
                up.Add(level[i]);
                break;
            }
            level[i].CopyTo(pair, 1);
            level[i + 1].CopyTo(pair, 1 + suite.HashSize);
            up.Add(suite.Hash(pair));
        }
        return up;
    }
}

/// <param name="Side"><c>left</c> or <c>right</c>: where the sibling stands.</param>
/// <param name="Hash">Lower hex.</param>
public sealed record MerkleStep(string Side, string Hash);
