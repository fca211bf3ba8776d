using System.Text;
using Anmin.Kernel.Personal;

namespace Anmin.Kernel.Names;

/// <summary>
/// How likely two spellings mean one name, for finding duplicates and matching registers. It compares names only: 王丽 and 王莉 are
/// alike at 0.95 and mostly two people, so a match always needs a second fact (number, birth, address) or a person's decision.
/// </summary>
/// <remarks>
/// Each pair of characters counts <see cref="SameSound"/>, <see cref="NearInShape"/> or <see cref="NearInSound"/>, an equal one 1;
/// the best alignment in order is divided by the longer length. What helps to choose a threshold:
/// 1 the same (dots, blanks and letter case apart) · 0.95 and more, one of three characters sounds or looks alike · 0.9 all sound
/// alike, or family and given name swapped · 0.83 one of three characters missing · 0.67 one of three wholly different · 0 nothing in common.
/// </remarks>
public static class NameLikeness
{
    /// <summary>Same syllable in any reading: 兰 蓝.</summary>
    public const double SameSound = 0.9;

    /// <summary>Confused in writing: 己 已.</summary>
    public const double NearInShape = 0.85;

    /// <summary>Confused in dialect: 林 (lin) 宁 (ning).</summary>
    public const double NearInSound = 0.75;

    /// <summary>The same parts in another order: 桂兰张, Smith John.</summary>
    public const double Swapped = 0.9;

    /// <summary>The same characters in any other order: 张兰桂.</summary>
    public const double Shuffled = 0.85;

    /// <summary>Chinese characters against their pinyin: 张桂兰, Zhang Guilan.</summary>
    public const double Spelled = 0.7;

    /// <summary>What one missing character counts, once, when all others agree: 张兰, 张桂兰.</summary>
    public const double Missing = 0.5;

    /// <summary>0 to 1, the same in both directions; 1 only for names equal but for dots, blanks and letter case.</summary>
    public static double Compare(PersonName a, PersonName b)
    {
        var (one, other) = (Letters(a.Text), Letters(b.Text));
        if (one.AsSpan().SequenceEqual(other)) return 1;
        var best = Aligned(one, other);
        if (IsSwapped(a.Text, b.Text, one, other)) best = Math.Max(best, Swapped);
        else if (best < Shuffled && one.Length > 1 && one.Length == other.Length && one.Order().SequenceEqual(other.Order())) best = Math.Max(best, Shuffled);
        else if (best < Spelled && IsSpelled(a.Text, b.Text)) best = Spelled;
        return best;
    }

    /// <summary>Likeness of two characters, Unicode scalar values.</summary>
    internal static double OfCharacters(int one, int other)
    {
        if (one == other) return 1;
        var (first, second) = (PinyinTable.Of(one), PinyinTable.Of(other));
        if (Share(first.Readings, second.Readings)) return SameSound;
        if (NearShape.Are(one, other)) return NearInShape;
        return Share(first.Blurred, second.Blurred) ? NearInSound : 0;
    }

    private static bool Share(string[] first, string[] second)
    {
        foreach (var reading in first)
        {
            if (second.AsSpan().Contains(reading)) return true;
        }
        return false;
    }

    private static int[] Letters(string name) =>
        [.. name.EnumerateRunes().Where(Rune.IsLetter).Select(rune => Rune.ToLowerInvariant(rune).Value)];

    // the heaviest alignment in order; at most 60 by 60 characters
    private static double Aligned(int[] one, int[] other)
    {
        var row = new double[other.Length + 1];
        foreach (var character in one)
        {
            var diagonal = 0d;
            for (var j = 1; j <= other.Length; j++)
            {
                var here = Math.Max(Math.Max(row[j], row[j - 1]), diagonal + OfCharacters(character, other[j - 1]));
                (diagonal, row[j]) = (row[j], here);
            }
        }
        var (shorter, longer) = (Math.Min(one.Length, other.Length), Math.Max(one.Length, other.Length));
        var oneMissing = longer - shorter == 1 && shorter >= 2 && row[^1] >= NearInSound * shorter;
        return longer == 0 ? 0 : (row[^1] + (oneMissing ? Missing : 0)) / longer;
    }

    private static bool IsSwapped(string a, string b, int[] one, int[] other)
    {
        var (parts, others) = (a.Split('·', ' '), b.Split('·', ' '));
        if (parts.Length > 1 || others.Length > 1)
            return parts.Length == others.Length && parts.Order(StringComparer.OrdinalIgnoreCase).SequenceEqual(others.Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
        return one.Length == other.Length && one.Length > 1 && (Rotated(one, other) || Rotated(other, one));
    }

    // the family name, of one or two characters, stands last
    private static bool Rotated(int[] one, int[] other)
    {
        for (var family = 1; family <= Math.Min(2, one.Length - 1); family++)
        {
            if (one.AsSpan(family).SequenceEqual(other.AsSpan(0, one.Length - family)) && one.AsSpan(0, family).SequenceEqual(other.AsSpan(one.Length - family))) return true;
        }
        return false;
    }

    private static bool IsSpelled(string a, string b)
    {
        if (NameRules.IsHan(Rune.GetRuneAt(a, 0).Value) == NameRules.IsHan(Rune.GetRuneAt(b, 0).Value)) return false;
        var (one, other) = (Pinyin.Syllables(a), Pinyin.Syllables(b));
        var (text, reversed) = (string.Concat(one), string.Concat(one.Skip(1)) + one[0]);
        return string.Concat(other) is var spelled && (spelled == text || spelled == reversed || string.Concat(other.Skip(1)) + other[0] == text);
    }
}
