using System.Diagnostics;

namespace Anmin.Funeral.Scheduling.Planning;

/// <param name="Rounds">Orders tried at most; with the seed alone it decides the plan.</param>
/// <param name="Budget">A guard for slow machines: what was best by then is the plan.</param>
internal sealed record Effort(int Seed, int Rounds, TimeSpan Budget)
{
    /// <summary>The order of an earlier plan to begin from, as job indexes, or a plan's own; null begins afresh.</summary>
    public IReadOnlyList<int>? From { get; init; }
}

/// <summary>
/// Plans halls, cremators and vehicles of a day together, for the least waiting against wished times; legal clocks come before any waiting.
/// A plan is an order of jobs (and, apart, of the trips some of them begin with), each put at the first time all it needs is free. The best of three rules' orders (first come, earliest
/// wished, apparent urgency) is bettered by moving and swapping jobs; only what stands behind the change is built again.
/// Same day, same effort: same plan, unless the budget ran out.
/// </summary>
internal sealed class Planner
{
    // share of the cost that a worse order may cost at first, and what is left of that at the end; found by trial on the days of bench/Schedule
    private const double Hot = 0.014, Cold = 0.005;

    private readonly Day day;
    private readonly Board board;
    private readonly int count;
    private readonly Board.State[] kept, tried;
    private readonly long[] keptSum, triedSum;
    private readonly int[] order, best, trial;
    private readonly Choice[] choices;
    private ulong random;

    private Planner(Day day, int seed)
    {
        (this.day, board) = (day, new Board(day));
        count = board.Items;
        (kept, tried) = (States(), States());
        (keptSum, triedSum) = (new long[count + 1], new long[count + 1]);
        (order, trial, choices) = ([.. Enumerable.Range(0, count)], new int[count], new Choice[count]);
        best = [.. order];
        random = ((ulong)seed * 0x9E3779B97F4A7C15) ^ 0xD1B54A32D192ED03;
    }

    private Board.State[] States()
    {
        Board.State[] states = [.. Enumerable.Range(0, count + 1).Select(_ => board.NewState())];
        states[0].CopyFrom(board.Empty);
        return states;
    }

    public static Plan Plan(Day day, Effort effort)
    {
        var planner = new Planner(day, effort.Seed);
        IReadOnlyList<IReadOnlyList<int>> seeds = effort.From is { } from ? [from] : [FirstCome(day), EarliestWished(day), Urgency.Order(day)];
        return planner.Search(seeds, effort);
    }

    /// <summary>The plan that an order gives, without any search.</summary>
    public static Plan Of(Day day, IReadOnlyList<int> order)
    {
        var planner = new Planner(day, 0);
        return planner.Result(order, new Choice[planner.count], 1);
    }

    /// <summary>What a book at the counter gives: each family, as it comes, gets the first free time.</summary>
    public static IReadOnlyList<int> FirstCome(Day day) => [.. Enumerable.Range(0, day.Jobs.Count).OrderBy(i => day.Jobs[i].Arrived)];

    public static IReadOnlyList<int> EarliestWished(Day day) => [.. Enumerable.Range(0, day.Jobs.Count).OrderBy(i => Urgency.WishOf(day.Jobs[i])).ThenBy(i => day.Jobs[i].Arrived)];

    private long Begin(IReadOnlyList<int> from)
    {
        Items(from).ToArray().CopyTo(order, 0);
        order.CopyTo(trial, 0);
        Build(0, count, long.MaxValue);
        Keep(0, count);
        return keptSum[count];
    }

    /// <summary>Trips stand before their jobs, where nothing is said of them.</summary>
    private IEnumerable<int> Items(IReadOnlyList<int> from)
    {
        var told = from.Where(i => i >= day.Jobs.Count).ToHashSet();
        foreach (var item in from)
        {
            if (item < day.Jobs.Count && board.TripOf(item) is >= 0 and var trip && !told.Contains(trip)) yield return trip;
            yield return item;
        }
    }

    /// <summary>Lays trial[from..] and answers where it stopped: at the end, or where all is taken as before; -1 as soon as it costs more than the limit.</summary>
    /// <param name="changed">From here on the order is as before.</param>
    private int Build(int from, int changed, long limit)
    {
        for (var i = from; i < count; i++)
        {
            ref var state = ref tried[i + 1];
            state.CopyFrom(i == from ? kept[i] : tried[i]);
            triedSum[i + 1] = (i == from ? keptSum[i] : triedSum[i]) + board.Lay(state, trial[i], choices[trial[i]]).Cost;
            if (triedSum[i + 1] > limit) return -1;
            if (i >= changed && state.Same(kept[i + 1])) return triedSum[i + 1] - keptSum[i + 1] + keptSum[count] > limit ? -1 : i + 1;
        }
        return count;
    }

