using Anmin.Funeral.Timetable;
using Anmin.Funeral.Scheduling.Planning;

namespace Anmin.Funeral.Tests.Scheduling;

/// <summary>Days of every shape, from a seed.</summary>
internal static class RandomDay
{
    public static Day Make(int seed)
    {
        var dice = new Random(seed);
        List<Thing> things = [.. Things(dice, dice.Next(1, 6), dice.Next(1, 4), dice.Next(1, 3), 60)];
        // some parts are fixed by hand, or under way, before anything is planned
        var jobs = new List<Job>();
        for (var i = 0; i < dice.Next(1, 16); i++)
        {
            var job = MakeJob(dice, i, 60);
            if (job.Cremation is { } c && dice.Next(6) == 0)
            {
                var index = things.FindIndex(t => t.Kind == ThingKind.Cremator);
                job = job with { Pickup = null, Farewell = null, Cremation = c with { Kept = Keep(things, index, 30, things[index].Minutes, job.Id) } };
            }
            else if (job.Pickup is { } p && dice.Next(4) == 0)
            {
                var index = things.FindIndex(t => t.Kind == ThingKind.Vehicle);
                job = job with { Pickup = p with { Kept = Keep(things, index, 0, p.Length, job.Id) } };
            }
            jobs.Add(job);
        }
        return new Day(10, 110, things, jobs) { Transfer = dice.Next(0, 3), Operators = dice.Next(2) == 0 ? null : [.. Enumerable.Range(0, 110).Select(s => s < 8 ? 0 : s is > 30 and < 36 ? 1 : 3)], Crews = dice.Next(2) == 0 ? null : [.. Enumerable.Range(0, 110).Select(s => s < 4 ? 0 : s is > 20 and < 26 ? 1 : 2)] };
    }

    /// <summary>After everything that is there already.</summary>
    private static Placed Keep(List<Thing> things, int index, int earliest, int length, string by)
    {
        var thing = things[index];
        var at = thing.Taken.Select(t => t.Clear).DefaultIfEmpty(earliest).Max();
        things[index] = thing with { Taken = [.. thing.Taken, new Taken(at, at + length, at + length + thing.Turnaround, by)] };
        return new(index, at, at + length);
    }

    /// <summary>Few jobs, few things: small enough to try every plan.</summary>
    public static Day Small(int seed)
    {
        var dice = new Random(seed);
        List<Thing> things = [.. Things(dice, dice.Next(1, 3), 1, 0, 30).Select(t => t with { Closed = [] })];
        return new Day(10, 30, things, [.. Enumerable.Range(0, dice.Next(2, 5)).Select(i => MakeJob(dice, i, 12) with { Pickup = null })]) { Transfer = 1, Operators = dice.Next(2) == 0 ? null : [.. Enumerable.Repeat(1, 30)] };
    }

    /// <summary>Small ones on which bodies are fetched: for some alone, for some before the farewell or the furnace of the same day.</summary>
    public static Day SmallWithTrips(int seed)
    {
        var dice = new Random(seed + 5000);
        List<Thing> things = [.. Things(dice, 1, 1, dice.Next(1, 3), 30).Select(t => t with { Closed = [] })];
        return new Day(10, 34, things, [.. Enumerable.Range(0, dice.Next(2, 4)).Select(i => Fetched(dice, MakeJob(dice, i, 12)))]) { Transfer = 1, Crews = dice.Next(2) == 0 ? null : [.. Enumerable.Repeat(1, 34)] };
    }

    private static Job Fetched(Random dice, Job job)
    {
        var need = new PickupNeed(dice.Next(6), 1, dice.Next(2, 5), null, job.Cremation!.Needs, dice.Next(3) == 0 ? dice.Next(3, 9) : null);
        return dice.Next(2) == 0 ? job with { Pickup = need, Farewell = null, Cremation = null } : job with { Pickup = need };
    }

    private static IEnumerable<Thing> Things(Random dice, int cremators, int halls, int vehicles, int steps)
    {
        for (var i = 0; i < cremators; i++) yield return new($"c{i}", ThingKind.Cremator, $"{i}号炉", dice.Next(2) == 0 ? "flat-bed" : "carriage", 0, dice.Next(0, 3), dice.Next(3, 7)) { Suits = i == 0 ? ["infectious"] : [], Closed = dice.Next(3) == 0 ? [new(dice.Next(steps), steps)] : [] };
        for (var i = 0; i < halls; i++) yield return new($"h{i}", ThingKind.Hall, $"{i}号厅", "farewell", 50 + (50 * dice.Next(2)), dice.Next(0, 3), 0) { Closed = [new(0, dice.Next(6))] };
        for (var i = 0; i < vehicles; i++) yield return new($"v{i}", ThingKind.Vehicle, $"{i}号车", "standard", 1, 1, 0) { Suits = i == 0 ? ["infectious"] : [], Closed = dice.Next(4) == 0 ? [new(dice.Next(steps), steps)] : [] };
    }

    private static Job MakeJob(Random dice, int i, int spread)
    {
        var farewell = dice.Next(3) > 0 ? new FarewellNeed(dice.Next(spread), dice.Next(2, 5), null, dice.Next(60), []) : null;
        string[] needs = dice.Next(8) == 0 ? ["infectious"] : [];
        return new($"j{i}", dice.Next(1, 10), i)
        {
            Pickup = dice.Next(4) == 0 ? new(dice.Next(10), 1, dice.Next(2, 6), null, needs, dice.Next(2) == 0 ? 12 : null) : null,
            Farewell = farewell,
            Cremation = new(dice.Next(10), farewell is { } f ? f.Wished + f.Length + 1 : dice.Next(spread), dice.Next(6) == 0 ? dice.Next(20, 60) : null, null, needs, dice.Next(5) == 0 ? 1 : 0),
        };
    }
}
