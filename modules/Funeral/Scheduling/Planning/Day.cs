namespace Anmin.Funeral.Scheduling.Planning;

/// <summary>A day to be planned. Times are whole steps from its beginning, an interval includes its start and not its end.</summary>
/// <param name="StepMinutes">Length of a step; every duration is rounded up to it.</param>
/// <param name="Steps">How far the plan may reach; beyond the evening, so that an overfull day still has somewhere to go.</param>
internal sealed record Day(int StepMinutes, int Steps, IReadOnlyList<Thing> Things, IReadOnlyList<Job> Jobs)
{
    /// <summary>How many cremations may run at once in each step, by the operators on shift; null where nobody counts them.</summary>
    public IReadOnlyList<int>? Operators { get; init; }

    /// <summary>How many vehicles may be under way at once in each step, by the crews on shift; null where nobody counts them.</summary>
    public IReadOnlyList<int>? Crews { get; init; }

    /// <summary>Steps from a hall or a vehicle to the next place.</summary>
    public int Transfer { get; init; }
}

internal enum ThingKind { Vehicle, Hall, Cremator }

/// <summary>One hall, cremator or vehicle.</summary>
/// <param name="Turnaround">Cleaning, disinfection or cooling after each use.</param>
/// <param name="Minutes">Steps of one ordinary cremation; 0 for other kinds.</param>
internal sealed record Thing(string Id, ThingKind Kind, string Name, string Variant, int Size, int Turnaround, int Minutes)
{
    public IReadOnlyList<string> Suits { get; init; } = [];

    /// <summary>Closed, in maintenance: no use may touch it, a turnaround may.</summary>
    public IReadOnlyList<Stretch> Closed { get; init; } = [];

    /// <summary>Taken by what this plan does not move; turnarounds included.</summary>
    public IReadOnlyList<Taken> Taken { get; init; } = [];

    public bool Fits(string? variant, IReadOnlyList<string> needs, int size) => (variant is null || variant == Variant) && Size >= size && needs.All(Suits.Contains);
}

internal readonly record struct Stretch(int From, int Until);

/// <param name="Clear">End of the turnaround.</param>
/// <param name="Staffed">False where nobody is at work on it: maintenance.</param>
internal sealed record Taken(int From, int Until, int Clear, string By, bool Staffed = true);

/// <summary>One family's day: a body is fetched, taken leave of, cremated; each part may be missing.</summary>
/// <param name="Weight">How much one step of waiting counts; ordinarily the people who wait.</param>
/// <param name="Arrived">Order of application, for comparison with first come, first served.</param>
internal sealed record Job(string Id, int Weight, int Arrived)
{
    public PickupNeed? Pickup { get; init; }

    public FarewellNeed? Farewell { get; init; }

    public CremationNeed? Cremation { get; init; }
}

/// <param name="From">The vehicle leaves not before; every step after it counts as waiting.</param>
/// <param name="There">Steps from leaving to arriving.</param>
/// <param name="Length">There, loading and back.</param>
/// <param name="Due">By then the vehicle has arrived, by law; null without a clock. Arriving later is worse than any waiting.</param>
internal sealed record PickupNeed(int From, int There, int Length, string? Variant, IReadOnlyList<string> Needs, int? Due, Placed? Kept = null)
{
    /// <summary>How much one step of waiting for the vehicle counts; apart from the guests of a later ceremony.</summary>
    public int Weight { get; init; } = 1;
}

/// <param name="Wished">Not before; every step after it counts as waiting.</param>
internal sealed record FarewellNeed(int Wished, int Length, string? Variant, int People, IReadOnlyList<string> Needs, Placed? Kept = null);

/// <param name="Earliest">Before it the waiting rule forbids.</param>
/// <param name="Wished">Every step of start after it counts; with a farewell, where that would end as wished.</param>
/// <param name="Due">End of the legal time; ending later is worse than any waiting.</param>
/// <param name="Extra">Steps beyond the cremator's ordinary ones.</param>
internal sealed record CremationNeed(int Earliest, int Wished, int? Due, string? Variant, IReadOnlyList<string> Needs, int Extra = 0, Placed? Kept = null);

/// <summary>Where a part of a job stands. A part with one from the start (fixed by hand, or running) is left there; its time is among the thing's <see cref="Thing.Taken"/>.</summary>
internal readonly record struct Placed(int Thing, int From, int Until);

/// <summary>A planned job; a part that found no time within the day is null.</summary>
internal sealed record Placement(Job Job, Placed? Pickup, Placed? Farewell, Placed? Cremation, long Waiting, long Breach, bool Complete);

/// <param name="Waiting">Weighted steps of waiting against wished times.</param>
/// <param name="Breach">Steps beyond legal clocks.</param>
/// <param name="Order">The order from which it was built; where a later search may begin.</param>
internal sealed record Plan(Day Day, IReadOnlyList<Placement> Placements, long Waiting, long Breach, int Unplaced, IReadOnlyList<int> Order, long Tried);
