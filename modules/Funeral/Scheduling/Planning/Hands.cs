namespace Anmin.Funeral.Scheduling.Planning;

/// <summary>Gives every use of a group its own thing of it, in order of start: the one longest free, so that wear is even.</summary>
internal static class Hands
{
    public static IReadOnlyList<Placement> Out(Day day, Board board, Laid[] laid)
    {
        var clear = new int[day.Things.Count];
        var given = new Dictionary<(int Job, ThingKind Kind), Placed>();
        var uses = laid.SelectMany((l, i) => Uses(day.Jobs[i], l, i)).OrderBy(u => u.At.From).ThenBy(u => u.Job);
        foreach (var (job, kind, at) in uses)
        {
            var thing = board.Things(at.Thing).Where(t => clear[t] <= at.From).MinBy(t => clear[t]);
            clear[thing] = at.Until + day.Things[thing].Turnaround;
            given[(job, kind)] = at with { Thing = thing };
        }
        Placed? Given(int job, ThingKind kind, Placed? kept) => given.TryGetValue((job, kind), out var at) ? at : kept;
        return [.. laid.Select((l, i) => new Placement(
            day.Jobs[i], Given(i, ThingKind.Vehicle, day.Jobs[i].Pickup?.Kept), Given(i, ThingKind.Hall, day.Jobs[i].Farewell?.Kept), Given(i, ThingKind.Cremator, day.Jobs[i].Cremation?.Kept), l.Waiting, l.Breach, l.Missing == 0))];
    }

    private static IEnumerable<(int Job, ThingKind Kind, Placed At)> Uses(Job job, Laid laid, int index)
    {
        if (laid.Pickup is { } p && job.Pickup!.Kept is null) yield return (index, ThingKind.Vehicle, p);
        if (laid.Farewell is { } f && job.Farewell!.Kept is null) yield return (index, ThingKind.Hall, f);
        if (laid.Cremation is { } c && job.Cremation!.Kept is null) yield return (index, ThingKind.Cremator, c);
    }
}
