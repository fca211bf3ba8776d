namespace Anmin.Funeral.Scheduling.Planning;

/// <summary>
/// What is taken while a plan is built. A job is put at the first time at which all it needs is free; jobs put later work around it.
/// Equal things are counted, not told apart: as long as no more uses overlap than there are things, each use can be given its own
/// afterwards (intervals in order of start need no more colours than overlap at once).
/// </summary>
internal sealed class Board
{
    /// <summary>One step beyond a legal clock outweighs all waiting of a day; no place at all outweighs every clock.</summary>
    public const long BreachWeight = 1_000_000_000;
    public const long UnplacedWeight = 10_000_000_000_000;

    private const int Operators = 0, Crews = 1;

    private readonly int words, steps;
    private readonly Group[] groups;
    private readonly Job[] jobs;
    private readonly Suited[] suited;
    private readonly int[] trips, tripOf;
    // who must be on shift: for cremators the operators, for vehicles the crews; null where nobody counts them
    private readonly int[]?[] hands;

    private sealed record Group(Thing First, int[] Things, ulong[] Closed)
    {
        public int Turnaround { get; } = First.Turnaround;
        public int Minutes { get; } = First.Minutes;
        /// <summary>Which row of people its use needs; -1 for none.</summary>
        public int Hands { get; } = First.Kind switch { ThingKind.Cremator => Operators, ThingKind.Vehicle => Crews, _ => -1 };
    }

    /// <summary>The groups each part of a job could use.</summary>
    private sealed record Suited(int[] Vehicles, int[] Halls, int[] Cremators);

    /// <summary>For every group, and last of all for the operators and the crews: how many are taken in each step, and the steps in which all are.</summary>
    internal readonly struct State(int rows, int words, int steps, int trips)
    {
        /// <summary>For every trip that stands in the order by itself: its start and group, see <see cref="Board.Known"/>; 0 before it is laid.</summary>
        public readonly int[] Fetched = new int[trips];
        public readonly ulong[] Full = new ulong[rows * words];
        public readonly byte[] Count = new byte[rows * steps];

        public void CopyFrom(in State other)
        {
            other.Full.AsSpan().CopyTo(Full);
            other.Count.AsSpan().CopyTo(Count);
            other.Fetched.AsSpan().CopyTo(Fetched);
        }

        public bool Same(in State other) => Fetched.AsSpan().SequenceEqual(other.Fetched) && Count.AsSpan().SequenceEqual(other.Count);
    }

    public Board(Day day)
    {
        (words, steps, jobs, hands) = (Steps.Words(day.Steps), day.Steps, [.. day.Jobs], [day.Operators?.ToArray(), day.Crews?.ToArray()]);
        Transfer = day.Transfer;
        groups = [.. day.Things.Select((t, i) => (t, i)).GroupBy(x => Likeness(x.t, x.i)).Select(g => new Group(g.First().t, [.. g.Select(x => x.i)], Closures(g.First().t)))];
        suited = [.. day.Jobs.Select(Suit)];
        trips = [.. Enumerable.Range(0, jobs.Length).Where(i => jobs[i] is { Pickup.Kept: null } and not { Farewell: null, Cremation: null })];
        tripOf = [.. Enumerable.Range(0, jobs.Length).Select(i => Array.IndexOf(trips, i))];
        Empty = NewState();
        for (var row = 0; row < hands.Length; row++)
            for (var at = 0; at < steps; at++) if (hands[row] is { } people && people[at] <= 0) Steps.Mark(Full(Empty, groups.Length + row), at, at + 1);
        for (var g = 0; g < groups.Length; g++)
        {
            foreach (var taken in groups[g].First.Taken)
            {
                Take(Empty, g, 1, Math.Max(taken.From, 0), taken.Clear);
                if (taken.Staffed) Work(Empty, groups[g].Hands, Math.Max(taken.From, 0), taken.Until);
            }
        }
    }

    public State Empty { get; }

    private int Transfer { get; }

    public State NewState() => new(groups.Length + hands.Length, words, steps, trips.Length);

    /// <summary>What stands in an order: the jobs, and after them by number the trips of those jobs that go on to a hall or furnace. A trip that comes after its job was laid with it.</summary>
    public int Items => jobs.Length + trips.Length;

    /// <summary>The job an item is of.</summary>
    public int JobOf(int item) => item < jobs.Length ? item : trips[item - jobs.Length];

