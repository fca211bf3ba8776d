using Anmin.Contracts.Booking;
using Anmin.Funeral.Cremations;
using Anmin.Funeral.Furnaces;
using Anmin.Funeral.Tests.UseCases;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Funeral.Tests.Walk;

/// <summary>Five furnaces, five bodies, and everybody pressing anything at any time: after every press the furnaces, the bookings and the stops agree.</summary>
public sealed class FurnaceWalkTests(ITestOutputHelper output)
{
    private const int Steps = 180;
    private static readonly string[] Furnaces = ["fh-1-crem-1", "fh-1-crem-2", "fh-1-crem-3", "fh-1-crem-4", "fh-1-crem-5"];

    [Theory]
    [InlineData(DatabaseKind.Sqlite, 20261122), InlineData(DatabaseKind.Postgres, 7)]
    public async Task No_order_of_presses_sets_furnaces_bookings_and_stops_at_odds(DatabaseKind kind, int seed)
    {
        await using var app = await TestApp.CreateAsync(kind);
        var (chain, random, done) = (Chain.Of(app), new Random(seed), new Dictionary<string, int>());
        var bodies = new List<Deceased>();
        for (var i = 0; i < 5; i++) bodies.Add(await chain.ConfirmedAsync());
        var stops = new List<Guid>();
        for (var step = 0; step < Steps; step++)
        {
            var (of, furnace) = (bodies[random.Next(bodies.Count)], Furnaces[random.Next(Furnaces.Length)]);
            var (name, problem) = await StepAsync(app, of, furnace, random, stops);
            var key = $"{name} {problem?.Code ?? "ok"}";
            done[key] = done.GetValueOrDefault(key) + 1;
            (await BrokenAsync(app)).ShouldBeNull($"seed {seed}, step {step}: {key}");
        }
        output.WriteLine(string.Join("\n", done.OrderBy(d => d.Key).Select(d => $"{d.Value,3} {d.Key}")));
        // walks that never get anywhere prove nothing
        foreach (var reached in (string[])["start ok", "finish ok", "stop ok", "book ok"]) done.ShouldContainKey(reached);
    }

    private static async Task<(string, Problem?)> StepAsync(TestApp app, Deceased of, string furnace, Random random, List<Guid> stops)
    {
        var first = random.Next(2) == 0;
        var (who, other) = first ? ("火化工甲", "火化工乙") : ("火化工乙", "火化工甲");
        switch (random.Next(12))
        {
            case 0: app.Clock.Advance(TimeSpan.FromMinutes(random.Next(1, 40))); return ("wait", null);
            case 1: return ("book", await Furnace.TryBookAsync(app, of.Id, furnace, random.Next(0, 120), 60));
            case 2: return ("call", (await app.As(who).RunAsync(s => s.GetRequiredService<CallToFurnace>(), new CallToFurnace.Request(of.Id, furnace))).Problem);
            case 3 or 4: return ("check", (await app.As(who).RunAsync(s => s.GetRequiredService<CheckTag>(), new CheckTag.Request(of.Id, random.Next(6) == 0 ? "ZZ" : of.Tag))).Problem);
            case 5 or 6 or 7:
                // half of the time where the body is expected: at random alone nothing would ever burn
                if (random.Next(2) == 0 && (await Furnace.WithAsync(app, b => b.OfSubjectAsync(of.Id, default))).LastOrDefault(b => b.State == BookingState.Confirmed) is { } booked) furnace = booked.Resource;
                return ("start", (await app.As(other).RunAsync(s => s.GetRequiredService<StartCremation>(), new StartCremation.Request(of.Id, furnace, random.Next(8) == 0 ? "ZZ" : of.Tag))).Problem);
            case 8 or 9:
                var burning = await app.ReadAsync(db => db.Cremations.Where(c => c.FinishedAt == null).Select(c => (Guid?)c.CaseId).FirstOrDefaultAsync());
                return ("finish", (await app.As(who).RunAsync(s => s.GetRequiredService<FinishCremation>(), new FinishCremation.Request(random.Next(2) == 0 ? burning ?? of.Id : of.Id))).Problem);
            case 10:
                var until = TimeZoneInfo.ConvertTime(app.Clock.GetUtcNow().AddMinutes(random.Next(10, 90)), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
                var stopped = await app.As(who).RunAsync(s => s.GetRequiredService<StopFurnace>(), new StopFurnace.Request(furnace, StopKind.Repair, null, until, "检修"));
                if (stopped.Ok) stops.Add(stopped.Value!.StopId);
                return ("stop", stopped.Problem);
            default:
                if (stops.Count == 0) return ("reopen nothing", null);
                return ("reopen", (await app.As(who).RunAsync(s => s.GetRequiredService<ReopenFurnace>(), new ReopenFurnace.Request(stops[random.Next(stops.Count)], "好了"))).Problem);
        }
    }

    private static async Task<string?> BrokenAsync(TestApp app)
    {
        var cremations = await app.ReadAsync(db => db.Cremations.AsNoTracking().ToListAsync());
        if (cremations.Where(c => c.FinishedAt is null).GroupBy(c => c.Cremator).Any(g => g.Count() > 1)) return "two bodies in one furnace";
        var now = app.Clock.GetUtcNow();
        var bookings = await Furnace.WithAsync(app, b => b.FindAsync("fh-1", now.AddDays(-2), now.AddDays(2), ["cremator"], default));
        foreach (var used in bookings.Where(b => b is { Purpose: "cremation", State: BookingState.InUse }))
            if (!cremations.Exists(c => c.CaseId == used.Subject && c.Cremator == used.Resource && c.FinishedAt is null)) return "a furnace is booked as in use and nothing burns";
        foreach (var burning in cremations.Where(c => c.FinishedAt is null))
        {
            if (bookings.Any(b => b.Subject == burning.CaseId && b.Resource == burning.Cremator && b.State == BookingState.Confirmed && b.From <= burning.StartedAt && burning.StartedAt < b.Until)) return "it burns and its booking still waits";
            if (bookings.Any(b => b.Resource == burning.Cremator && b is { Purpose: "maintenance", State: BookingState.Confirmed } && b.From <= burning.StartedAt && burning.StartedAt < b.Until)) return "lit under repair";
        }
        foreach (var pair in bookings.GroupBy(b => b.Resource))
            foreach (var (a, b) in pair.Zip(pair.Skip(1)))
                if (b.From < a.ClearAt) return $"two bookings of one time on {pair.Key}";
        foreach (var furnace in cremations.GroupBy(c => c.Cremator))
            foreach (var (a, b) in furnace.OrderBy(c => c.StartedAt).Zip(furnace.OrderBy(c => c.StartedAt).Skip(1)))
                if (a.FinishedAt is not { } end || b.StartedAt < end.AddMinutes(15)) return "lit while it was burning or cooling";
        return null;
    }
}
