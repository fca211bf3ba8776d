using System.Globalization;
using Anmin.Billing.Pricing;
using Anmin.Kernel.Outcomes;

namespace Anmin.Billing.Lists.Sheets;

/// <summary>
/// Conditions of a price as sentences: what a page shows, a sheet holds and a clerk types are the same words. Clauses are parted by ；.
/// What <see cref="Write(IEnumerable{PriceTerm}, string)"/> writes, <see cref="Read"/> reads back unchanged.
/// </summary>
internal static class TermSentences
{
    public const char Between = '；';

    /// <summary>One sentence of every kind, for the page that explains the sheet.</summary>
    public static IReadOnlyList<(string Words, string Means)> Samples { get; } =
    [
        .. new (PriceTerm Term, string Unit, string Means)[]
        {
            (new(TermKind.Amount, "100㎡以下", Fen: 80_00), "场", "按类型分别定价，一类一句"),
            (new(TermKind.Tier, From: 1, To: 2, Fen: 180_00), "天", "按数量分档，整档一个价"),
            (new(TermKind.Float, "一级", Percent: 30), "具", "该等级的馆可以上浮"),
            (new(TermKind.Distance, "return", 20, Fen: 3_00), "具", "超出里程另计；去掉“，往返”就是单程"),
            (new(TermKind.Floor, From: 1, Fen: 50_00), "具", "楼层费，有电梯按1层"),
            (new(TermKind.Age, To: 7, Percent: 50), "具", "年龄减半"),
            (new(TermKind.Infectious, Percent: 150), "具", "传染病遗体"),
            (new(TermKind.RoundUp, From: 1), "天", "不足部分进位"),
            (new(TermKind.Free, From: 3), "天", "免费时间"),
            (new(TermKind.MarkupCap, Percent: 30), "个", "用品在进价上的最高加成"),
        }.Select(s => (Write(s.Term, s.Unit), s.Means)),
    ];

    public static string Write(IEnumerable<PriceTerm> terms, string unit) => string.Join(Between, terms.Select(t => Write(t, unit)));

    public static string Write(PriceTerm t, string unit) => t.Kind switch
    {
        TermKind.Amount => $"{t.Match}：{PriceEngine.Yuan(t.Fen)}",
        TermKind.Tier => t.To is { } to ? $"{Plain(t.From)}至{Plain(to)}{unit}共{PriceEngine.Yuan(t.Fen)}" : $"{Plain(t.From)}{unit}以上共{PriceEngine.Yuan(t.Fen)}",
        TermKind.Float => $"{t.Match}上浮{Plain(t.Percent)}%",
        TermKind.Distance => $"超过{Plain(t.From)}公里每公里{PriceEngine.Yuan(t.Fen)}{(t.Match == "return" ? "，往返" : "")}",
        TermKind.Floor => $"{Plain(t.From)}层以上每层{PriceEngine.Yuan(t.Fen)}",
        TermKind.Age => $"不满{Plain(t.To ?? 0)}周岁按{Plain(t.Percent)}%",
        TermKind.Infectious => $"传染病按{Plain(t.Percent)}%",
        TermKind.RoundUp => $"不足{Plain(t.From)}{unit}按{Plain(t.From)}{unit}",
        TermKind.Free => $"前{Plain(t.From)}{unit}不收费",
        _ => $"加成不超过{Plain(t.Percent)}%",
    };

    public static Outcome<IReadOnlyList<PriceTerm>> Read(string? text, string unit)
    {
        var terms = new List<PriceTerm>();
        foreach (var clause in (text ?? "").Replace(';', Between).Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Clause(clause, unit) is not { } term) return ListProblems.TermUnread(clause);
            terms.Add(term);
        }
        return terms;
    }

    private static PriceTerm? Clause(string c, string unit)
    {
        if (Holes(c, "不满", "周岁按", "%") is [var years, var part] && Number(years) is { } below && Number(part) is { } due) return new(TermKind.Age, To: below, Percent: due);
        if (Holes(c, "传染病按", "%") is [var multiple] && Number(multiple) is { } times) return new(TermKind.Infectious, Percent: times);
        if (Holes(c, "加成不超过", "%") is [var cap] && Number(cap) is { } most) return new(TermKind.MarkupCap, Percent: most);
        if (Holes(c, "超过", "公里每公里", "元，往返") is [var beyond, var both] && Number(beyond) is { } radius && Fen(both) is { } back) return new(TermKind.Distance, "return", radius, Fen: back);
        if (Holes(c, "超过", "公里每公里", "元") is [var past, var each] && Number(past) is { } way && Fen(each) is { } single) return new(TermKind.Distance, From: way, Fen: single);
        if (Holes(c, "", "层以上每层", "元") is [var floor, var step] && Number(floor) is { } above && Fen(step) is { } stairs) return new(TermKind.Floor, From: above, Fen: stairs);
        if (Holes(c, "前", unit + "不收费") is [var first] && Number(first) is { } free) return new(TermKind.Free, From: free);
        if (Holes(c, "不足", unit + "按", unit) is [var less, var full] && less == full && Number(less) is { } block) return new(TermKind.RoundUp, From: block);
        if (Holes(c, "", "至", unit + "共", "元") is [var low, var high, var whole] && Number(low) is { } from && Number(high) is { } to && Fen(whole) is { } tier) return new(TermKind.Tier, From: from, To: to, Fen: tier);
        if (Holes(c, "", unit + "以上共", "元") is [var open, var all] && Number(open) is { } start && Fen(all) is { } top) return new(TermKind.Tier, From: start, Fen: top);
        if (Holes(c, "", "上浮", "%") is [var grade, var rise] && grade.Length <= 60 && Number(rise) is { } up) return new(TermKind.Float, grade.Length == 0 ? null : grade, Percent: up);
        return Holes(c, "", "：", "元") is [var match, var price] && match.Length is > 0 and <= 60 && Fen(price) is { } amount ? new(TermKind.Amount, match, Fen: amount) : null;
    }

    /// <summary>What stands between the fixed words, or null where these are not all there in order, first at the beginning and last at the end.</summary>
    private static string[]? Holes(string text, params string[] words)
    {
        if (!text.StartsWith(words[0], StringComparison.Ordinal) || !text.EndsWith(words[^1], StringComparison.Ordinal)) return null;
        var holes = new string[words.Length - 1];
        var at = words[0].Length;
        for (var i = 1; i < words.Length; i++)
        {
            var next = i == words.Length - 1 ? text.Length - words[i].Length : text.IndexOf(words[i], at, StringComparison.Ordinal);
            if (next < at) return null;
            holes[i - 1] = text[at..next];
            at = next + words[i].Length;
        }
        return holes;
    }

    private static decimal? Number(string text) => decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 100_000 ? number : null;

    private static long? Fen(string yuan) => Amounts.Read(yuan);

    private static string Plain(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}

/// <summary>元 as typed, into 分.</summary>
internal static class Amounts
{
    private const decimal Most = 1_000_000;

    public static long? Read(string? yuan)
        => decimal.TryParse(yuan?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount <= Most && amount * 100 == decimal.Truncate(amount * 100) ? (long)(amount * 100) : null;

    public static string Write(long fen) => (fen / 100m).ToString("0.##", CultureInfo.InvariantCulture);
}
