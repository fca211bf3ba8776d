using System.Globalization;
using Anmin.Kernel.Outcomes;

namespace Anmin.Billing.Pricing;

/// <summary>
/// Prices one use of one printed item. Order: amount (printed, by zone or layer, by tier, agreed within its limits) × billable quantity
/// (free units taken off, rounded up) + distance + floors, then × age, × infectious. Rounded to whole 分 once, at the end, half away from zero.
/// Pure: the same row and facts give the same amount for ever.
/// </summary>
internal static class PriceEngine
{
    private const decimal MostQuantity = 100_000;
    private const decimal MostFen = 100_000_000_00; // 一亿元, far above any bill

    public static Outcome<Price> Of(PriceItem item, PriceQuery query)
    {
        if (query.Quantity is <= 0 or > MostQuantity) return BillingProblems.Quantity;
        if (query.Agreed is < 0) return BillingProblems.AboveCeiling(item.Name, Yuan(item.Most));
        var steps = new List<string>();
        if (!Units(item, query, steps).Try(out var units, out var problem)) return problem;
        if (!Amount(item, query, units, steps).Try(out var amount, out problem)) return problem;
        if (!Extras(item, query, amount, steps).Try(out amount, out problem)) return problem;
        if (!Factors(item, query, amount, steps).Try(out amount, out problem)) return problem;
        if (amount > MostFen) return BillingProblems.TooMuch;
        var fen = (long)Math.Round(amount, MidpointRounding.AwayFromZero);
        steps.Add($"应收{Yuan(fen)}");
        return new Price(fen, steps);
    }

    /// <summary>The highest amount of one unit that may be published or agreed; null where only cost decides.</summary>
    public static long? Ceiling(PriceItem item, PriceQuery query)
    {
        var printed = Printed(item, query);
        if (item.Way == PricingWay.Markup) return query.Cost is { } cost ? (long)Math.Floor(cost * (100 + Cap(item)) / 100) : null;
        if (item.Way != PricingWay.GovGuided) return printed;
        return item.Terms.FirstOrDefault(t => t.Kind == TermKind.Float && t.Match == query.Grade) is { } rise ? (long)Math.Floor(printed * (100 + rise.Percent) / 100) : printed;
    }

    private static Outcome<decimal> Units(PriceItem item, PriceQuery query, List<string> steps)
    {
        var units = query.Quantity;
        if (item.Terms.FirstOrDefault(t => t.Kind == TermKind.RoundUp) is { } round)
        {
            var up = Math.Ceiling(units / round.From) * round.From;
            if (up != units) steps.Add($"{Plain(units)}{item.Unit}按{Plain(up)}{item.Unit}计");
            units = up;
        }
        if (item.Terms.FirstOrDefault(t => t.Kind == TermKind.Free) is { } free)
        {
            var off = Math.Min(units, free.From);
            if (off > 0) steps.Add($"前{Plain(free.From)}{item.Unit}不收费");
            units -= off;
        }
        return units;
    }

    private static Outcome<decimal> Amount(PriceItem item, PriceQuery query, decimal units, List<string> steps)
    {
        var tiers = item.Terms.Where(t => t.Kind == TermKind.Tier).ToList();
        if (tiers.Count > 0)
        {
            if (tiers.Find(t => units >= t.From && units <= (t.To ?? decimal.MaxValue)) is not { } tier) return BillingProblems.NoTier(item.Name);
            steps.Add($"{Plain(units)}{item.Unit}属于{Plain(tier.From)}至{Plain(tier.To ?? tier.From)}{item.Unit}一档，{Yuan(tier.Fen)}");
            return tier.Fen;
        }
        if (!UnitAmount(item, query).Try(out var unit, out var problem)) return problem;
        steps.Add($"{Yuan(unit)}每{item.Unit}×{Plain(units)}={Yuan(unit * units)}");
        return unit * units;
    }

