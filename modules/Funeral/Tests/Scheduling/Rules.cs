using Anmin.Funeral.Timetable;
using Anmin.Funeral.Scheduling.Planning;
using Shouldly;

namespace Anmin.Funeral.Tests.Scheduling;

/// <summary>What no plan may break, written a second time and the slow way.</summary>
internal static class Rules
{
    public static void Hold(Plan plan)
    {
        var day = plan.Day;
        foreach (var placed in plan.Placements) Hold(day, placed);
        for (var i = 0; i < day.Things.Count; i++)
        {
            var thing = day.Things[i];
            var own = plan.Placements.SelectMany(p => Free(p)).Where(u => u.Thing == i).Select(u => (u.From, u.Until, Clear: u.Until + thing.Turnaround)).ToList();
            foreach (var use in own) thing.Closed.ShouldNotContain(c => c.From < use.Until && use.From < c.Until, "in closed hours");
            var all = own.Concat(thing.Taken.Select(t => (t.From, t.Until, t.Clear))).OrderBy(u => u.From).ToList();
            for (var k = 1; k < all.Count; k++) all[k].From.ShouldBeGreaterThanOrEqualTo(all[k - 1].Clear, $"two on {thing.Id}");
        }
        People(plan, ThingKind.Cremator, day.Operators);
        People(plan, ThingKind.Vehicle, day.Crews);
        Count(plan);
    }

    /// <summary>In no step are more at work than there are people, but for what was so before the plan.</summary>
    private static void People(Plan plan, ThingKind kind, IReadOnlyList<int>? limit)
    {
        if (limit is null) return;
        var day = plan.Day;
        var planned = plan.Placements.SelectMany(p => Free(p)).Where(u => day.Things[u.Thing].Kind == kind).ToList();
        for (var s = 0; s < day.Steps; s++)
        {
            var kept = day.Things.Where(t => t.Kind == kind).SelectMany(t => t.Taken).Count(t => t.Staffed && t.From <= s && s < t.Until);
            var here = planned.Count(u => u.From <= s && s < u.Until);
            if (here > 0) (here + kept).ShouldBeLessThanOrEqualTo(limit[s], $"{kind} at {s}");
        }
    }

    /// <summary>What the plan says it costs is what its placements cost.</summary>
    private static void Count(Plan plan)
    {
        var (waiting, breach) = (0L, 0L);
        foreach (var p in plan.Placements)
        {
            if (p is { Pickup: { } a, Job.Pickup: { } trip })
            {
                waiting += trip.Weight * Math.Max(0, a.From - trip.From);
                breach += Math.Max(0, a.From + trip.There - (trip.Due ?? int.MaxValue));
            }
            if (p is { Farewell: { } f, Job.Farewell: { } leave })
            {
                waiting += p.Job.Weight * Math.Max(0, f.From - leave.Wished);
                if (leave.Kept is not null && p.Job.Pickup is { } first) waiting += p.Job.Weight * Math.Max(0, (p.Pickup?.Until ?? first.From + first.Length) + plan.Day.Transfer - f.From);
            }
            if (p is not { Cremation: { } c, Job.Cremation: { } last }) continue;
            waiting += p.Job.Weight * Math.Max(0, c.From - last.Wished);
            breach += Math.Max(0, c.Until - (last.Due ?? int.MaxValue));
        }
        plan.Waiting.ShouldBe(waiting);
        plan.Breach.ShouldBe(breach);
    }

    private static void Hold(Day day, Placement placed)
    {
        var job = placed.Job;
        var ready = 0;
        if (placed.Pickup is { } p)
        {
            ready = p.Until + day.Transfer;
            if (job.Pickup!.Kept is { } sent) p.ShouldBe(sent, "sent is sent");
            else
            {
                p.From.ShouldBeGreaterThanOrEqualTo(job.Pickup.From);
                (p.Until - p.From).ShouldBe(job.Pickup.Length);
                p.Until.ShouldBeLessThanOrEqualTo(day.Steps);
                day.Things[p.Thing].Kind.ShouldBe(ThingKind.Vehicle);
                day.Things[p.Thing].Fits(job.Pickup.Variant, job.Pickup.Needs, 0).ShouldBeTrue();
            }
        }
        if (placed.Farewell is { } f && job.Farewell!.Kept is null)
        {
            f.From.ShouldBeGreaterThanOrEqualTo(Math.Max(job.Farewell.Wished, ready));
            (f.Until - f.From).ShouldBe(job.Farewell.Length);
            day.Things[f.Thing].Fits(job.Farewell.Variant, job.Farewell.Needs, job.Farewell.People).ShouldBeTrue();
            ready = f.Until + day.Transfer;
        }
        if (placed.Cremation is not { } c) return;
        if (job.Cremation!.Kept is { } kept)
        {
            c.ShouldBe(kept, "fixed stays fixed");
            return;
        }
        c.From.ShouldBeGreaterThanOrEqualTo(Math.Max(ready, job.Cremation.Earliest));
        (c.Until - c.From).ShouldBe(day.Things[c.Thing].Minutes + job.Cremation.Extra);
        c.Until.ShouldBeLessThanOrEqualTo(day.Steps);
        day.Things[c.Thing].Fits(job.Cremation.Variant, job.Cremation.Needs, 0).ShouldBeTrue();
    }

