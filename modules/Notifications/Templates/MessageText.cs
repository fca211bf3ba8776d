using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Anmin.Kernel.Personal;
using Anmin.Ui.Words;

namespace Anmin.Notifications.Templates;

/// <summary>Fills a message's template. What is written of a person is never more than it needs: 李某某, 138****5521.</summary>
internal static partial class MessageText
{
    private static readonly string[] TwoCharacterSurnames = ["欧阳", "上官", "诸葛", "司马", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯", "司徒", "长孙", "宇文", "端木", "独孤", "南宫", "轩辕"];

    public static string Fill(string template, IReadOnlyDictionary<string, string?> values)
        => Word().Replace(template, m => values.GetValueOrDefault(m.Groups[1].Value) ?? "").Trim();

    public static IEnumerable<string> Names(string template) => Word().Matches(template).Select(m => m.Groups[1].Value);

    public static Dictionary<string, string?> Write(IReadOnlyDictionary<string, object?> values, TimeZoneInfo zone)
        => values.ToDictionary(v => v.Key, v => Write(v.Value, zone), StringComparer.Ordinal);

    /// <summary>李某某, 李某, 欧阳某; of a name in parts or in Latin letters the first part and 某.</summary>
    public static string Mask(PersonName name)
    {
        var text = name.Text;
        if (text.IndexOfAny(['·', ' ']) is var cut and > 0) return text[..cut] + "某";
        var runes = text.EnumerateRunes().ToArray();
        if (runes[0].Value < 0x2E80) return runes[0] + "某";
        var family = runes.Length > 2 && TwoCharacterSurnames.Any(s => text.StartsWith(s, StringComparison.Ordinal)) ? 2 : 1;
        return string.Concat(runes.Take(family)) + new string('某', Math.Clamp(runes.Length - family, 1, 2));
    }

    private static string? Write(object? value, TimeZoneInfo zone) => value switch
    {
        null => null,
        PersonName name => Mask(name),
        // a value that would open a placeholder or a line of its own is only text
        string text => OneLine(text),
        DateTimeOffset at => ChineseTime.Moment(at, zone),
        DateOnly day => ChineseTime.ShortDate(day),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static string OneLine(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text) clean.Append(char.IsControl(c) || c is '【' or '】' ? ' ' : c);
        return clean.ToString().Trim();
    }

    [GeneratedRegex(@"\{\{\s*([a-z_.0-9]+)\s*\}\}")]
    private static partial Regex Word();
}
