using System.Globalization;
using Anmin.Cemetery.Grounds;
using Anmin.Ui.Words;

namespace Anmin.Cemetery.Public;

/// <summary>One kind of place of a ground: what it costs over a whole term, and how many are left.</summary>
/// <param name="Key">What tells the kinds of one ground apart.</param>
/// <param name="Form"><c>plot</c>, <c>niche</c> or <c>eco</c>: what the filter 葬式 knows.</param>
/// <param name="Way">政府定价, 政府指导价 …; empty where the list has no such item.</param>
/// <param name="Years">Longest term; 0 where no rule sets one.</param>
/// <param name="UseFen">分 for the use over the term: the lower end, and the upper one.</param>
/// <param name="CareFen">分 a year.</param>
/// <param name="Counted">False where nobody could count: scattering, the sea.</param>
internal sealed record PlaceOffer(string Key, string Form, string Name, string Way, int Years, PriceSpan? UseFen, PriceSpan? CareFen, PriceSpan? TotalFen, int Free, bool Counted, string Unit, string? Contents)
{
    /// <summary>1,350 or 1,350至1,800, without the unit.</summary>
    public string Total => TotalFen is { } total ? total.Words : "未公布";

    public string Left => !Counted && Free > 0 ? "不限" : Free.ToString(CultureInfo.InvariantCulture) + Unit;
}

/// <summary>分, from and to; both the same for a single amount.</summary>
internal readonly record struct PriceSpan(long Least, long Most)
{
    public string Words => Least == Most ? Plain(Least) : $"{Plain(Least)}至{Plain(Most)}";

    /// <summary>Whole 元 without decimals, as people say prices of graves.</summary>
    public static string Plain(long fen) => fen % 100 == 0 ? (fen / 100).ToString("N0", CultureInfo.InvariantCulture) : Yuan.Write(fen);

    public static PriceSpan operator +(PriceSpan a, PriceSpan b) => new(a.Least + b.Least, a.Most + b.Most);

    public static PriceSpan operator *(PriceSpan a, int times) => new(a.Least * times, a.Most * times);
}

internal static class PublicWords
{
    /// <summary>Endings of the rule keys plot.exception.…, in the order families ask.</summary>
    public static readonly (string Key, string Words)[] Exceptions =
        [("living-spouse", "健在配偶合葬"), ("childless-elder", "无子女的老年人"), ("aged", "高龄"), ("critically-ill", "危重病人"), ("relocation", "迁葬"), ("other-special", "其他特殊情况")];

    public static string Nature(GroundNature nature) => nature switch { GroundNature.Commercial => "经营性", GroundNature.RuralPublicWelfare => "农村公益性", _ => "公益性" };

    public static string Form(SectionKind kind) => kind switch { SectionKind.Graves => "plot", SectionKind.Niches or SectionKind.Wall => "niche", _ => "eco" };

    public static string Kind(SectionKind kind) => kind switch
    {
        SectionKind.Graves => "墓位",
        SectionKind.Niches => "格位",
        SectionKind.Wall => "壁葬",
        SectionKind.Tree => "树葬",
        SectionKind.Lawn => "草坪葬",
        SectionKind.FlowerBed => "花坛葬",
        SectionKind.DeepBurial => "深埋",
        SectionKind.Scattering => "撒散",
        _ => "海葬",
    };

    /// <summary>单穴墓位 of 单穴墓位使用费: what people call the thing, not the charge.</summary>
    public static string Thing(string item)
    {
        foreach (var ending in (string[])["使用费", "使用", "费"])
            if (item.Length > ending.Length && item.EndsWith(ending, StringComparison.Ordinal)) return item[..^ending.Length];
        return item;
    }

    public static string Unit(SectionKind kind) => kind is SectionKind.Graves or SectionKind.Niches or SectionKind.Wall ? "个" : "位";

    public static string State(PositionState state) => state switch
    {
        PositionState.Available => "可选",
        PositionState.Held or PositionState.Contracted => "已预留",
        PositionState.Occupied => "已安葬",
        _ => "还没开放",
    };

    public static string Mark(PositionState state) => state switch
    {
        PositionState.Available => "free",
        PositionState.Held or PositionState.Contracted => "held",
        PositionState.Occupied => "used",
        _ => "shut",
    };

    public static string Stone(StoneKind stone) => stone switch { StoneKind.Flat => "卧碑", StoneKind.Upright => "立碑", _ => "" };

    public static string Capacity(SectionKind kind, int capacity) => kind switch
    {
        SectionKind.Graves => capacity switch { 1 => "单穴", 2 => "双穴", _ => $"{capacity}人合葬" },
        SectionKind.Niches or SectionKind.Wall => capacity switch { 1 => "单人格位", 2 => "双人格位", _ => $"{capacity}人格位" },
        _ => Kind(kind),
    };
}
