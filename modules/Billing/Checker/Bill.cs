namespace Anmin.Billing.Checker;

/// <summary>A bill as a person reads it off paper, from any institution. Nothing of it is kept.</summary>
/// <param name="Day">The day of service: the list in force on it decides.</param>
internal sealed record Bill(DateOnly Day, IReadOnlyList<PaperLine> Lines)
{
    /// <summary>Full years at death; null is taken as grown up.</summary>
    public int? Age { get; init; }

    public bool Infectious { get; init; }

    /// <summary>The institution's grade where ceilings rise with it; null asks for it only if it decides.</summary>
    public string? Grade { get; init; }

    /// <summary>The sum printed on the bill, in 分; null where none is.</summary>
    public long? Total { get; init; }
}

/// <summary>One line of a bill. Amounts in 分.</summary>
/// <param name="Number">From 1, as on paper.</param>
internal sealed record PaperLine(int Number, string Name)
{
    /// <summary>What the person chose where a name was not clear: that it is on no list.</summary>
    public const string NotListed = "-";

    public decimal? Quantity { get; init; }

    public long? Unit { get; init; }

    public long? Amount { get; init; }

    /// <summary>An item's code chosen by the person, or <see cref="NotListed"/>.</summary>
    public string? Chosen { get; init; }

    /// <summary>Zone, layer or size.</summary>
    public string? Match { get; init; }

    /// <summary>One way.</summary>
    public decimal? Kilometres { get; init; }

    public int? Floor { get; init; }

    public bool Lift { get; init; }

    /// <summary>Cost of purchase of goods.</summary>
    public long? Cost { get; init; }

    /// <summary>Number of the line of the package this one is said to be contained in.</summary>
    public int? Within { get; init; }

    /// <summary>What the line takes from the family: its amount, or price times quantity where none is written.</summary>
    public long Charged => Amount ?? (Unit is { } unit ? Product(unit, Quantity ?? 1) : 0);

    public static long Product(long unit, decimal quantity) => (long)Math.Round(unit * quantity, MidpointRounding.AwayFromZero);
}
