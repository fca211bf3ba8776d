using Anmin.Billing.Pricing;

namespace Anmin.Billing.Lists;

/// <summary>One printed line of a list. Amounts in 分.</summary>
internal sealed class PriceListItem
{
    public required string List { get; init; }

    public required string Code { get; init; }

    public int Ordinal { get; set; }

    public required string Name { get; set; }

    /// <summary>Code of the line of the city's catalogue that it stands under.</summary>
    public string Catalogue { get; set; } = "";

    public ItemClass Class { get; set; }

    public PricingWay Way { get; set; }

    public required string Unit { get; set; }

    public long Least { get; set; }

    public long Most { get; set; }

    public bool MustOffer { get; set; }

    /// <summary>What the price contains, as printed.</summary>
    public string? Content { get; set; }

    /// <summary>减免 as printed.</summary>
    public string? Exemption { get; set; }

    public PriceItem Priced(string basis, IEnumerable<PriceListTerm> terms)
        => new(Code, Name, Class, Way, Unit, Least, Most, basis, [.. terms.OrderBy(t => t.Ordinal).Select(t => t.Priced)]) { MustOffer = MustOffer };

    public PriceListItem In(string list) => new()
    {
        List = list,
        Code = Code,
        Ordinal = Ordinal,
        Name = Name,
        Catalogue = Catalogue,
        Class = Class,
        Way = Way,
        Unit = Unit,
        Least = Least,
        Most = Most,
        MustOffer = MustOffer,
        Content = Content,
        Exemption = Exemption,
    };

    public static string Label(ItemClass of) => of switch { ItemClass.Basic => "基础项目", ItemClass.Optional => "非基础项目", _ => "用品" };

    public static string Label(PricingWay of) => of switch
    {
        PricingWay.GovSet => "政府定价",
        PricingWay.GovGuided => "政府指导价",
        PricingWay.Range => "参考区间",
        PricingWay.Markup => "差率控制",
        _ => "市场调节价",
    };
}

/// <summary>One condition of a printed line; see <see cref="PriceTerm"/>.</summary>
internal sealed class PriceListTerm
{
    public required string List { get; init; }

    public required string Item { get; init; }

    public int Ordinal { get; init; }

    public TermKind Kind { get; set; }

    public string? Match { get; set; }

    public decimal From { get; set; }

    public decimal? To { get; set; }

    public long Fen { get; set; }

    public decimal Percent { get; set; } = 100;

    public PriceTerm Priced => new(Kind, Match, From, To, Fen, Percent);

    public static PriceListTerm Of(string list, string item, int ordinal, PriceTerm term) => new()
    {
        List = list,
        Item = item,
        Ordinal = ordinal,
        Kind = term.Kind,
        Match = term.Match,
        From = term.From,
        To = term.To,
        Fen = term.Fen,
        Percent = term.Percent,
    };
}