    private static IEnumerable<Placed> Free(Placement p)
    {
        if (p.Pickup is { } a && p.Job.Pickup!.Kept is null) yield return a;
        if (p.Farewell is { } b && p.Job.Farewell!.Kept is null) yield return b;
        if (p.Cremation is { } c && p.Job.Cremation!.Kept is null) yield return c;
    }
}

/// <summary>Every start of every part on every thing, with what cannot win cut off: the optimum of small days.</summary>
internal static class BestThereIs
{
    public static (int, long, long) Of(Day day)
    {
        var best = (Breach: long.MaxValue, Waiting: long.MaxValue);
        Try(day, 0, [], (0, 0), ref best);
        return (0, best.Breach, best.Waiting);
    }

    private static void Try(Day day, int index, List<(int Thing, int From, int Until)> uses, (long Breach, long Waiting) cost, ref (long Breach, long Waiting) best)
    {
        if (cost.CompareTo(best) >= 0) return;
        if (index == day.Jobs.Count)
        {
            best = cost;
            return;
        }
        var (job, added, before) = (day.Jobs[index], uses.Count, cost);
        foreach (var trip in job.Pickup is { } p ? Starts(day, uses, ThingKind.Vehicle, p.Variant, p.Needs, 0, p.Length, p.From) : [default])
        {
            cost = before;
            if (job.Pickup is { } need)
            {
                uses.Add(trip);
                cost = (cost.Breach + Math.Max(0, trip.From + need.There - (need.Due ?? int.MaxValue)), cost.Waiting + (need.Weight * (trip.From - need.From)));
            }
            if (cost.CompareTo(best) < 0) Leave(day, index, job.Pickup is null ? 0 : trip.Until + day.Transfer, uses, cost, ref best);
            uses.RemoveRange(added, uses.Count - added);
        }
    }

    private static void Leave(Day day, int index, int arrived, List<(int Thing, int From, int Until)> uses, (long Breach, long Waiting) cost, ref (long Breach, long Waiting) best)
    {
        var job = day.Jobs[index];
        foreach (var farewell in job.Farewell is { } f ? Starts(day, uses, ThingKind.Hall, f.Variant, f.Needs, f.People, f.Length, Math.Max(arrived, f.Wished)) : [default])
        {
            var late = job.Farewell is { } wish ? (long)job.Weight * (farewell.From - wish.Wished) : 0;
            if (job.Farewell is not null) uses.Add(farewell);
            if (job.Cremation is { } c)
            {
                var ready = job.Farewell is null ? arrived : farewell.Until + day.Transfer;
                foreach (var burning in Starts(day, uses, ThingKind.Cremator, c.Variant, c.Needs, 0, c.Extra, Math.Max(ready, c.Earliest)))
                {
                    uses.Add(burning);
                    var waited = (long)job.Weight * Math.Max(0, burning.From - c.Wished);
                    var breach = c.Due is { } due ? Math.Max(0, burning.Until - due) : 0;
                    Try(day, index + 1, uses, (cost.Breach + breach, cost.Waiting + late + waited), ref best);
                    uses.RemoveAt(uses.Count - 1);
                }
            }
            else Try(day, index + 1, uses, (cost.Breach, cost.Waiting + late), ref best);
            if (job.Farewell is not null) uses.RemoveAt(uses.Count - 1);
        }
    }

    private static IEnumerable<(int Thing, int From, int Until)> Starts(Day day, List<(int Thing, int From, int Until)> uses, ThingKind kind, string? variant, IReadOnlyList<string> needs, int size, int length, int from)
    {
        for (var at = from; at < day.Steps; at++)
            for (var i = 0; i < day.Things.Count; i++)
            {
                var thing = day.Things[i];
                if (thing.Kind != kind || !thing.Fits(variant, needs, size)) continue;
                var until = at + length + thing.Minutes;
                if (until > day.Steps) continue;
                if (uses.Any(u => u.Thing == i && u.From < until + thing.Turnaround && at < u.Until + thing.Turnaround)) continue;
                var people = kind switch { ThingKind.Cremator => day.Operators, ThingKind.Vehicle => day.Crews, _ => null };
                if (people is not null && Enumerable.Range(at, until - at).Any(s => uses.Count(u => day.Things[u.Thing].Kind == kind && u.From <= s && s < u.Until) >= people[s])) continue;
                yield return (i, at, until);
            }
    }
}
