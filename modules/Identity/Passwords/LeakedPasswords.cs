using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Anmin.Identity.Passwords;

/// <summary>
/// The commonest leaked passwords of twelve characters and more, as the sorted first four bytes of their SHA-256 (44 000 of them, 177 kB;
/// a password of one's own is taken for one of them once in a hundred thousand), and a list of common words. Sources: NOTICE in this folder.
/// </summary>
internal sealed class LeakedPasswords
{
    private readonly uint[] leaked;
    private readonly FrozenSet<string> words;
    private readonly int longest;

    public LeakedPasswords()
    {
        using var stream = Open("leaked-passwords.bin");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        leaked = [.. bytes.Chunk(4).Select(four => BinaryPrimitives.ReadUInt32BigEndian(four))];
        using var reader = new StreamReader(Open("common-words.txt"), Encoding.UTF8);
        words = reader.ReadToEnd().Split('\n').Where(l => !l.StartsWith('#')).SelectMany(l => l.Split(' ')).Select(w => w.Trim()).Where(w => w.Length > 0).ToFrozenSet(StringComparer.Ordinal);
        longest = words.Max(w => w.Length);
    }

    /// <param name="folded">Lower case.</param>
    public bool Holds(string folded) => Array.BinarySearch(leaked, BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(folded)))) >= 0;

    /// <summary>Nothing but one common word, or up to three of them in a row.</summary>
    public bool IsCommon(string letters) => letters.Length > 0 && Pieces(letters, 3);

    private bool Pieces(string text, int most)
    {
        if (text.Length == 0) return true;
        if (most == 0) return false;
        for (var length = Math.Min(longest, text.Length); length > 0; length--)
            if (words.Contains(text[..length]) && Pieces(text[length..], most - 1)) return true;
        return false;
    }

    private static Stream Open(string name) => typeof(LeakedPasswords).Assembly.GetManifestResourceStream("Anmin.Identity.Passwords." + name) ?? throw new InvalidOperationException($"{name} is not embedded.");
}
