using Anmin.Billing.Lists;
using Anmin.Kernel.Outcomes;

namespace Anmin.Billing.Pricing;

/// <summary>One line of a basket: an item's code as it stands on the list, and the facts of its use.</summary>
internal sealed record BasketLine(string Code, PriceQuery Query)
{
    /// <summary>The package the line is sold in; null where it is sold by itself.</summary>
    public string? Package { get; init; }
}

/// <summary>What one package is sold for, in 分.</summary>
internal sealed record BasketPackage(string Name, long Fen);

/// <param name="Fen">Due for the line alone, in 分.</param>
internal sealed record BasketPrice(BasketLine Line, PriceItem Item, Price Price);

/// <param name="Fen">Due for the whole, in 分: items by themselves plus packages.</param>
internal sealed record BasketSum(IReadOnlyList<BasketPrice> Lines, IReadOnlyList<BasketPackage> Packages, long Fen);

/// <summary>
/// Prices many items of one list at once, all or nothing. An item that is not on the list is refused, never charged
/// (殡葬管理条例: 清单之外不得收取费用); a package costs at most the sum of its items. Pure: the same list and lines give the same sum for ever.
/// </summary>
internal static class Basket
{
    public const int MostLines = 500;

    public static Outcome<BasketSum> Of(PrintedList list, IReadOnlyList<BasketLine> lines, IReadOnlyList<BasketPackage>? packages = null)
    {
        if (lines.Count is 0 or > MostLines) return BillingProblems.BasketSize(MostLines);
        var priced = new List<BasketPrice>(lines.Count);
        foreach (var line in lines)
        {
            if (!list.Items.TryGetValue(line.Code, out var item)) return BillingProblems.OffList(line.Code);
            if (!PriceEngine.Of(item, line.Query).Try(out var price, out var problem)) return problem;
            priced.Add(new(line, item, price));
        }
        var sum = priced.Where(p => p.Line.Package is null).Sum(p => p.Price.Fen);
        foreach (var package in packages ?? [])
        {
            var parts = priced.Where(p => p.Line.Package == package.Name).ToList();
            if (parts.Count == 0) return BillingProblems.PackageEmpty(package.Name);
            var alone = parts.Sum(p => p.Price.Fen);
            if (package.Fen < 0 || package.Fen > alone) return BillingProblems.PackageDearer(package.Name, PriceEngine.Yuan(alone));
            sum += package.Fen;
        }
        if (priced.Find(p => p.Line.Package is { } name && (packages is null || !packages.Any(k => k.Name == name))) is { } stray) return BillingProblems.PackageUnknown(stray.Line.Package!);
        return new BasketSum(priced, packages ?? [], sum);
    }
}
