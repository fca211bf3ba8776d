using System.Text;

namespace Anmin.Billing.Checker;

/// <summary>The many ways one service is written, brought together: width, brackets, spaces, and the words of price_aliases.csv.</summary>
/// <param name="aliases">A word of bills and the word it stands for, as the pack has them.</param>
internal sealed class ItemNames(IEnumerable<(string Alias, string Word)> aliases)
{
    // the longest first, so that 冷藏棺 is not read as 冷藏
    private readonly (string Alias, string Word)[] words = [.. aliases.Select(a => (Plain(a.Alias), Plain(a.Word))).Where(a => a.Item1.Length > 0).OrderByDescending(a => a.Item1.Length).ThenBy(a => a.Item1, StringComparer.Ordinal)];

    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create("（(，,【[");

    public static ItemNames None { get; } = new([]);

    /// <summary>Letters and digits alone, half width, small: <c>火化费（普通）</c> and <c>火化费(普通)</c> are one.</summary>
    public static string Plain(string name)
    {
        var kept = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormKC))
            if (char.IsLetterOrDigit(c)) kept.Append(char.ToLowerInvariant(c));
        return kept.ToString();
    }

    /// <summary>The same with the pack's words for it, and without a 费 at the end.</summary>
    public string Common(string name)
    {
        var (plain, read) = (Plain(name), new StringBuilder());
        for (var at = 0; at < plain.Length;)
        {
            var found = Array.Find(words, w => string.CompareOrdinal(plain, at, w.Alias, 0, w.Alias.Length) == 0);
            read.Append(found.Alias is null ? plain[at].ToString() : found.Word);
            at += found.Alias?.Length ?? 1;
        }
        return read.Length > 2 && read[^1] == '费' ? read.ToString(0, read.Length - 1) : read.ToString();
    }

    /// <summary>The name before its first bracket or comma; the whole where there is none.</summary>
    public static string Stem(string name) => name.AsSpan().IndexOfAny(Breaks) is var at and > 0 ? name[..at] : name;

    /// <summary>0 to 1: how many pairs of neighbouring characters two names share (Dice).</summary>
    public static double Likeness(string a, string b)
    {
        if (a.Length < 2 || b.Length < 2) return a == b && a.Length > 0 ? 1 : 0;
        var pairs = Pairs(b).ToList();
        var shared = Pairs(a).Count(pairs.Remove);
        return 2.0 * shared / (a.Length + b.Length - 2);
    }

    private static IEnumerable<(char, char)> Pairs(string text) => text.Zip(text.Skip(1));
}
