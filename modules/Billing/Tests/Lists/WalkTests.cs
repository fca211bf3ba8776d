using Anmin.Billing.Lists;
using Anmin.Billing.Pricing;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Anmin.Billing.Tests.Lists.Clerks;

namespace Anmin.Billing.Tests.Lists;

/// <summary>Anything in any order: an institution has at most one list on a day, and what a day of the past cost it costs for ever.</summary>
public sealed class PlainWalkTests
{
    private static readonly int Steps = Environment.GetEnvironmentVariable("ANMIN_LONG") is null ? 6_000 : 100_000;

    [Theory]
    [InlineData(1), InlineData(20260415), InlineData(108), InlineData(-7)]
    public void No_order_of_acts_gives_a_day_two_lists_or_another_price(int seed)
    {
        var random = new Random(seed);
        string[] homes = ["fh-1", "fh-2", "co-1"], people = ["a", "b", "c"];
        var lists = new List<(PriceList List, long Fen)>();
        var told = new Dictionary<(string Home, DateOnly Day), long?>();
        var (today, published, refused) = (new DateOnly(2026, 1, 1), 0, 0);
        for (var step = 0; step < Steps; step++)
        {
            var by = people[random.Next(3)];
            // mostly the few at hand, now and then any list there ever was
            var one = lists.Count == 0 ? null : random.Next(10) == 0 ? lists[random.Next(lists.Count)].List : lists[^(1 + random.Next(Math.Min(3, lists.Count)))].List;
            switch (random.Next(9))
            {
                case 0 when random.Next(2) == 0:
                    lists.Add((PriceList.Draft("l" + step, homes[random.Next(3)], "x", "x", today.AddDays(random.Next(-5, 40)), by, null), random.Next(1, 100_000)));
                    break;
                case 1 or 2:
                    one?.Check(random.Next(3) == 0 ? 1 : 0, by);
                    break;
                case 3:
                    one?.File("n", today, "x", by);
                    break;
                case 4 or 5:
                    if (one is null) break;
                    var was = (one.State, one.From);
                    var latest = lists.Select(l => l.List).Where(l => l.Institution == one.Institution && l.WasPublished).MaxBy(l => l.From);
                    var end = latest?.Until;
                    if (one.Publish(today.AddDays(random.Next(-3, 30)), today, latest, by, FakeClock.Start).Ok) published++;
                    else
                    {
                        refused++;
                        (one.State, one.From).ShouldBe(was, "a refusal changes nothing");
                        (latest?.Until).ShouldBe(end);
                    }
                    break;
                case 6:
                    one?.Change("item-changed", new { });
                    break;
                case 7:
                    if (random.Next(4) == 0) one?.Withdraw("x", by);
                    break;
                default:
                    today = today.AddDays(random.Next(0, 9));
                    break;
            }
            var (home, day) = (homes[random.Next(3)], today.AddDays(-random.Next(0, 60)));
            foreach (var at in (DateOnly[])[day, today, today.AddDays(random.Next(1, 60))]) lists.Count(l => l.List.Institution == home && l.List.InForceOn(at)).ShouldBeLessThanOrEqualTo(1);
            var fen = Price(lists, home, day);
            if (told.TryGetValue((home, day), out var before)) fen.ShouldBe(before, $"{home} on {day} at step {step}");
            else told[(home, day)] = fen;
        }
        published.ShouldBeGreaterThan(50);
        refused.ShouldBeGreaterThan(50);
        foreach (var ((home, day), fen) in told) Price(lists, home, day).ShouldBe(fen, $"{home} on {day} at the end");
    }

    private static long? Price(List<(PriceList List, long Fen)> lists, string home, DateOnly day)
        => lists.Find(l => l.List.Institution == home && l.List.InForceOn(day)) is { List: not null } found
            ? Must(PriceEngine.Of(new PriceItem("x", "x", ItemClass.Basic, PricingWay.GovSet, "具", found.Fen, found.Fen, "x", []), new(1))).Fen
            : null;
}

public abstract class DatabaseWalkTests(AppFixture fixture)
{
    private static readonly int Steps = Environment.GetEnvironmentVariable("ANMIN_LONG") is null ? 160 : 2000;

    private TestApp App => fixture.App;

    [Fact]
    public async Task Through_the_gate_too()
    {
        var random = new Random(2026);
        var clerks = new Clerks(App);
        var (open, published) = (new List<string>(), 0);
        var told = new Dictionary<DateOnly, string>();
        for (var step = 0; step < Steps; step++)
        {
            var today = DateOnly.FromDateTime(App.Clock.GetUtcNow().AddHours(8).DateTime);
            var one = open.Count == 0 ? null : open[^(1 + random.Next(Math.Min(2, open.Count)))];
            switch (random.Next(8))
            {
                case 0:
                    open.Add(Must(await clerks.TryDraftAsync(Clerk, from: today.AddDays(random.Next(1, 20)))).Code);
                    break;
                case 1 or 2 when one is not null:
                    await clerks.CheckAsync(one);
                    break;
                case 3 or 4 when one is not null:
                    await clerks.FileAsync(one);
                    break;
                case 5 or 6 when one is not null:
                    if (await clerks.PublishAsync(one, from: today.AddDays(random.Next(-1, 8))) is { Ok: true } done && done.Value.Published) (published, _) = (published + 1, open.Remove(one));
                    break;
                default:
                    if (random.Next(3) == 0) App.Clock.Advance(TimeSpan.FromDays(random.Next(0, 4)));
                    break;
            }
            var lists = await App.ReadAsync(db => db.PriceLists.AsNoTracking().Where(l => l.Institution == "fh-1").ToListAsync());
            for (var day = today.AddDays(-20); day < today.AddDays(40); day = day.AddDays(1))
            {
                var inForce = lists.Where(l => l.InForceOn(day)).Select(l => l.Code).ToList();
                inForce.Count.ShouldBe(1, $"{day} at step {step}");
                if (day > today) continue;
                if (told.TryGetValue(day, out var before)) inForce[0].ShouldBe(before);
                else told[day] = inForce[0];
            }
        }
        published.ShouldBeGreaterThan(3);
    }
}

public sealed class DatabaseWalkTestsOnSqlite(SqliteApp f) : DatabaseWalkTests(f), IClassFixture<SqliteApp>;

public sealed class DatabaseWalkTestsOnPostgres(PostgresApp f) : DatabaseWalkTests(f), IClassFixture<PostgresApp>;
