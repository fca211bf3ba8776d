namespace Anmin.Funeral.Scheduling.Planning;

/// <summary>Apparent tardiness cost (Vepsalainen and Morton 1987): whoever would lose most by not being next is next.</summary>
internal static class Urgency
{
    private const double LookAhead = 2.5;

    /// <summary>When a family wishes its first thing; jobs without a wish come by their earliest lawful time.</summary>
    public static int WishOf(Job job) => job.Farewell?.Wished ?? job.Cremation?.Wished ?? job.Pickup?.Due ?? job.Pickup?.From ?? 0;

    /// <summary>Jobs one after another as one queue before all cremators; rough, but a good place to begin.</summary>
    public static IReadOnlyList<int> Order(Day day)
    {
        var cremators = day.Things.Where(t => t.Kind == ThingKind.Cremator).ToList();
        var pace = cremators.Count == 0 ? 1 : cremators.Average(t => t.Minutes + t.Turnaround) / cremators.Count;
        var length = Math.Max(1, pace * Math.Max(1, cremators.Count));
        var left = Enumerable.Range(0, day.Jobs.Count).ToList();
        List<int> order = [];
        for (var now = left.Count == 0 ? 0 : left.Min(i => Reached(day.Jobs[i])); left.Count > 0;)
        {
            var next = left.MaxBy(i => Index(day.Jobs[i], now, length));
            left.Remove(next);
            order.Add(next);
            now = Math.Max(now, (double)Reached(day.Jobs[next]) - length) + pace;
        }
        return order;
    }

    private static double Reached(Job job) => job.Farewell is { } f ? f.Wished + f.Length : job.Cremation is { } c ? Math.Max(c.Earliest, job.Pickup?.From ?? 0) : job.Pickup?.From ?? 0;

    private static double Index(Job job, double now, double length)
    {
        var wished = Math.Max(job.Cremation?.Wished ?? WishOf(job), Reached(job));
        if (job.Pickup is { Kept: null, Due: { } by } trip) wished = Math.Min(wished, Math.Max(trip.From, by - trip.There - length));
        if (job.Cremation?.Due is { } due) wished = Math.Min(wished, due - (2 * length));
        return (job.Weight + 0.01) * Math.Exp(-Math.Max(0, wished - now) / (LookAhead * length));
    }
}
