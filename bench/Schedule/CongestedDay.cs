using Anmin.Funeral.Scheduling.Planning;

namespace Anmin.Bench.Schedule;

/// <summary>
/// An invented day of the week of Qingming in one home. What makes it hard is taken from how homes describe such days: most families
/// wish the morning, a third has no farewell and no hour, halls are few, big groups need the big hall, two cremators in five are carriage ones,
/// some bodies are fetched only that morning (within four hours of the call, a few of them with nothing else that day), some may not be cremated before an hour, few operators at noon and in the evening.
/// Steps of ten minutes from 05:00; all lengths are whole steps, so that the linear program on the same steps is a true bound.
/// </summary>
internal static class CongestedDay
{
    public const int StepMinutes = 10;

    public static Day Make(int seed, int jobs, int cremators, int halls, int steps = 132)
    {
        var dice = new Dice(seed);
        List<Thing> things = [];
        for (var i = 0; i < cremators; i++)
        {
            // a carriage furnace takes ninety minutes; one flat-bed suits oversize, another infectious bodies
            things.Add(i % 5 is 2 or 4
                ? new($"c{i}", ThingKind.Cremator, $"{i + 1}号炉", "carriage", 0, 2, 9)
                : new($"c{i}", ThingKind.Cremator, $"{i + 1}号炉", "flat-bed", 0, 1, 6) { Suits = i == 0 ? ["oversize"] : i == 1 ? ["infectious"] : [] });
        }
        for (var i = 0; i < halls; i++)
        {
            things.Add(new($"h{i}", ThingKind.Hall, $"{i + 1}号厅", "farewell", (i % 3) switch { 0 => 120, 1 => 60, _ => 30 }, 2, 0) { Closed = [new(0, At(6)), new(At(20), steps)] });
        }
        var vehicles = Math.Max(2, jobs / 12);
        for (var i = 0; i < vehicles; i++) things.Add(new($"v{i}", ThingKind.Vehicle, $"{i + 1}号车", "standard", 1, 1, 0) { Suits = i == 0 ? ["infectious"] : [] });
        int[] crews = [.. Enumerable.Range(0, steps).Select(t => t < At(7) || t >= At(19) ? Math.Max(1, vehicles / 2) : vehicles)];
        int[] operators = [.. Enumerable.Range(0, steps).Select(t => t < At(6) ? 1 : t < At(11, 30) ? cremators : t < At(13) ? Math.Max(1, cremators - (cremators / 4) - 1) : t < At(18) ? cremators : Math.Max(1, cremators / 2))];
        int[] came = [.. Enumerable.Range(0, jobs)];
        for (var i = jobs - 1; i > 0; i--)
        {
            var k = dice.Below(i + 1);
            (came[i], came[k]) = (came[k], came[i]);
        }
        return new(StepMinutes, steps, things, [.. Enumerable.Range(0, jobs).Select(i => MakeJob(dice, i, came[i]))]) { Operators = operators, Crews = crews, Transfer = 1 };
    }

    private static int At(int hour, int minute = 0) => ((hour - 5) * 60 / StepMinutes) + (minute / StepMinutes);

    private static Job MakeJob(Dice dice, int number, int came)
    {
        string[] needs = dice.Below(100) switch { < 4 => ["oversize"], < 7 => ["infectious"], _ => [] };
        var variant = needs.Length > 0 ? null : dice.Below(100) switch { < 62 => "flat-bed", < 87 => "carriage", _ => null };
        var lawful = dice.Below(100) < 85 ? 0 : At(6) + dice.Below(36);
        var pickup = dice.Below(100) < 25 ? Fetch(dice, needs) : null;
        if (pickup is not null && dice.Below(100) < 30) return new($"j{number}", 1, came) { Pickup = pickup };
        int? due = needs is ["infectious"] ? At(20) : null;
        if (dice.Below(100) < 33)
        {
            // two handlers wait; half of these families ask for the early morning, half only for the day
            var wished = dice.Below(2) == 0 ? At(6) + dice.Below(12) : At(13);
            return new($"j{number}", 1 + dice.Below(2), came) { Pickup = pickup, Cremation = new(lawful, wished, due, variant, needs, Extra(needs)) };
        }
        var people = dice.Below(100) switch { < 60 => 10 + dice.Below(21), < 90 => 31 + dice.Below(30), _ => 61 + dice.Below(60) };
        var (length, hour) = (people > 60 ? 6 : people > 30 ? 4 : 3, dice.Below(100) < 75 ? At(7) + dice.Below(22) : At(12, 30) + dice.Below(20));
        return new($"j{number}", (people + 9) / 10, came)
        {
            Pickup = pickup,
            Farewell = new(hour, length, null, people, []),
            Cremation = new(lawful, hour + length + 1, due, variant, needs, Extra(needs)),
        };
    }

    /// <summary>Called from five to eight; there within four hours, a way of ten to thirty minutes, loaded and back.</summary>
    private static PickupNeed Fetch(Dice dice, string[] needs)
    {
        var (called, there) = (dice.Below(18), 1 + dice.Below(3));
        return new(called, there, (2 * there) + 1 + dice.Below(3), null, needs is ["infectious"] ? needs : [], called + 24);
    }

    private static int Extra(string[] needs) => needs is ["oversize"] ? 3 : 0;

    private sealed class Dice(int seed)
    {
        private ulong state = ((ulong)seed + 1) * 0x9E3779B97F4A7C15;

        public int Below(int bound)
        {
            state ^= state >> 12;
            state ^= state << 25;
            state ^= state >> 27;
            return (int)(((state * 0x2545F4914F6CDD1D) >> 33) % (ulong)bound);
        }
    }
}
