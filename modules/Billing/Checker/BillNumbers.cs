using System.Globalization;
using System.Text;

namespace Anmin.Billing.Checker;

/// <summary>Numbers as bills write them: <c>1,230.00元</c>, <c>￥480</c>, <c>３天</c>, <c>2.2</c>.</summary>
internal static class BillNumbers
{
    private const int LongestUnit = 4;
    private static readonly System.Buffers.SearchValues<char> Digits = System.Buffers.SearchValues.Create("0123456789.-");

    /// <summary>Null where the text is no number.</summary>
    public static decimal? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var plain = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
            if (!char.IsWhiteSpace(c) && c is not (',' or '¥' or '$')) plain.Append(c);
        var typed = plain.ToString();
        var end = typed.AsSpan().IndexOfAnyExcept(Digits);
        if (end < 0) end = typed.Length;
        var rest = typed[end..];
        if (rest.Length > LongestUnit || !rest.All(char.IsLetter)) return null;
        return decimal.TryParse(typed.AsSpan(0, end), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= 100_000_000 ? number : null;
    }
}
