using Anmin.Billing.Pricing;
using Anmin.Kernel.Journal;

namespace Anmin.Billing.Lists;

/// <summary>草稿 → 已核对 → 已备案 → 已公布 → 已被代替.</summary>
internal enum PriceListState
{
    Draft,
    Checked,
    Filed,
    Published,
    Superseded,
}

/// <summary>收费清单: what one institution may charge from a day on, approved by one document. Items and terms are found by <see cref="Code"/>.</summary>
internal sealed class PriceList : JournalSubject
{
    public override string SubjectKind => "billing.price-list";

    /// <summary>Unique; part of every charge made by it.</summary>
    public required string Code { get; init; }

    public required string Institution { get; init; }

    public required string Title { get; set; }

    /// <summary>Number and name of the approving document.</summary>
    public required string Document { get; set; }

    public required DateOnly From { get; set; }

    /// <summary>Last day in force; null while nothing follows it.</summary>
    public DateOnly? Until { get; set; }

    public PriceListState State { get; set; }

    public bool InForceOn(DateOnly day) => State is PriceListState.Published or PriceListState.Superseded && From <= day && (Until is null || day <= Until);
}

/// <summary>One printed line of a list. Amounts in 分.</summary>
internal sealed class PriceListItem
{
    public required string List { get; init; }

    public required string Code { get; init; }

    public int Ordinal { get; set; }

    public required string Name { get; set; }

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
}