    /// <summary>What one unit costs, before distance, floors, age and infection; the same refusals as <see cref="Of"/>.</summary>
    public static Outcome<long> UnitAmount(PriceItem item, PriceQuery query)
    {
        var amounts = item.Terms.Where(t => t.Kind == TermKind.Amount).ToList();
        if (amounts.Count > 0 && !amounts.Exists(t => t.Match == query.Match)) return BillingProblems.MatchMissing(item.Name, amounts.Select(t => t.Match!));
        var printed = Printed(item, query);
        switch (item.Way)
        {
            case PricingWay.GovSet:
                return query.Agreed is { } other && other != printed ? BillingProblems.NotPrinted(item.Name, Yuan(printed)) : printed;
            case PricingWay.Range:
                if (query.Agreed is not { } within) return item.Least == item.Most ? item.Most : BillingProblems.AgreedMissing(item.Name, Yuan(item.Least), Yuan(item.Most));
                return within < item.Least || within > item.Most ? BillingProblems.OutsideRange(item.Name, Yuan(item.Least), Yuan(item.Most)) : within;
            case PricingWay.Markup when query.Cost is null:
                return BillingProblems.CostMissing;
            default:
                var ceiling = Ceiling(item, query)!.Value;
                var asked = query.Agreed ?? (item.Way == PricingWay.Markup ? ceiling : printed);
                return asked > ceiling ? BillingProblems.AboveCeiling(item.Name, Yuan(ceiling)) : asked;
        }
    }

    private static Outcome<decimal> Extras(PriceItem item, PriceQuery query, decimal amount, List<string> steps)
    {
        if (item.Terms.FirstOrDefault(t => t.Kind == TermKind.Distance) is { } distance)
        {
            if (query.Kilometres is not { } way) return BillingProblems.KilometresMissing;
            if (way is < 0 or > 5000) return BillingProblems.KilometresMissing;
            // a part of a kilometre counts as one; the way back is the same length
            var beyond = Math.Ceiling(Math.Max(0, way - distance.From)) * (distance.Match == "return" ? 2 : 1);
            if (beyond > 0)
            {
                steps.Add($"超过{Plain(distance.From)}公里的部分{(distance.Match == "return" ? "往返" : "")}{Plain(beyond)}公里×{Yuan(distance.Fen)}={Yuan(beyond * distance.Fen)}");
                amount += beyond * distance.Fen;
            }
        }
        if (item.Terms.FirstOrDefault(t => t.Kind == TermKind.Floor) is { } floors && query.Floor is { } floor)
        {
            var above = Math.Max(0, Math.Abs(floor) - (int)floors.From);
            var counted = query.Lift && above > 0 ? 1 : above;
            if (counted > 0)
            {
                steps.Add($"{floor.ToString(CultureInfo.InvariantCulture)}楼{(query.Lift ? "有电梯按1层" : $"计{counted}层")}×{Yuan(floors.Fen)}={Yuan(counted * floors.Fen)}");
                amount += counted * floors.Fen;
            }
        }
        return amount;
    }

    private static Outcome<decimal> Factors(PriceItem item, PriceQuery query, decimal amount, List<string> steps)
    {
        var ages = item.Terms.Where(t => t.Kind == TermKind.Age).OrderBy(t => t.To).ToList();
        if (ages.Count > 0)
        {
            if (query.Age is not { } age) return BillingProblems.AgeMissing;
            if (ages.Find(t => age < t.To) is { } young)
            {
                amount = amount * young.Percent / 100;
                steps.Add($"不满{Plain(young.To!.Value)}周岁按{Plain(young.Percent)}%");
            }
        }
        if (query.Infectious && item.Terms.FirstOrDefault(t => t.Kind == TermKind.Infectious) is { } infectious)
        {
            amount = amount * infectious.Percent / 100;
            steps.Add($"传染病按{Plain(infectious.Percent)}%");
        }
        return amount;
    }

    private static long Printed(PriceItem item, PriceQuery query) => item.Terms.FirstOrDefault(t => t.Kind == TermKind.Amount && t.Match == query.Match)?.Fen ?? item.Most;

    private static decimal Cap(PriceItem item) => item.Terms.FirstOrDefault(t => t.Kind == TermKind.MarkupCap)?.Percent ?? 0;

    internal static string Yuan(decimal fen) => (fen / 100).ToString("0.##", CultureInfo.InvariantCulture) + "元";

    private static string Plain(decimal number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
