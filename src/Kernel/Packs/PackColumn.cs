using System.Globalization;
using System.Text.RegularExpressions;

namespace Anmin.Kernel.Packs;

/// <summary>One column of a pack file and what its cells must look like.</summary>
/// <param name="Rule">Why a filled cell is wrong, as a Chinese phrase; null when it is right.</param>
public sealed partial record PackColumn(string Name, Func<string, PackCheck, string?> Rule)
{
    /// <summary>The column must be there and every cell filled.</summary>
    public bool Required { get; init; } = true;

    /// <summary>Part of what makes a line unique within a pack.</summary>
    public bool Key { get; init; }

    public PackColumn Optional() => this with { Required = false };

    public PackColumn AsKey() => this with { Key = true };

    public PackColumn And(Func<string, string?> rule) => this with { Rule = (text, check) => Rule(text, check) ?? rule(text) };

    public static PackColumn Text(string name, int most = 200)
        => new(name, (text, _) => text.Length > most ? $"最多{most}个字符，现有{text.Length}个" : text.Contains('\n') ? "里面有换行" : null);

    /// <summary>Text of several lines.</summary>
    public static PackColumn Lines(string name, int most)
        => new(name, (text, _) => text.Length > most ? $"最多{most}个字符，现有{text.Length}个" : null);

    /// <summary>A short stable code: letters, digits, dot, hyphen, underscore.</summary>
    public static PackColumn Code(string name, int most = 60)
        => new(name, (text, _) => text.Length > most || !CodePattern().IsMatch(text) ? $"“{Short(text)}”不是编码，只能用字母、数字、点、横线和下划线，最多{most}位" : null);

    public static PackColumn Date(string name)
        => new(name, (text, _) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2200 ? null : $"“{Short(text)}”不是日期，请写成 2026-03-30");

    public static PackColumn Whole(string name, int least = 0, int most = int.MaxValue)
        => new(name, (text, _) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most ? null : $"“{Short(text)}”不是{Range(least, most)}的整数");

    public static PackColumn Number(string name, decimal least = 0, decimal most = 1_000_000_000)
        => new(name, (text, _) => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most ? null : $"“{Short(text)}”不是{least}到{most}之间的数");

    public static PackColumn OneOf(string name, params string[] values)
        => new(name, (text, _) => values.Contains(text, StringComparer.Ordinal) ? null : $"“{Short(text)}”不在可用的值里：{string.Join("、", values)}");

    /// <summary>A code of divisions.csv, of this pack or its base.</summary>
    public static PackColumn Division(string name)
        => new(name, (text, check) => check.Has("divisions.csv", "code", text) ? null : $"没有编码为“{Short(text)}”的区划");

    /// <summary>A value of another file's column, of this pack or its base.</summary>
    public static PackColumn Refers(string name, string file, string column = "id")
        => new(name, (text, check) => check.Has(file, column, text) ? null : $"{file} 里没有 {column} 为“{Short(text)}”的行");

    /// <summary>Several values of another file's column, parted by spaces.</summary>
    public static PackColumn RefersToMany(string name, string file, string column = "id")
        => new(name, (text, check) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(w => !check.Has(file, column, w)) is { } word ? $"{file} 里没有 {column} 为“{Short(word)}”的行" : null);

    internal static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static string Range(int least, int most) => most == int.MaxValue ? $"不小于{least}" : $"{least}到{most}之间";

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]*\z")]
    private static partial Regex CodePattern();
}
