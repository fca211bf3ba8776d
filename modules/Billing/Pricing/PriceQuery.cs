namespace Anmin.Billing.Pricing;

/// <summary>The facts of one use of an item. What an item's terms do not ask for is ignored.</summary>
/// <param name="Quantity">Of the item's unit, as it really was: 2.3 days, 0.4 years.</param>
internal sealed record PriceQuery(decimal Quantity = 1)
{
    /// <summary>Amount agreed within a range, below a ceiling, or of a market price, in 分; null asks for the printed one.</summary>
    public long? Agreed { get; init; }

    /// <summary>Zone, layer or type, where the item's amounts differ by it.</summary>
    public string? Match { get; init; }

    /// <summary>One way, in kilometres.</summary>
    public decimal? Kilometres { get; init; }

    public int? Floor { get; init; }

    public bool Lift { get; init; }

    /// <summary>Full years at death.</summary>
    public int? Age { get; init; }

    public bool Infectious { get; init; }

    /// <summary>The institution's grade: 一级, 二级 …</summary>
    public string? Grade { get; init; }

    /// <summary>Cost of purchase of goods, in 分.</summary>
    public long? Cost { get; init; }
}

/// <param name="Fen">What is due, in 分, never negative.</param>
/// <param name="Steps">How it came about, in words, in order; the last ends with the amount.</param>
internal sealed record Price(long Fen, IReadOnlyList<string> Steps)
{
    public string Words => string.Join("；", Steps);
}
