using System.Diagnostics;
using System.Globalization;
using Anmin.Funeral.Scheduling.Planning;

namespace Anmin.Bench.Schedule;

/// <summary>
/// schedule: seeded congested days. Weighted waiting of the plan against serving in turn (fifo), by earliest wish (edd) and against the bound of
/// the linear program; seconds are of processor; how long planning again takes after a furnace, or a vehicle, has gone. A seed whose day nobody can serve whole is left out and counted.
/// </summary>
internal static class ScheduleBench
{
    // as many orders as a second of processor tries; the clock on the wall would measure the neighbours
    private static readonly Effort Second = new(1, 330_000, TimeSpan.FromMinutes(10));

    public static async Task RunAsync(Settings settings, Ratios ratios, CancellationToken ct)
    {
        var node = Path.Combine(settings.Root, "bench", "Schedule", "node");
        if (settings.Wants("bound") || settings.Wants("fifo")) await BoundAsync(settings, ratios, node, ct);
        if (settings.Wants("large")) Large(settings, ratios);
        if (settings.Wants("replan")) Replan(settings, ratios);
        if (settings.Wants("replan")) Vehicle(settings, ratios);
    }

    private static async Task BoundAsync(Settings settings, Ratios ratios, string node, CancellationToken ct)
    {
        await OracleAsync(node, ct);
        var (toBound, toFifo, toEdd, seconds, left) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), 0);
        var (ours, bound, fifo, edd) = (0L, 0.0, 0L, 0L);
        for (var seed = 1; toBound.Count < (settings.Quick ? 4 : 12) && seed < 60; seed++)
        {
            var day = CongestedDay.Make(seed, 40, 5, 3);
            var (inTurn, byWish) = (Planner.Of(day, Planner.FirstCome(day)), Planner.Of(day, Planner.EarliestWished(day)));
            var began = Rounds.Processor();
            var plan = Planner.Plan(day, Second);
            seconds.Add(Rounds.Processor() - began);
            if (plan.Unplaced + plan.Breach + inTurn.Unplaced + inTurn.Breach > 0)
            {
                left++;
                continue;
            }
            var least = await LinearBound.OfAsync(day, node, ct);
            if (plan.Waiting < least - 0.01) throw new OracleException($"seed {seed}: a plan of {plan.Waiting} lies below its bound {least}");
            Ratios.Remark(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: ours {plan.Waiting}, bound {least:0.0} ({plan.Waiting / least:0.000}), fifo {inTurn.Waiting}, edd {byWish.Waiting}, {plan.Tried} orders in {seconds[^1]:0.00}s"));
            toBound.Add(plan.Waiting / least);
            toFifo.Add((double)inTurn.Waiting / plan.Waiting);
            toEdd.Add((double)byWish.Waiting / plan.Waiting);
            (ours, bound, fifo, edd) = (ours + plan.Waiting, bound + least, fifo + inTurn.Waiting, edd + byWish.Waiting);
        }
        var note = string.Create(CultureInfo.InvariantCulture, $"40 jobs, 5 cremators, 3 halls, 3 vehicles with crews, all of them in the bound; {toBound.Count} days, {left} left out; worst day {toBound.Max():0.000}, processor {Rounds.Median(seconds):0.00}s, longest {seconds.Max():0.00}s, load {Load()}");
        ratios.Say("schedule.bound", $"{ours}", $"highs-lp:{bound.ToString("0", CultureInfo.InvariantCulture)}", Rounds.Median(toBound), "<=1.02", Rounds.Median(toBound) <= 1.02 && Rounds.Median(seconds) <= 1, note);
        ratios.Say("schedule.fifo", $"{ours}", $"fifo:{fifo}", Rounds.Median(toFifo), ">=2", Rounds.Median(toFifo) >= 2, "times less weighted waiting than serving in turn");
        ratios.Say("schedule.edd", $"{ours}", $"edd:{edd}", Rounds.Median(toEdd), ">=1", Rounds.Median(toEdd) >= 1, "times less than by earliest wish");
    }

    private static void Large(Settings settings, Ratios ratios)
    {
        var (times, seconds, late) = (new List<double>(), new List<double>(), new List<string>());
        var (ours, fifo) = (0L, 0L);
        for (var seed = 1; seed <= (settings.Quick ? 3 : 8); seed++)
        {
            var day = CongestedDay.Make(seed, 300, 30, 24, 150);
            var inTurn = Planner.Of(day, Planner.FirstCome(day));
            var began = Rounds.Processor();
            var plan = Planner.Plan(day, Second with { Rounds = 45_000 });
            seconds.Add(Rounds.Processor() - began);
            // waiting alone is compared: legal clocks, which the plan keeps better, would flatter it
            times.Add((double)inTurn.Waiting / plan.Waiting);
            late.Add($"{plan.Breach}/{inTurn.Breach}");
            (ours, fifo) = (ours + plan.Waiting, fifo + inTurn.Waiting);
        }
        ratios.Say("schedule.large", $"{ours}", $"fifo:{fifo}", Rounds.Median(times), ">=2", Rounds.Median(times) >= 2, string.Create(CultureInfo.InvariantCulture, $"300 jobs, 30 cremators, 24 halls, 25 vehicles, processor {Rounds.Median(seconds):0.00}s; steps beyond legal clocks ours/fifo {string.Join(' ', late)}; load {Load()}"));
    }

    /// <summary>A furnace goes in the middle of a planned morning: whoever was on it is planned again among all others, who stay.</summary>
    private static void Replan(Settings settings, Ratios ratios)
    {
        var (seconds, moved) = (new List<double>(), 0);
        for (var seed = 1; seed <= (settings.Quick ? 5 : 20); seed++)
        {
            var day = CongestedDay.Make(seed, 120, 14, 10, 150);
            var plan = Planner.Plan(day, new Effort(1, 20_000, TimeSpan.FromSeconds(1)));
            var began = Stopwatch.GetTimestamp();
            var after = Broken(plan, thing: 2, at: 24, until: 60);
            var again = Planner.Plan(after, new Effort(1, 20_000, TimeSpan.FromMilliseconds(150)) { From = Planner.EarliestWished(after) });
            seconds.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
            moved += after.Jobs.Count;
            OracleException.Equal(0, again.Placements.Count(p => p.Cremation is { Thing: 2, From: < 60 } c && c.Until > 24), "nobody on the broken furnace");
        }
        ratios.Say("schedule.replan", Ratios.Milliseconds(Rounds.Median(seconds) * 1000), "goal:200.00ms", Rounds.Median(seconds) / 0.2, "<=200ms", Rounds.Median(seconds) <= 0.2, string.Create(CultureInfo.InvariantCulture, $"120 jobs, 14 cremators; {moved} families moved in {seconds.Count} breakdowns, longest {seconds.Max() * 1000:0}ms, load {Load()}"));
    }

    /// <summary>The same with a vehicle: its trips that have not left, and what comes after them for these families.</summary>
    private static void Vehicle(Settings settings, Ratios ratios)
    {
        var (seconds, moved, breach) = (new List<double>(), 0, 0L);
        for (var seed = 1; seed <= (settings.Quick ? 5 : 20); seed++)
        {
            var day = CongestedDay.Make(seed, 120, 14, 10, 150);
            var plan = Planner.Plan(day, new Effort(1, 20_000, TimeSpan.FromSeconds(1)));
            var gone = Enumerable.Range(0, day.Things.Count).Last(i => day.Things[i].Kind == ThingKind.Vehicle);
            var began = Stopwatch.GetTimestamp();
            var after = Stranded(plan, gone, at: 8, until: 60);
            var again = Planner.Plan(after, new Effort(1, 20_000, TimeSpan.FromMilliseconds(150)) { From = Planner.EarliestWished(after) });
            seconds.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
            moved += after.Jobs.Count;
            breach += again.Breach - plan.Placements.Where(p => Left(p, gone, 8, 60)).Sum(p => p.Breach);
            OracleException.Equal(0, again.Placements.Count(p => p.Pickup is { } t && t.Thing == gone && t.From < 60 && t.Until > 8), "nobody on the broken vehicle");
        }
        ratios.Say("schedule.replan-vehicle", Ratios.Milliseconds(Rounds.Median(seconds) * 1000), "goal:200.00ms", Rounds.Median(seconds) / 0.2, "<=200ms", Rounds.Median(seconds) <= 0.2, string.Create(CultureInfo.InvariantCulture, $"120 jobs, 10 vehicles; {moved} families moved in {seconds.Count} breakdowns, {breach} steps more beyond legal clocks, longest {seconds.Max() * 1000:0}ms, load {Load()}"));
    }

    private static bool Left(Placement p, int thing, int at, int until) => p.Pickup is { } t && t.Thing == thing && t.From >= at && t.From < until;

    private static Day Stranded(Plan plan, int thing, int at, int until)
    {
        var hit = plan.Placements.Where(p => Left(p, thing, at, until)).ToHashSet();
        var things = plan.Day.Things.Select((t, i) => t with
        {
            Closed = i == thing ? [.. t.Closed, new Stretch(at, until)] : t.Closed,
            Taken = [.. plan.Placements.Where(p => !hit.Contains(p)).SelectMany(p => new[] { p.Pickup, p.Farewell, p.Cremation }).Where(u => u?.Thing == i).Select(u => new Taken(u!.Value.From, u.Value.Until, u.Value.Until + t.Turnaround, "kept"))],
        }).ToList();
        return plan.Day with
        {
            Things = things,
            Jobs = [.. hit.Select(p => p.Job with
            {
                Pickup = p.Job.Pickup! with { From = Math.Max(at, p.Job.Pickup.From) },
                Farewell = p.Farewell is { } f ? p.Job.Farewell! with { Wished = f.From } : p.Job.Farewell,
                Cremation = p.Cremation is { } c ? p.Job.Cremation! with { Wished = c.From } : p.Job.Cremation,
            })],
        };
    }

    private static Day Broken(Plan plan, int thing, int at, int until)
    {
        var hit = plan.Placements.Where(p => p.Cremation is { } c && c.Thing == thing && c.Until > at && c.From < until && c.From >= at).ToHashSet();
        var things = plan.Day.Things.Select((t, i) => t with
        {
            Closed = i == thing ? [.. t.Closed, new Stretch(at, until)] : t.Closed,
            Taken = [.. plan.Placements.SelectMany(p => new[] { p.Pickup, p.Farewell, hit.Contains(p) ? null : p.Cremation }.Where(u => u?.Thing == i)).Select(u => new Taken(u!.Value.From, u.Value.Until, u.Value.Until + t.Turnaround, "kept"))],
        }).ToList();
        return plan.Day with { Things = things, Jobs = [.. hit.Select(p => p.Job with { Pickup = null, Farewell = null, Cremation = p.Job.Cremation! with { Earliest = Math.Max(at, p.Cremation!.Value.From), Wished = p.Cremation.Value.From } })] };
    }

    /// <summary>The bound is checked on days small enough to know the best: it must not lie above any plan.</summary>
    private static async Task OracleAsync(string node, CancellationToken ct)
    {
        for (var seed = 100; seed < 106; seed++)
        {
            var day = CongestedDay.Make(seed, 6, 2, 1, 150);
            var best = Permutations(6).Select(order => Planner.Of(day, order)).Where(p => p.Unplaced + p.Breach == 0).Select(p => p.Waiting).DefaultIfEmpty(-1).Min();
            if (best < 0) continue;
            var bound = await LinearBound.OfAsync(day, node, ct);
            OracleException.Equal(true, bound <= best + 0.01, $"bound {bound} of seed {seed} against the best of all orders {best}");
        }
    }

    private static IEnumerable<IReadOnlyList<int>> Permutations(int count)
    {
        if (count == 0) return [[]];
        return Permutations(count - 1).SelectMany(p => Enumerable.Range(0, count).Select(at => (IReadOnlyList<int>)[.. p.Take(at), count - 1, .. p.Skip(at)]));
    }

    private static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];
}