    /// <summary>The job's trip as an item of its own; -1 where it has none.</summary>
    public int TripOf(int job) => tripOf[job] < 0 ? -1 : jobs.Length + tripOf[job];

    /// <summary>The groups of halls and of cremators a job may choose between.</summary>
    public (int[] Halls, int[] Cremators) Choices(int item) => item < jobs.Length ? (suited[item].Halls, suited[item].Cremators) : ([], []);

    /// <summary>The things of a group, by their place in the day.</summary>
    public IReadOnlyList<int> Things(int group) => groups[group].Things;

    // a thing that is partly taken is like no other
    private static (ThingKind, string, int, int, int, string, string, int) Likeness(Thing t, int index)
        => (t.Kind, t.Variant, t.Size, t.Turnaround, t.Minutes, string.Join(' ', t.Suits.Order(StringComparer.Ordinal)), string.Join(' ', t.Closed), t.Taken.Count > 0 ? index : -1);

    private ulong[] Closures(Thing thing)
    {
        var bits = new ulong[words];
        foreach (var stretch in thing.Closed) Steps.Mark(bits, stretch.From, stretch.Until);
        Steps.Mark(bits, steps, words << 6);
        return bits;
    }

    private Suited Suit(Job job)
    {
        int[] Of(ThingKind kind, string? variant, IReadOnlyList<string> needs, int size) =>
            [.. Enumerable.Range(0, groups.Length).Where(g => groups[g].First.Kind == kind && groups[g].First.Fits(variant, needs, size)).OrderBy(g => groups[g].First.Size).ThenBy(g => groups[g].First.Suits.Count).ThenBy(g => g)];
        return new(
            job.Pickup is { } p ? Of(ThingKind.Vehicle, p.Variant, p.Needs, 0) : [],
            job.Farewell is { } f ? Of(ThingKind.Hall, f.Variant, f.Needs, f.People) : [],
            job.Cremation is { } c ? Of(ThingKind.Cremator, c.Variant, c.Needs, 0) : []);
    }

    private Span<ulong> Full(in State state, int row) => state.Full.AsSpan(row * words, words);

    private void Take(in State state, int row, int capacity, int from, int until)
    {
        var count = state.Count.AsSpan(row * steps, steps);
        var full = Full(state, row);
        until = Math.Min(until, steps);
        for (var at = from; at < until; at++) if (++count[at] >= capacity) full[at >> 6] |= 1UL << (at & 63);
    }

    private void Work(in State state, int row, int from, int until)
    {
        if (row < 0 || hands[row] is not { } people) return;
        var count = state.Count.AsSpan((groups.Length + row) * steps, steps);
        var full = Full(state, groups.Length + row);
        until = Math.Min(until, steps);
        for (var at = from; at < until; at++) if (++count[at] >= people[at]) full[at >> 6] |= 1UL << (at & 63);
    }

    /// <summary>First start from <paramref name="from"/> on, and before <paramref name="before"/>, at which one of the group is free for the length and its turnaround; else -1.</summary>
    private int FirstFit(in State state, int g, int from, int length, int before)
    {
        var group = groups[g];
        var taken = Full(state, g);
        var staff = group.Hands < 0 ? default : Full(state, groups.Length + group.Hands);
        while (from < before && from + length <= steps)
        {
            var clash = Math.Max(Steps.Last(taken, from, from + length + group.Turnaround), Steps.Last(group.Closed, from, from + length));
            if (group.Hands >= 0) clash = Math.Max(clash, Steps.Last(staff, from, from + length));
            if (clash < 0) return from;
            from = clash + 1;
        }
        return -1;
    }

    /// <summary>The earliest end wins; among equals the first, which is the smallest and least particular that will do.</summary>
    /// <param name="only">This group alone, by its number from 1; 0 for any.</param>
    private Placed? Put(in State state, int[] suitable, int from, int length, int only)
    {
        var best = default(Placed?);
        foreach (var g in suitable)
        {
            if (only != 0 && g != only - 1) continue;
            var needed = length + groups[g].Minutes;
            var start = FirstFit(state, g, from, needed, best is { } b ? b.Until - needed : int.MaxValue);
            if (start >= 0) best = new(g, start, start + needed);
        }
        if (best is not { } found) return null;
        Take(state, found.Thing, groups[found.Thing].Things.Length, found.From, found.Until + groups[found.Thing].Turnaround);
        Work(state, groups[found.Thing].Hands, found.From, found.Until);
        return found;
    }

