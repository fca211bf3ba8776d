using Anmin.Billing.Checker;
using Anmin.Billing.Lists;
using Anmin.Billing.Pricing;
using Anmin.Billing.Tests.Pricing;
using Shouldly;
using Xunit;

namespace Anmin.Billing.Tests.Checker;

/// <summary>The checker and the engine say the same: what the engine prices is never found fault with, and a fen more always is.</summary>
public sealed class EngineBillTests
{
    private static readonly PrintedList[] Lists = [.. PrintedLists.All.Keys.Select(k => k.List).Distinct().Select(PlantedBills.List)];

    [Fact]
    public void A_bill_the_engine_priced_is_clean()
    {
        var lines = 0;
        for (var seed = 0; seed < 6_000; seed++)
        {
            var (list, bill) = Made(new Random(seed));
            if (bill.Lines.Count == 0) continue;
            var told = BillCheck.Of(list, bill, PlantedBills.Names);
            told.Faults.ShouldBe(0, $"seed {seed}: {string.Join(" ", told.Lines.SelectMany(l => l.Findings.Select(f => $"{l.Line} {f.Words}")))}");
            told.Lines.ShouldAllBe(l => l.Fine, $"seed {seed}: {string.Join(" ", told.Lines.Select(l => l.Ask))}");
            lines += bill.Lines.Count;
        }
        lines.ShouldBeGreaterThan(12_000);
    }

    [Fact]
    public void A_fen_above_the_most_is_found_and_its_amount_told()
    {
        var found = 0;
        for (var seed = 0; seed < 3_000; seed++)
        {
            var random = new Random(seed);
            var (list, bill) = Made(random, atMost: true);
            if (bill.Lines.Count == 0) continue;
            var at = random.Next(bill.Lines.Count);
            var over = random.Next(1, 5_000);
            var dearer = bill with { Lines = [.. bill.Lines.Select((l, i) => i == at ? l with { Amount = l.Amount + over } : l)] };
            var told = BillCheck.Of(list, dearer, PlantedBills.Names);
            told.Lines[at].Over.ShouldBe(over, $"seed {seed}: {dearer.Lines[at]} {told.Lines[at].Ask}");
            told.Over.ShouldBe(over, $"seed {seed}");
            found++;
        }
        found.ShouldBeGreaterThan(1_000);
    }

    [Fact]
    public void The_same_bill_gives_the_same_answer_in_any_order_of_lines()
    {
        foreach (var planted in PlantedBills.Read("bills-faulty.csv").Where(b => b.Faults.All(f => f.Kind is not (FaultKind.Duplicate or FaultKind.PackageDearer))))
        {
            var list = PlantedBills.List(planted.List);
            var turned = planted.Bill with { Lines = [.. planted.Bill.Lines.Reverse()] };
            BillCheck.Of(list, turned, PlantedBills.Names).Over.ShouldBe(BillCheck.Of(list, planted.Bill, PlantedBills.Names).Over, planted.Number);
        }
    }

    private static (PrintedList List, Bill Bill) Made(Random random, bool atMost = false)
    {
        var list = Lists[random.Next(Lists.Length)];
        var (age, infectious, grade) = (random.Next(0, 100), random.Next(4) == 0, random.Next(3) == 0 ? "二级" : "");
        var lines = new List<PaperLine>();
        foreach (var item in list.Items.Values.OrderBy(i => i.Code, StringComparer.Ordinal).Where(_ => random.Next(3) == 0))
        {
            var amounts = item.Terms.Where(t => t.Kind == TermKind.Amount).ToList();
            var query = new PriceQuery(item.Unit == LawfulMost.Body ? 1 : random.Next(2) == 0 ? random.Next(1, 8) : Math.Round((decimal)(random.NextDouble() * 6) + 0.1m, 1))
            {
                Match = amounts.Count > 0 ? amounts[random.Next(amounts.Count)].Match : null,
                Kilometres = random.Next(0, 70),
                Floor = random.Next(-1, 12),
                Lift = random.Next(2) == 0,
                Age = age,
                Infectious = infectious,
                Grade = grade,
                Cost = random.Next(100, 90_000),
            };
            if (item.Way == PricingWay.Range) query = query with { Agreed = atMost ? item.Most : random.NextInt64(item.Least, item.Most + 1) };
            else if (atMost) query = query with { Agreed = item.Way == PricingWay.GovGuided ? PriceEngine.Ceiling(item, query) : null };
            if (!PriceEngine.Of(item, query).Try(out var price, out _) || price.Fen == 0) continue;
            lines.Add(new(lines.Count + 1, item.Name)
            {
                Quantity = query.Quantity,
                Unit = random.Next(2) == 0 && !atMost ? query.Agreed : null,
                Amount = price.Fen,
                Match = query.Match,
                Kilometres = query.Kilometres,
                Floor = query.Floor,
                Lift = query.Lift,
                Cost = query.Cost,
            });
        }
        return (list, new Bill(PlantedBills.Day, lines) { Age = age, Infectious = infectious, Grade = grade, Total = lines.Sum(l => l.Amount) });
    }
}