    private void Keep(int from, int until)
    {
        var change = triedSum[until] - keptSum[until];
        for (var i = from; i < until; i++)
        {
            (kept[i + 1], tried[i + 1]) = (tried[i + 1], kept[i + 1]);
            keptSum[i + 1] = triedSum[i + 1];
            order[i] = trial[i];
        }
        for (var i = until; i < count; i++) keptSum[i + 1] += change;
    }

    private Plan Search(IReadOnlyList<IReadOnlyList<int>> seeds, Effort effort)
    {
        var began = Stopwatch.GetTimestamp();
        if (count == 0) return new(day, [], 0, 0, 0, [], 0);
        var lowest = Begin(seeds.MinBy(Begin)!);
        order.CopyTo(best, 0);
        var bestChoices = new Choice[count];
        var (hot, warmth, done) = (Math.Max(1, lowest % Board.BreachWeight) * Hot, 0.0, 0);
        for (; done < effort.Rounds && lowest > 0; done++)
        {
            if ((done & 31) == 0)
            {
                var spent = Math.Max((double)done / effort.Rounds, Stopwatch.GetElapsedTime(began) / effort.Budget);
                if (spent >= 1) break;
                warmth = hot * Math.Pow(Cold, spent);
            }
            var (from, changed, job, before) = Change();
            // what a worse plan may cost to be kept for a while: less and less
            if (Build(from, changed, keptSum[count] + (long)(-warmth * Math.Log(1 - Fraction()))) is > 0 and var until)
            {
                Keep(from, until);
                if (keptSum[count] >= lowest) continue;
                lowest = keptSum[count];
                order.CopyTo(best, 0);
                choices.CopyTo(bestChoices, 0);
            }
            else
            {
                choices[job] = before;
                order.AsSpan(from).CopyTo(trial.AsSpan(from));
            }
        }
        return Result(best, bestChoices, done + seeds.Count);
    }

    /// <summary>A swap, an insertion or a job bound to another group of things; answers between which places the order differs.</summary>
    private (int From, int Until, int Job, Choice Before) Change()
    {
        var (a, b, dice) = (Below(count), Below(count), Below(16));
        var job = order[a];
        if (dice < 3)
        {
            var before = choices[job];
            var (halls, cremators) = board.Choices(job);
            if (cremators.Length > 1 && (halls.Length < 2 || Below(2) == 0)) choices[job] = before with { Cremator = Bind(cremators, before.Cremator) };
            else if (halls.Length > 1) choices[job] = before with { Hall = Bind(halls, before.Hall) };
            if (choices[job] != before) return (a, a, job, before);
        }
        // near changes more often than far ones: they disturb less
        if ((dice & 1) == 0) b = Math.Clamp(a + ((Below(2) == 0 ? -1 : 1) * (1 + Below(Math.Max(1, count / 8)))), 0, count - 1);
        var (low, high) = (Math.Min(a, b), Math.Max(a, b));
        if (dice < 9) trial[low] = order[high];
        else if (a < b) order.AsSpan(a + 1, b - a).CopyTo(trial.AsSpan(a));
        else order.AsSpan(b, a - b).CopyTo(trial.AsSpan(b + 1));
        if (dice < 9) trial[high] = order[low];
        else trial[b] = job;
        return (low, high, job, choices[job]);
    }

    private int Bind(int[] groups, int bound) => bound != 0 && Below(2) == 0 ? 0 : groups[Below(groups.Length)] + 1;

    private Plan Result(IReadOnlyList<int> from, Choice[] bound, int done)
    {
        var state = board.NewState();
        state.CopyFrom(board.Empty);
        var laid = new Laid[day.Jobs.Count];
        foreach (var i in from) laid[board.JobOf(i)] = laid[board.JobOf(i)].And(board.Lay(state, i, bound[i]));
        return new(day, Hands.Out(day, board, laid), laid.Sum(l => l.Waiting), laid.Sum(l => l.Breach), laid.Count(l => l.Missing > 0), [.. from], done);
    }

    private int Below(int bound) => (int)((Next() >> 33) % (ulong)bound);

    private double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>xorshift64*: the same everywhere, which System.Random does not promise between versions.</summary>
    private ulong Next()
    {
        random ^= random >> 12;
        random ^= random << 25;
        random ^= random >> 27;
        return random * 0x2545F4914F6CDD1D;
    }
}
