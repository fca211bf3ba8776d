using System.Buffers;

namespace Anmin.Kernel.Ciphers;

/// <summary>
/// Check characters of ISO/IEC 7064: both systems find every single wrong character and every swap of neighbours
/// (MOD 37,36 all but a few of the swaps). They guard against typing, not against forgery.
/// </summary>
public static class CheckCharacter
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static readonly SearchValues<char> Allowed = SearchValues.Create(Alphabet);

    /// <summary>MOD 11-2, one digit or X, as GB 11643 appends to the seventeen digits of a citizen number.</summary>
    /// <exception cref="ArgumentException">Something else than the digits 0–9.</exception>
    public static char Mod11Radix2(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c)) throw new ArgumentException("Only the digits 0-9 take a MOD 11-2 check character.", nameof(digits));
            sum = (sum + (c - '0')) * 2 % 11;
        }
        var check = (12 - sum) % 11;
        return check == 10 ? 'X' : (char)('0' + check);
    }

    /// <summary>Whether the last character is the MOD 11-2 check of those before it. False, never an exception, for any other text.</summary>
    public static bool VerifyMod11Radix2(ReadOnlySpan<char> text) =>
        text.Length >= 2 && !text[..^1].ContainsAnyExceptInRange('0', '9') && Mod11Radix2(text[..^1]) == text[^1];

    /// <summary>MOD 37,36, one of 0–9 and A–Z, for our own business numbers.</summary>
    /// <exception cref="ArgumentException">Something else than 0–9 and A–Z; take separators out first.</exception>
    public static char Mod37Radix36(ReadOnlySpan<char> text)
    {
        var product = 36;
        foreach (var c in text)
        {
            var value = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (value < 0) throw new ArgumentException("Only 0-9 and A-Z take a MOD 37,36 check character.", nameof(text));
            var sum = (product + value) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return Alphabet[(37 - product) % 36];
    }

    /// <summary>Whether the last character is the MOD 37,36 check of those before it. False, never an exception, for any other text.</summary>
    public static bool VerifyMod37Radix36(ReadOnlySpan<char> text) =>
        text.Length >= 2 && !text[..^1].ContainsAnyExcept(Allowed) && Mod37Radix36(text[..^1]) == text[^1];
}
