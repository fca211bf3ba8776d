using Anmin.Billing.Pricing;

namespace Anmin.Billing.Bills;

/// <summary>Charge: an item of the list. Relief: what a policy takes off one charge, as a negative line.</summary>
internal enum LineKind { Charge, Relief }

/// <summary>One line of one edition. Append-only by trigger; its item stands on a published list of the institution, by foreign key and trigger. Amounts in 分.</summary>
internal sealed class BillLine
{
    public Guid BillId { get; set; }

    public int Edition { get; set; }

    public required int Line { get; init; }

    public required LineKind Kind { get; init; }

    /// <summary>Code of the printed list the price comes from.</summary>
    public required string List { get; init; }

    /// <summary>Code of the item on it; of a relief, the item it is taken off.</summary>
    public required string Item { get; init; }

    public required string Name { get; init; }

    /// <summary>Zone, layer or type that was chosen; empty where the item has one price.</summary>
    public string Detail { get; init; } = "";

    public required ItemClass Class { get; init; }

    public required PricingWay Way { get; init; }

    public required string Unit { get; init; }

    /// <summary>Of one unit; what the ceiling holds against.</summary>
    public required long UnitFen { get; init; }

    /// <summary>The most one unit may cost.</summary>
    public required long CeilingFen { get; init; }

    /// <summary>Lower end of a range; the same as the ceiling elsewhere.</summary>
    public required long LeastFen { get; init; }

    /// <summary>Cost of purchase of goods priced by mark-up.</summary>
    public long? CostFen { get; init; }

    /// <summary>Thousandths of the unit.</summary>
    public required long QuantityMilli { get; init; }

    /// <summary>Negative for a relief.</summary>
    public required long AmountFen { get; init; }

    /// <summary>How the amount came about, in words.</summary>
    public required string Derivation { get; init; }

    /// <summary>Number and name of the document that allows the price, or of the policy.</summary>
    public required string Source { get; init; }

    /// <summary>Of a relief: name of the policy.</summary>
    public string? Policy { get; init; }

    /// <summary>Of a relief: the charge line it is taken off.</summary>
    public int? Of { get; init; }

    /// <summary>What the line was asked with, so that it can be offered again when the bill is changed.</summary>
    public decimal? Kilometres { get; init; }

    public int? Floor { get; init; }

    public bool Lift { get; init; }
}

/// <summary>One line as it is asked for, still text where people typed.</summary>
/// <param name="Agreed">元 for one unit, where the list leaves room.</param>
/// <param name="Match">Zone, layer or type.</param>
/// <param name="Kilometres">One way.</param>
/// <param name="Cost">元 of purchase, for goods.</param>
internal sealed record LineWish(string Item, string? Quantity, string? Agreed = null, string? Match = null, string? Kilometres = null, string? Floor = null, bool Lift = false, string? Cost = null);
