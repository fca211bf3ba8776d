namespace Anmin.Billing.Lists;

/// <summary>组合: several items for one price of its own, never more than they cost one by one (不得以组合变相加价). Amounts in 分.</summary>
internal sealed class PriceListPackage
{
    public required string List { get; init; }

    public required string Code { get; init; }

    public required string Name { get; set; }

    public long Fen { get; set; }
}

/// <summary>What a package holds. Every item of it can also be had alone.</summary>
internal sealed class PriceListPackageItem
{
    public required string List { get; init; }

    public required string Package { get; init; }

    public required string Item { get; init; }

    /// <summary>Of the item's unit.</summary>
    public decimal Quantity { get; set; } = 1;

    /// <summary>Zone, layer or type, where the item's amounts differ by it.</summary>
    public string? Match { get; set; }
}
