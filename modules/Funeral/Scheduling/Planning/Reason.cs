namespace Anmin.Funeral.Scheduling.Planning;

internal enum ReasonKind { Kept, AsWished, AfterArrival, AfterFarewell, WaitingRule, AtOnce, Busy, Closed, Operators, Crews, NoTime }

/// <summary>Why a part stands when it stands.</summary>
/// <param name="Thing">What stood in the way, by its place in the day; -1 where nothing did.</param>
/// <param name="Until">The step from which it no longer did.</param>
internal readonly record struct Reason(ReasonKind Kind, int Thing = -1, int Until = 0)
{
    public static Reason OfPickup(Plan plan, Placement placement)
    {
        var need = placement.Job.Pickup!;
        if (need.Kept is not null) return new(ReasonKind.Kept);
        if (placement.Pickup is not { } at) return new(ReasonKind.NoTime);
        if (at.From == need.From) return new(ReasonKind.AtOnce, Until: at.From);
        return InTheWay(plan, placement, at, i => plan.Day.Things[i].Kind == ThingKind.Vehicle && plan.Day.Things[i].Fits(need.Variant, need.Needs, 0), at.Until - at.From, ThingKind.Vehicle);
    }

    public static Reason OfFarewell(Plan plan, Placement placement)
    {
        var need = placement.Job.Farewell!;
        if (need.Kept is not null) return new(ReasonKind.Kept);
        if (placement.Farewell is not { } at) return new(ReasonKind.NoTime);
        var ready = placement.Pickup is { } p ? p.Until + plan.Day.Transfer : 0;
        if (at.From == need.Wished) return new(ReasonKind.AsWished);
        if (at.From == ready) return new(ReasonKind.AfterArrival, Until: ready);
        return InTheWay(plan, placement, at, i => plan.Day.Things[i].Kind == ThingKind.Hall && plan.Day.Things[i].Fits(need.Variant, need.Needs, need.People), at.Until - at.From, ThingKind.Hall);
    }

    public static Reason OfCremation(Plan plan, Placement placement)
    {
        var need = placement.Job.Cremation!;
        if (need.Kept is not null) return new(ReasonKind.Kept);
        if (placement.Cremation is not { } at) return new(ReasonKind.NoTime);
        var ready = (placement.Farewell?.Until ?? placement.Pickup?.Until) is { } before ? before + plan.Day.Transfer : 0;
        if (at.From == ready) return new(placement.Farewell is null ? ReasonKind.AfterArrival : ReasonKind.AfterFarewell, Until: ready);
        if (at.From == need.Earliest) return new(need.Earliest >= need.Wished ? ReasonKind.WaitingRule : ReasonKind.AtOnce, Until: need.Earliest);
        return InTheWay(plan, placement, at, i => plan.Day.Things[i].Kind == ThingKind.Cremator && plan.Day.Things[i].Fits(need.Variant, need.Needs, 0), at.Until - at.From, ThingKind.Cremator);
    }

    /// <summary>One step earlier some use, closure or lack of people was in the way: of the thing itself, else of all others.</summary>
    private static Reason InTheWay(Plan plan, Placement placement, Placed at, Func<int, bool> fits, int length, ThingKind kind)
    {
        var (from, until) = (at.From - 1, at.From - 1 + length);
        var people = kind switch { ThingKind.Cremator => plan.Day.Operators, ThingKind.Vehicle => plan.Day.Crews, _ => null };
        var nobody = people is not null && Enumerable.Range(from, Math.Min(until, plan.Day.Steps) - from).Any(s => AtWork(plan, placement, kind, s) >= people[s]);
        foreach (var i in Enumerable.Range(0, plan.Day.Things.Count).Where(fits).OrderBy(i => i == at.Thing ? 0 : 1))
        {
            var clear = until + plan.Day.Things[i].Turnaround;
            if (plan.Day.Things[i].Closed.FirstOrDefault(c => c.From < until && from < c.Until) is { Until: > 0 } shut) return new(ReasonKind.Closed, i, shut.Until);
            if (Uses(plan, placement, i).Where(u => u.From < clear && from < u.Clear).OrderBy(u => u.Clear).LastOrDefault() is { Clear: > 0 } use) return new(ReasonKind.Busy, i, use.Clear);
            if (nobody) return new(kind == ThingKind.Vehicle ? ReasonKind.Crews : ReasonKind.Operators, i, at.From);
        }
        return new(ReasonKind.AtOnce, at.Thing, at.From);
    }

    private static IEnumerable<(int From, int Until, int Clear)> Uses(Plan plan, Placement but, int thing)
        => plan.Day.Things[thing].Taken.Select(t => (t.From, t.Until, t.Clear)).Concat(Planned(plan, but, thing).Select(u => (u.From, u.Until, u.Until + plan.Day.Things[thing].Turnaround)));

    // what is kept is among the thing's taken times already
    private static IEnumerable<Placed> Planned(Plan plan, Placement but, int thing)
        => plan.Placements.Where(p => p != but)
            .SelectMany(p => new[] { p.Job.Pickup?.Kept is null ? p.Pickup : null, p.Job.Farewell?.Kept is null ? p.Farewell : null, p.Job.Cremation?.Kept is null ? p.Cremation : null })
            .Where(u => u?.Thing == thing).Select(u => u!.Value);

    private static int AtWork(Plan plan, Placement but, ThingKind kind, int step)
        => Enumerable.Range(0, plan.Day.Things.Count).Where(i => plan.Day.Things[i].Kind == kind).Sum(i
            => plan.Day.Things[i].Taken.Count(t => t.Staffed && t.From <= step && step < t.Until) + Planned(plan, but, i).Count(u => u.From <= step && step < u.Until));
}
