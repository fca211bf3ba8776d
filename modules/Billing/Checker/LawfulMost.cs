using Anmin.Billing.Pricing;
using Anmin.Kernel.Outcomes;

namespace Anmin.Billing.Checker;

/// <summary>The most an institution may take for one line, by the engine: at the ceiling, or at the bill's own lower price. Charging less is nobody's fault.</summary>
internal static class LawfulMost
{
    /// <summary>具: one body. Whatever is priced by it comes once for one deceased.</summary>
    public const string Body = "具";

    /// <param name="unit">The bill's own unit price where it is below the ceiling; null takes the ceiling.</param>
    public static Outcome<Price> Of(PriceItem item, PriceQuery query, long? unit = null)
    {
        var atMost = AtMost(item);
        var ceiling = PriceEngine.Ceiling(atMost, query);
        return PriceEngine.Of(atMost, query with { Agreed = unit is { } own && own < (ceiling ?? own) ? own : ceiling });
    }

    /// <summary>Of one unit, in 分; null where cost decides and is not known.</summary>
    public static long? Ceiling(PriceItem item, PriceQuery query) => PriceEngine.Ceiling(AtMost(item), query);

    public static PriceQuery Query(PaperLine line, Bill bill, PriceItem item) => new(Quantity(line, item))
    {
        Match = line.Match,
        Kilometres = line.Kilometres,
        Floor = line.Floor,
        Lift = line.Lift,
        Age = bill.Age ?? GrownUp,
        Infectious = bill.Infectious,
        Grade = bill.Grade,
        Cost = line.Cost,
    };

    /// <summary>Old enough for every age term: without an age nobody is taken for a child.</summary>
    public const int GrownUp = 200;

    private static decimal Quantity(PaperLine line, PriceItem item)
    {
        if (item.Unit == Body) return Math.Min(line.Quantity ?? 1, 1);
        if (line.Quantity is { } written) return written;
        return line is { Unit: > 0 and var unit, Amount: { } amount } && amount >= unit ? (decimal)amount / unit : 1;
    }

    /// <summary>The same item where lower is always allowed; only a guided price rises with the grade.</summary>
    private static PriceItem AtMost(PriceItem item) => item.Way switch
    {
        PricingWay.Markup or PricingWay.GovGuided => item,
        _ => item with { Way = PricingWay.GovGuided, Terms = [.. item.Terms.Where(t => t.Kind != TermKind.Float)] },
    };
}
