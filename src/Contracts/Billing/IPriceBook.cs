using Anmin.Kernel.Outcomes;

namespace Anmin.Contracts.Billing;

/// <summary>What an institution may charge on a day, by its published list. A past day gives the past price. Read-only.</summary>
public interface IPriceBook
{
    /// <summary>The amount of one use of an item, with its derivation, or why it has none: not on the list, above the ceiling, a fact missing.</summary>
    Task<Outcome<PricedItem>> PriceAsync(PriceAsked asked, CancellationToken ct);

    /// <summary>Every item of the list in force on the day, in printed order.</summary>
    Task<Outcome<PriceListCard>> ListAsync(string institution, DateOnly day, CancellationToken ct);
}

/// <param name="Item">Item code of the list.</param>
/// <param name="Quantity">Of the item's unit, as it really was.</param>
public sealed record PriceAsked(string Institution, DateOnly Day, string Item, decimal Quantity = 1)
{
    /// <summary>分 for one unit, agreed within the printed limits; null asks for the printed amount.</summary>
    public long? AgreedFen { get; init; }

    /// <summary>Zone, layer or type where the item's amounts differ by it.</summary>
    public string? Choice { get; init; }

    /// <summary>One way, in kilometres.</summary>
    public decimal? Kilometres { get; init; }

    public int? Floor { get; init; }

    public bool Lift { get; init; }

    /// <summary>Full years at death.</summary>
    public int? Age { get; init; }

    public bool Infectious { get; init; }

    /// <summary>The institution's grade: 一级, 二级 …</summary>
    public string? Grade { get; init; }

    /// <summary>Cost of purchase of goods for one unit, in 分.</summary>
    public long? CostFen { get; init; }
}

/// <param name="Fen">What is due, in 分, never negative.</param>
/// <param name="Words">How it came about, in Chinese.</param>
/// <param name="List">Code of the list, part of every charge made by it.</param>
/// <param name="Basis">Number and name of the approving document.</param>
public sealed record PricedItem(string Item, string Name, string Unit, long Fen, string Words, string List, string Basis);

/// <param name="Until">Last day in force; null while nothing follows.</param>
public sealed record PriceListCard(string Code, string Institution, string Basis, DateOnly From, DateOnly? Until, IReadOnlyList<PriceListLine> Lines);

/// <param name="Class"><c>Basic</c>, <c>Optional</c> or <c>Goods</c>.</param>
/// <param name="Way">政府定价, 政府指导价, 参考区间, 差率控制 or 市场调节价.</param>
/// <param name="LeastFen">分; the same as <paramref name="MostFen"/> for a single amount.</param>
public sealed record PriceListLine(string Item, string Name, string Class, string Way, string Unit, long LeastFen, long MostFen, string Terms, bool MustOffer);
