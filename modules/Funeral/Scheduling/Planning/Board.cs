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

    private readonly int words, steps;
    private readonly Group[] groups;
    private readonly Job[] jobs;
    private readonly Suited[] suited;
    private readonly int[]? operators;

    private sealed record Group(Thing First, int[] Things, ulong[] Closed)
    {
        public int Turnaround { get; } = First.Turnaround;
        public int Minutes { get; } = First.Minutes;
        public bool Staffed { get; } = First.Kind == ThingKind.Cremator;
    }

    /// <summary>The groups each part of a job could use.</summary>
    private sealed record Suited(int[] Vehicles, int[] Halls, int[] Cremators);

    /// <summary>For every group, and last of all for the operators: how many are taken in each step, and the steps in which all are.</summary>
    internal readonly struct State(int rows, int words, int steps)
    {
        public readonly ulong[] Full = new ulong[rows * words];
        public readonly byte[] Count = new byte[rows * steps];

        public void CopyFrom(in State other)
        {
            other.Full.AsSpan().CopyTo(Full);
            other.Count.AsSpan().CopyTo(Count);
        }

        public bool Same(in State other) => Count.AsSpan().SequenceEqual(other.Count);
    }

    public Board(Day day)
    {
        (words, steps, jobs, operators) = (Steps.Words(day.Steps), day.Steps, [.. day.Jobs], day.Operators?.ToArray());
        Transfer = day.Transfer;
        groups = [.. day.Things.Select((t, i) => (t, i)).GroupBy(x => Likeness(x.t, x.i)).Select(g => new Group(g.First().t, [.. g.Select(x => x.i)], Closures(g.First().t)))];
        suited = [.. day.Jobs.Select(Suit)];
        Empty = NewState();
        for (var at = 0; at < steps; at++) if (operators is not null && operators[at] <= 0) Steps.Mark(Full(Empty, groups.Length), at, at + 1);
        for (var g = 0; g < groups.Length; g++)
        {
            foreach (var taken in groups[g].First.Taken)
            {
                Take(Empty, g, 1, Math.Max(taken.From, 0), taken.Clear);
                if (groups[g].Staffed) Work(Empty, Math.Max(taken.From, 0), taken.Until);
            }
        }
    }

    public State Empty { get; }

    private int Transfer { get; }

    public State NewState() => new(groups.Length + 1, words, steps);

    /// <summary>The groups of halls and of cremators a job may choose between.</summary>
    public (int[] Halls, int[] Cremators) Choices(int job) => (suited[job].Halls, suited[job].Cremators);

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

    private void Work(in State state, int from, int until)
    {
        if (operators is null) return;
        var count = state.Count.AsSpan(groups.Length * steps, steps);
        var full = Full(state, groups.Length);
        until = Math.Min(until, steps);
        for (var at = from; at < until; at++) if (++count[at] >= operators[at]) full[at >> 6] |= 1UL << (at & 63);
    }

    /// <summary>First start from <paramref name="from"/> on, and before <paramref name="before"/>, at which one of the group is free for the length and its turnaround; else -1.</summary>
    private int FirstFit(in State state, int g, int from, int length, int before)
    {
        var group = groups[g];
        var taken = Full(state, g);
        var staff = Full(state, groups.Length);
        while (from < before && from + length <= steps)
        {
            var clash = Math.Max(Steps.Last(taken, from, from + length + group.Turnaround), Steps.Last(group.Closed, from, from + length));
            if (group.Staffed) clash = Math.Max(clash, Steps.Last(staff, from, from + length));
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
        if (groups[found.Thing].Staffed) Work(state, found.From, found.Until);
        return found;
    }

    /// <summary>Puts one job on the board: in which groups, when, and what that costs.</summary>
    public Laid Lay(in State state, int index, Choice choice)
    {
        var (job, can, laid) = (jobs[index], suited[index], new Laid());
        var ready = Arrive(state, job, can, choice, ref laid);
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

    /// <summary>Fetches the body and takes leave of it; answers when it can go on to the furnace.</summary>
    private int Arrive(in State state, Job job, Suited can, Choice choice, ref Laid laid)
    {
        var ready = 0;
        if (job.Pickup is { } p)
        {
            laid.Pickup = p.Kept ?? Put(state, can.Vehicles, p.From, p.Length, 0);
            if (laid.Pickup is null) laid.Missing++;
            ready = (laid.Pickup?.Until ?? p.From + p.Length) + Transfer;
            if (p.Due is { } due) laid.Breach += Math.Max(0, ready - Transfer - due);
        }
        if (job.Farewell is { } f)
        {
            laid.Farewell = f.Kept ?? Put(state, can.Halls, Math.Max(ready, f.Wished), f.Length, choice.Hall);
            if (laid.Farewell is null) laid.Missing++;
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

    public readonly long Cost => Waiting + (Breach * Board.BreachWeight) + (Missing * Board.UnplacedWeight);
}
