using System.Diagnostics;
using Anmin.Billing.Lists;
using Anmin.Billing.Pricing;
using Anmin.Billing.Public;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Bench.Billing;

/// <summary>
/// Quotations a second, a request's scope each: the list in force asked from the database, its lines from the shelf, fifteen items priced;
/// against the plain way on the same rows in the same run: the list, then every item and its terms by EF Core, priced by the same engine.
/// </summary>
internal static class BillingBench
{
    private const string Institution = "bench-1";
    private const string List = "bench-list";
    private const int Items = 60;
    private const int Lines = 15;

    private static readonly DateOnly Day = new(2026, 11, 23);

    public static async Task RunAsync(Settings settings, Ratios ratios, CancellationToken ct)
    {
        foreach (var kind in BenchDatabase.Kinds(settings))
        {
            await using var database = await BenchDatabase.MakeAsync(settings, kind, pack: true);
            if (!settings.Wants(database.Name)) continue;
            await FillAsync(database);
            var baskets = Enumerable.Range(0, 64).Select(Basket).ToArray();
            foreach (var basket in baskets) OracleException.Equal(await PlainAsync(database, basket, ct), await OursAsync(database, basket, ct), $"{database.Name}: the same sum both ways");
            var time = TimeSpan.FromSeconds(settings.Quick ? 2 : 5);
            var rounds = await Rounds.RunAsync(settings.Rounds, _ => RateAsync(time, i => OursAsync(database, baskets[i % baskets.Length], ct)), _ => RateAsync(time, i => PlainAsync(database, baskets[i % baskets.Length], ct)));
            ratios.Say($"billing.quotation.{database.Name}", Ratios.Rate(rounds.OursMedian), "ef-per-line:" + Ratios.Rate(rounds.PeerMedian), rounds.Ratio, ">=20", rounds.Ratio >= 20, $"{Lines} lines of {Items} items, one caller");
        }
    }

    private static async Task<long> OursAsync(BenchDatabase database, BasketLine[] basket, CancellationToken ct)
    {
        await using var scope = database.Request();
        var shown = await scope.ServiceProvider.GetRequiredService<PublicLists>().OneAsync(Institution, Day, ct);
        return Anmin.Billing.Pricing.Basket.Of(shown!.Printed, basket).Value!.Fen;
    }

    private static async Task<long> PlainAsync(BenchDatabase database, BasketLine[] basket, CancellationToken ct)
    {
        await using var scope = database.Request();
        var db = scope.ServiceProvider.GetRequiredService<AnminDb>();
        var list = await db.Set<PriceList>().AsNoTracking().FirstAsync(l => l.Institution == Institution && l.From <= Day && (l.Until == null || l.Until >= Day), ct);
        var sum = 0L;
        foreach (var line in basket)
        {
            var row = await db.Set<PriceListItem>().AsNoTracking().FirstAsync(i => i.List == list.Code && i.Code == line.Code, ct);
            var terms = await db.Set<PriceListTerm>().AsNoTracking().Where(t => t.List == list.Code && t.Item == line.Code).OrderBy(t => t.Ordinal).ToListAsync(ct);
            var item = new PriceItem(row.Code, row.Name, row.Class, row.Way, row.Unit, row.Least, row.Most, list.Document, [.. terms.Select(t => new PriceTerm(t.Kind, t.Match, t.From, t.To, t.Fen, t.Percent))]);
            sum += PriceEngine.Of(item, line.Query).Value!.Fen;
        }
        return sum;
    }

    private static async Task<double> RateAsync(TimeSpan time, Func<int, Task<long>> quote)
    {
        for (var i = 0; i < 20; i++) await quote(i);
        var (began, done) = (Stopwatch.GetTimestamp(), 0);
        while (Stopwatch.GetElapsedTime(began) < time) await quote(done++);
        return done / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static BasketLine[] Basket(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Items).OrderBy(_ => random.Next()).Take(Lines).Select(i => new BasketLine($"item-{i}", new PriceQuery(random.Next(1, 5) + 0.5m) { Kilometres = random.Next(0, 60), Age = random.Next(1, 99) }))];
    }

    /// <summary>A list like the printed ones: every third item has rounding, every fourth distance, every fifth a reduction for age.</summary>
    private static Task FillAsync(BenchDatabase database) => database.WithAsync(async db =>
    {
        for (var i = 0; i < Items; i++)
        {
            db.Add(new PriceListItem
            {
                List = List,
                Code = $"item-{i}",
                Ordinal = i + 1,
                Name = $"item {i}",
                Class = ItemClass.Basic,
                Way = PricingWay.GovGuided,
                Unit = "天",
                Least = 1000 + i,
                Most = 1000 + i,
            });
            if (i % 3 == 0) db.Add(Term(i, 1, TermKind.RoundUp, from: 1));
            if (i % 4 == 0) db.Add(Term(i, 2, TermKind.Distance, from: 20, fen: 300));
            if (i % 5 == 0) db.Add(Term(i, 3, TermKind.Age, to: 7, percent: 50));
        }
        await db.SaveChangesAsync();
        // a list is born published only upon lines that are there
        db.Add(new PriceList
        {
            Code = List,
            Institution = Institution,
            Title = "bench",
            Document = "bench",
            From = Day.AddYears(-1),
            State = PriceListState.Published,
        });
        await db.SaveChangesAsync();
    });

    private static PriceListTerm Term(int item, int ordinal, TermKind kind, decimal from = 0, decimal? to = null, long fen = 0, decimal percent = 100) => new()
    {
        List = List,
        Item = $"item-{item}",
        Ordinal = ordinal,
        Kind = kind,
        From = from,
        To = to,
        Fen = fen,
        Percent = percent,
        Match = kind == TermKind.Distance ? "return" : null,
    };
}