    /// <summary>Puts one item on the board: in which groups, when, and what that costs.</summary>
    public Laid Lay(in State state, int item, Choice choice)
    {
        var (index, laid) = (JobOf(item), new Laid());
        var (job, can) = (jobs[index], suited[index]);
        if (item >= jobs.Length)
        {
            if (state.Fetched[item - jobs.Length] == 0) Fetch(state, index, job.Pickup!, ref laid);
            return laid;
        }
        var ready = Arrive(state, index, choice, ref laid);
        if (job.Cremation is not { } c) return laid;
        laid.Cremation = c.Kept ?? Put(state, can.Cremators, Math.Max(ready, c.Earliest), c.Extra, choice.Cremator);
        if (laid.Cremation is not { } at) laid.Missing++;
        else
        {
            laid.Waiting += (long)job.Weight * Math.Max(0, at.From - c.Wished);
            if (c.Due is { } due) laid.Breach += Math.Max(0, at.Until - due);
        }
        return laid;
    }

    /// <summary>Puts the trip on the board, or finds it there.</summary>
    private void Fetch(in State state, int index, PickupNeed need, ref Laid laid)
    {
        if (tripOf[index] is >= 0 and var k && state.Fetched[k] != 0)
        {
            laid.Pickup = Known(state.Fetched[k], need.Length);
            return;
        }
        laid.Pickup = need.Kept ?? Put(state, suited[index].Vehicles, need.From, need.Length, 0);
        if (tripOf[index] is >= 0 and var own) state.Fetched[own] = laid.Pickup is { } put ? (put.From << 10) + put.Thing + 1 : -1;
        if (laid.Pickup is not { } at)
        {
            laid.Missing++;
            return;
        }
        laid.Waiting += (long)need.Weight * Math.Max(0, at.From - need.From);
        if (need.Due is { } due) laid.Breach += Math.Max(0, at.From + need.There - due);
    }

    private static Placed? Known(int fetched, int length) => fetched < 0 ? null : new((fetched & 1023) - 1, fetched >> 10, (fetched >> 10) + length);

    /// <summary>Fetches the body and takes leave of it; answers when it can go on to the furnace.</summary>
    private int Arrive(in State state, int index, Choice choice, ref Laid laid)
    {
        var (job, can, ready) = (jobs[index], suited[index], 0);
        if (job.Pickup is { } p)
        {
            Fetch(state, index, p, ref laid);
            ready = (laid.Pickup?.Until ?? p.From + p.Length) + Transfer;
        }
        if (job.Farewell is { } f)
        {
            laid.Farewell = f.Kept ?? Put(state, can.Halls, Math.Max(ready, f.Wished), f.Length, choice.Hall);
            if (laid.Farewell is null) laid.Missing++;
            // guests who were told an hour wait where the body is not there yet
            if (f.Kept is { } told) laid.Waiting += (long)job.Weight * Math.Max(0, ready - told.From);
            ready = (laid.Farewell?.Until ?? Math.Max(ready, f.Wished) + f.Length) + Transfer;
            laid.Waiting += (long)job.Weight * Math.Max(0, (laid.Farewell?.From ?? f.Wished) - f.Wished);
        }
        return ready;
    }
}

/// <summary>Groups a job is bound to while a plan is sought, by their number from 1; 0 leaves it to the clock.</summary>
internal readonly record struct Choice(int Hall, int Cremator);

/// <summary>Where the parts of one job came to stand, and what that costs. What was kept names its thing, what was put its group.</summary>
internal struct Laid
{
    public Placed? Pickup, Farewell, Cremation;
    public long Waiting, Breach;
    public int Missing;

    /// <summary>Of two items of one job.</summary>
    public readonly Laid And(in Laid other) => new()
    {
        Pickup = Pickup ?? other.Pickup,
        Farewell = Farewell ?? other.Farewell,
        Cremation = Cremation ?? other.Cremation,
        Waiting = Waiting + other.Waiting,
        Breach = Breach + other.Breach,
        Missing = Missing + other.Missing,
    };

    public readonly long Cost => Waiting + (Breach * Board.BreachWeight) + (Missing * Board.UnplacedWeight);
}
