using System.Text;
using Anmin.Kernel.Outcomes;

namespace Anmin.Identity.Passwords;

/// <summary>
/// What a password may be (NIST SP 800-63B): at least twelve characters, or eight Chinese ones, of which there are thousands; at most 128, any of them, none demanded. Not one of the commonest
/// that have leaked, not a well-known word with digits behind it, not a row of the keyboard, not the person's own or the institution's name.
/// </summary>
internal sealed class PasswordRules(LeakedPasswords leaked)
{
    public const int Shortest = 12;
    public const int ShortestChinese = 8;
    public const int Longest = 128;
    private const int FewestDifferent = 5;
    private static readonly string[] Rows = ["1234567890", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "abcdefghijklmnopqrstuvwxyz", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/", "qazwsxedcrfvtgbyhnujmikolp", "!@#$%^&*()_+"];

    /// <param name="text">Normal form.</param>
    /// <param name="own">Names the password must not be made of: user name, name, institution, city.</param>
    public Problem? Refusal(string text, IReadOnlyList<string?> own)
    {
        if (text.Any(char.IsControl)) return IdentityProblems.PasswordUnreadable;
        var chinese = text.Count(c => c is >= '\u4e00' and <= '\u9fff');
        if ((text.EnumerateRunes().Count() - chinese) * ShortestChinese + chinese * Shortest < Shortest * ShortestChinese) return IdentityProblems.PasswordShort(Shortest, ShortestChinese);
        if (text.Length > Longest) return IdentityProblems.PasswordLong(Longest);
        var folded = Folded(text);
        // digits alone are a telephone, a birthday or an identity number
        if (folded.EnumerateRunes().Distinct().Count() < FewestDifferent || folded.AsSpan().TrimEnd('x').IndexOfAnyExceptInRange('0', '9') < 0 || IsRow(folded)) return IdentityProblems.PasswordRow;
        if (leaked.Holds(folded) || leaked.IsCommon(Letters(folded)) || leaked.IsCommon(Letters(Unleeted(folded)))) return IdentityProblems.PasswordLeaked;
        foreach (var name in own)
            if (IsMadeOf(folded, name)) return IdentityProblems.PasswordOwnName;
        return null;
    }

    internal static string Folded(string text) => text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    /// <summary>Letters alone, of any script: 密码2026 is 密码.</summary>
    internal static string Letters(string text) => string.Concat(text.EnumerateRunes().Where(Rune.IsLetter));

    /// <summary>p@ssw0rd is password.</summary>
    internal static string Unleeted(string text) => string.Concat(text.TrimEnd("0123456789!@#$%^&*()_+-=.,?~".ToCharArray()).Select(c => c switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => c,
    }));

    /// <summary>Made of pieces of keyboard rows or of the alphabet, forwards or backwards, each of four or more.</summary>
    internal static bool IsRow(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var piece = Rows.SelectMany(row => (string[])[row, Backwards(row)]).Max(row => Common(row, text.AsSpan(at)));
            if (piece < Math.Min(4, text.Length - at)) return false;
            at += piece;
        }
        return true;
    }

    /// <summary>The name, with at most five characters beside it.</summary>
    private static bool IsMadeOf(string folded, string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return false;
        var own = Folded(name.Trim());
        return own.Length >= 2 && folded.Replace(own, "", StringComparison.Ordinal) is var rest && rest.Length < folded.Length && rest.Length <= 5;
    }

    private static int Common(string row, ReadOnlySpan<char> text)
    {
        var start = row.IndexOf(text[0], StringComparison.Ordinal);
        if (start < 0) return 0;
        var length = 1;
        while (length < text.Length && text[length] == row[(start + length) % row.Length]) length++;
        return length;
    }

    private static string Backwards(string text) => new([.. text.Reverse()]);
}
