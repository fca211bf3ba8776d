using System.Globalization;

namespace Anmin.Billing.Pricing;

/// <summary>A price and its terms as people read them: one source for the price page, the downloads and the bill checker. Amounts in 元, without local numbers.</summary>
internal static class TermWords
{
    /// <summary>Amount or range of one unit: <c>每具120元</c>, <c>每具100元至500元</c>, <c>每次80元至500元</c> where zone or size decides.</summary>
    public static string Price(PriceItem item)
    {
        if (item.Terms.Any(t => t.Kind == TermKind.Tier)) return "按时间分档";
        if (item.Way == PricingWay.Markup) return "进价加价";
        var amounts = item.Terms.Where(t => t.Kind == TermKind.Amount).Select(t => t.Fen).ToList();
        var (least, most) = amounts.Count > 0 ? (amounts.Min(), amounts.Max()) : (item.Least, item.Most);
        return $"每{item.Unit}{(least == most ? PriceEngine.Yuan(most) : $"{PriceEngine.Yuan(least)}至{PriceEngine.Yuan(most)}")}";
    }

    /// <summary>政府定价, 政府指导价, 参考区间, 差率控制, 市场调节价.</summary>
    public static string Way(PricingWay way) => way switch
    {
        PricingWay.GovSet => "政府定价",
        PricingWay.GovGuided => "政府指导价",
        PricingWay.Range => "参考区间",
        PricingWay.Markup => "差率控制",
        _ => "市场调节价",
    };

    /// <summary>What the way means for whoever pays.</summary>
    public static string Meaning(PricingWay way) => way switch
    {
        PricingWay.GovSet => "只能按这个数收",
        PricingWay.GovGuided => "最高收这么多，可以少收",
        PricingWay.Range => "只能在区间里收",
        PricingWay.Markup => "加价不能超过规定",
        _ => "机构自己定价，公布了才能收",
    };

    public static string Class(ItemClass value) => value switch
    {
        ItemClass.Basic => "基础项目",
        ItemClass.Optional => "非基础项目",
        _ => "用品",
    };

    /// <summary>Every condition of the item, one phrase each, in the order they are applied.</summary>
    public static IReadOnlyList<string> Of(PriceItem item)
    {
        var words = new List<string>();
        words.AddRange(item.Terms.Where(t => t.Kind == TermKind.Amount).GroupBy(t => t.Fen).OrderBy(g => g.Key).Select(g => $"{string.Join('、', g.Select(t => t.Match))}{PriceEngine.Yuan(g.Key)}"));
        foreach (var term in item.Terms.Where(t => t.Kind != TermKind.Amount).OrderBy(t => Array.IndexOf(Usual, t.Kind))) words.Add(One(item, term));
        return words;
    }

    private static readonly TermKind[] Usual =
        [TermKind.Tier, TermKind.MarkupCap, TermKind.RoundUp, TermKind.Free, TermKind.Distance, TermKind.Floor, TermKind.Age, TermKind.Infectious, TermKind.Float];

    private static string One(PriceItem item, PriceTerm term) => term.Kind switch
    {
        TermKind.Tier => $"{Span(term)}{item.Unit}一共{PriceEngine.Yuan(term.Fen)}",
        TermKind.MarkupCap => $"售价最多比进价高{Plain(term.Percent)}%",
        TermKind.RoundUp => term.From == 0.5m ? $"不足半{item.Unit}按半{item.Unit}" : $"不足{Plain(term.From)}{item.Unit}按{Plain(term.From)}{item.Unit}",
        TermKind.Free => $"前{Plain(term.From)}{item.Unit}不收费",
        TermKind.Distance => $"超过{Plain(term.From)}公里的部分每公里{PriceEngine.Yuan(term.Fen)}，{(term.Match == "return" ? "往返计" : "单程计")}",
        TermKind.Floor => $"{Plain(term.From)}楼以上每层{PriceEngine.Yuan(term.Fen)}，有电梯只算1层",
        TermKind.Age => term.Percent switch { 50 => $"不满{Plain(term.To!.Value)}周岁减半", 0 => $"不满{Plain(term.To!.Value)}周岁不收", _ => $"不满{Plain(term.To!.Value)}周岁收{Plain(term.Percent)}%" },
        TermKind.Infectious => term.Percent == 200 ? "患传染病的加倍" : $"患传染病的按{Plain(term.Percent)}%收",
        TermKind.Float => $"{term.Match}机构最多上浮{Plain(term.Percent)}%，到{PriceEngine.Yuan(Math.Floor(item.Most * (100 + term.Percent) / 100))}",
        _ => "",
    };

    private static string Span(PriceTerm tier) => tier.To is { } to && to != tier.From ? $"{Plain(tier.From)}至{Plain(to)}" : tier.To is null ? $"{Plain(tier.From)}以上" : Plain(tier.From);

    private static string Plain(decimal number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
