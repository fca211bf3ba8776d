using Anmin.Billing.Lists;
using Anmin.Billing.Pricing;
using Anmin.Billing.Tests.Checker;
using Shouldly;
using Xunit;

namespace Anmin.Billing.Tests.Pricing;

/// <summary>100 000 baskets of listed and unlisted items with facts good and bad: no path charges an unlisted item, and no amount passes its ceiling.</summary>
public sealed class RandomBasketTests
{
    private const int Baskets = 100_000;

    private static readonly PrintedList[] Lists = [.. PrintedLists.All.Keys.Select(k => k.List).Distinct().Select(PlantedBills.List)];

    private static readonly string[] Unlisted = ["red-envelope", "", "cremation ", "CREMATION", "flowers", "../cremation", "火化", "cremation\0"];

    [Fact]
    public void No_basket_charges_an_unlisted_item_or_more_than_allowed_and_each_gives_the_same_again()
    {
        var (charged, refused, mixed) = (0, 0, 0);
        Parallel.For(0, Baskets, seed =>
        {
            var random = new Random(seed);
            var list = Lists[random.Next(Lists.Length)];
            var lines = Enumerable.Range(0, random.Next(1, 9)).Select(_ => Line(list, random)).ToList();
            var off = lines.Any(l => !list.Items.ContainsKey(l.Code));
            var outcome = Basket.Of(list, lines);
            if (off)
            {
                Interlocked.Increment(ref mixed);
                if (outcome.Ok) throw new ShouldAssertException($"seed {seed}: an unlisted item was charged");
            }
            if (outcome.Value is not { } sum)
            {
                Interlocked.Increment(ref refused);
                return;
            }
            Interlocked.Increment(ref charged);
            if (sum.Lines.Any(l => !ReferenceEquals(list.Items[l.Line.Code], l.Item) || l.Price.Fen < 0 || l.Price.Fen > Ceiling(l.Item, l.Line.Query))) throw new ShouldAssertException($"seed {seed}: above its ceiling");
            if (sum.Fen != sum.Lines.Sum(l => l.Price.Fen) || Basket.Of(list, lines).Value!.Fen != sum.Fen) throw new ShouldAssertException($"seed {seed}: not the same again");
        });
        charged.ShouldBeGreaterThan(Baskets / 20);
        mixed.ShouldBeGreaterThan(Baskets / 4);
        (charged + refused).ShouldBe(Baskets);
    }

    [Fact]
    public void An_unlisted_item_is_refused_by_name_wherever_it_stands()
    {
        var list = Lists[0];
        var good = new BasketLine("wreath", new PriceQuery(2));
        foreach (var code in Unlisted)
            foreach (var lines in (BasketLine[][])[[new(code, new PriceQuery())], [good, new(code, new PriceQuery())], [new(code, new PriceQuery()), good]])
                Basket.Of(list, lines).Problem!.Code.ShouldBe("billing.off-list", code);
        Basket.Of(list, []).Problem!.Code.ShouldBe("billing.basket.size");
    }

    [Fact]
    public void A_package_costs_at_most_its_items_whatever_is_in_it()
    {
        for (var seed = 0; seed < 5_000; seed++)
        {
            var random = new Random(seed);
            var list = Lists[random.Next(Lists.Length)];
            var lines = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Line(list, random) with { Package = random.Next(3) == 0 ? null : "成套" }).ToList();
            if (!Basket.Of(list, [.. lines.Select(l => l with { Package = null })]).Try(out var alone, out _) || lines.TrueForAll(l => l.Package is null)) continue;
            var inside = alone.Lines.Zip(lines).Where(p => p.Second.Package is not null).Sum(p => p.First.Price.Fen);
            var asked = random.NextInt64(0, (inside * 2) + 2);
            var outcome = Basket.Of(list, lines, [new("成套", asked)]);
            outcome.Ok.ShouldBe(asked <= inside, $"seed {seed}: {asked} for {inside}");
            if (outcome.Ok) outcome.Value!.Fen.ShouldBeLessThanOrEqualTo(alone.Fen);
            else outcome.Problem!.Code.ShouldBe("billing.package.dearer");
        }
        Basket.Of(Lists[0], [new("wreath", new PriceQuery()) { Package = "甲" }]).Problem!.Code.ShouldBe("billing.package.unknown");
        Basket.Of(Lists[0], [new("wreath", new PriceQuery())], [new("甲", 1)]).Problem!.Code.ShouldBe("billing.package.empty");
    }

    private static BasketLine Line(PrintedList list, Random random)
    {
        var codes = list.Items.Keys;
        var code = random.Next(12) == 0 ? Unlisted[random.Next(Unlisted.Length)] : codes[random.Next(codes.Length)];
        var item = list.Items.GetValueOrDefault(code);
        var amounts = item?.Terms.Where(t => t.Kind == TermKind.Amount).ToList() ?? [];
        return new(code, new PriceQuery(random.Next(6) switch { 0 => random.Next(-2, 3), 1 => (decimal)random.NextDouble() * 9, _ => random.Next(1, 8) })
        {
            Match = amounts.Count > 0 && random.Next(8) > 0 ? amounts[random.Next(amounts.Count)].Match : null,
            Kilometres = random.Next(10) > 0 ? random.Next(-1, 80) : null,
            Floor = random.Next(2) == 0 ? random.Next(-2, 33) : null,
            Lift = random.Next(2) == 0,
            Age = random.Next(10) > 0 ? random.Next(0, 105) : null,
            Infectious = random.Next(6) == 0,
            Grade = random.Next(3) == 0 ? "一级" : null,
            Cost = random.Next(4) > 0 ? random.Next(1, 90_000) : null,
            Agreed = random.Next(3) == 0 ? random.NextInt64(-5, 120_000) : item?.Way == PricingWay.Range ? random.NextInt64(item.Least, item.Most + 1) : null,
        });
    }

    /// <summary>Worked out apart from the engine: the dearest reading of everything the item's terms allow.</summary>
    private static decimal Ceiling(PriceItem item, PriceQuery query)
    {
        decimal Most(TermKind kind, Func<PriceTerm, decimal> of, decimal other) => item.Terms.Where(t => t.Kind == kind).Select(of).DefaultIfEmpty(other).Max();
        var step = Most(TermKind.RoundUp, t => t.From, 0);
        var units = query.Quantity + step;
        var unit = item.Way == PricingWay.Markup ? (query.Cost ?? 0) * (1 + (Most(TermKind.MarkupCap, t => t.Percent, 0) / 100))
            : Math.Max(item.Most, Most(TermKind.Amount, t => t.Fen, 0)) * (1 + (Most(TermKind.Float, t => t.Percent, 0) / 100));
        var whole = item.Terms.Any(t => t.Kind == TermKind.Tier) ? Most(TermKind.Tier, t => t.Fen, 0) : unit * units;
        var extras = Most(TermKind.Distance, t => t.Fen * 2 * Math.Ceiling(query.Kilometres ?? 0), 0) + Most(TermKind.Floor, t => t.Fen * Math.Abs(query.Floor ?? 0), 0);
        return ((whole + extras) * (query.Infectious ? Most(TermKind.Infectious, t => t.Percent, 100) / 100 : 1)) + 1;
    }
}
