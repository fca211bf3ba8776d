using System.Globalization;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Outcomes;

namespace Anmin.Kernel.Personal;

/// <summary>公民身份号码, GB 11643-1999: six digits of division, eight of birth, three of order (odd: male), one check character.</summary>
internal static class ResidentNumber
{
    private static readonly DateOnly Earliest = new(1850, 1, 1);

    // GB/T 2260 provinces; 81–83 are the residence permits of people from Hong Kong, Macao and Taiwan
    private static readonly HashSet<string> Provinces =
    [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46",
        "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83",
    ];

    /// <summary>Shape only: 15 digits, or 17 and a digit or X.</summary>
    public static bool LooksLike(string text) => text.Length switch
    {
        15 => AllDigits(text),
        18 => AllDigits(text.AsSpan(0, 17)) && (char.IsAsciiDigit(text[17]) || text[17] == 'X'),
        _ => false,
    };

    public static Problem? Refusal(string text, DateOnly today, Func<string, bool>? divisionKnown)
    {
        if (text.Length is not (15 or 18))
            return Invalid("length", string.Create(CultureInfo.InvariantCulture, $"身份证号应是18位，现在是{text.Length}位，请对照证件核对"));
        if (!LooksLike(text)) return Invalid("characters", "身份证号只能有数字，最后一位可以是X，请对照证件核对");
        var full = To18(text);
        if (BirthDate(full) is not { } born || born < Earliest) return Invalid("birth-date", "身份证号里的出生日期不存在，请核对第7位到第14位");
        if (born > today) return Invalid("birth-date-future", "身份证号里的出生日期晚于今天，请核对第7位到第14位");
        if (CheckCharacter.Mod11Radix2(full.AsSpan(0, 17)) != full[17]) return Invalid("check-character", "身份证号的最后一位对不上，请对照证件逐位核对");
        var known = divisionKnown?.Invoke(full[..6]) ?? Provinces.Contains(full[..2]);
        return known ? null : Invalid("division", "身份证号前6位的行政区划没有查到，请核对前6位");
    }

    /// <summary>Needs <see cref="LooksLike"/>. The order numbers 996–999 were kept for those born in the 1800s.</summary>
    public static string To18(string text)
    {
        if (text.Length == 18) return text;
        var century = text.AsSpan(12, 3).CompareTo("996", StringComparison.Ordinal) >= 0 ? "18" : "19";
        var body = string.Concat(text.AsSpan(0, 6), century, text.AsSpan(6));
        return body + CheckCharacter.Mod11Radix2(body);
    }

    /// <summary>Null when the calendar has no such day.</summary>
    public static DateOnly? BirthDate(string full) =>
        DateOnly.TryParseExact(full.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static bool AllDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static Problem Invalid(string reason, string message) => TextGuard.Invalid("id-number." + reason, message);
}
