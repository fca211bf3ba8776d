namespace Anmin.Billing.Pricing;

/// <summary>How a price is managed (发改价格〔2026〕108号: 政府指导价, 参考区间, 差率控制; older lists also 政府定价 and 市场调节价).</summary>
internal enum PricingWay
{
    /// <summary>政府定价: exactly the printed amount.</summary>
    GovSet,

    /// <summary>政府指导价: the printed amount is the ceiling, with a float upwards where a term says so; downwards is always allowed.</summary>
    GovGuided,

    /// <summary>参考区间: any amount from the lower to the upper one.</summary>
    Range,

    /// <summary>差率控制: cost of purchase plus at most the printed percentage.</summary>
    Markup,

    /// <summary>市场调节价: the institution's own published amount.</summary>
    Market,
}

/// <summary>基础项目, 非基础项目, 用品.</summary>
internal enum ItemClass { Basic, Optional, Goods }

/// <summary>One line of a price list as it is printed, with its terms. Amounts in 分.</summary>
/// <param name="Unit">具, 天, 小时, 趟, 月, 年, 穴, 场 …: what one of <see cref="PriceQuery.Quantity"/> is.</param>
/// <param name="Least">Lower end of a range; the same as <paramref name="Most"/> for a single amount.</param>
/// <param name="Most">The printed amount, the ceiling, or the upper end.</param>
/// <param name="Basis">Number and name of the approving document.</param>
internal sealed record PriceItem(string Code, string Name, ItemClass Class, PricingWay Way, string Unit, long Least, long Most, string Basis, IReadOnlyList<PriceTerm> Terms)
{
    /// <summary>The basic type that must always be on offer beside dearer ones (基本型应保障供应).</summary>
    public bool MustOffer { get; init; }
}

internal enum TermKind
{
    /// <summary>Another amount where <see cref="PriceTerm.Match"/> is the query's zone, layer or grade of equipment.</summary>
    Amount,

    /// <summary>One amount for the whole where the quantity lies from <see cref="PriceTerm.From"/> to <see cref="PriceTerm.To"/>, both included.</summary>
    Tier,

    /// <summary>The ceiling rises by <see cref="PriceTerm.Percent"/> for institutions of the grade in <see cref="PriceTerm.Match"/>.</summary>
    Float,

    /// <summary>Per kilometre beyond <see cref="PriceTerm.From"/> kilometres; <see cref="PriceTerm.Match"/> is <c>return</c> where the way back counts too.</summary>
    Distance,

    /// <summary>Per floor above <see cref="PriceTerm.From"/>; a lift counts as one floor.</summary>
    Floor,

    /// <summary>Below the age <see cref="PriceTerm.To"/> (in years) only <see cref="PriceTerm.Percent"/> is due.</summary>
    Age,

    /// <summary>For an infectious body <see cref="PriceTerm.Percent"/> is due.</summary>
    Infectious,

    /// <summary>Quantity is rounded up to a multiple of <see cref="PriceTerm.From"/> units: 1 for 部分日按日, 0.5 for 不足半年按半年.</summary>
    RoundUp,

    /// <summary>The first <see cref="PriceTerm.From"/> units are free.</summary>
    Free,

    /// <summary>At most <see cref="PriceTerm.Percent"/> above the cost of purchase.</summary>
    MarkupCap,
}

/// <summary>One condition of a price, as a row of data.</summary>
internal sealed record PriceTerm(TermKind Kind, string? Match = null, decimal From = 0, decimal? To = null, long Fen = 0, decimal Percent = 100);
