namespace Anmin.Booking.Places;

/// <summary>时段安排, from slots.csv: on which days an institution opens which slots, and how many fit.</summary>
internal sealed class SlotPlan
{
    public required string Id { get; init; }

    public required string Institution { get; set; }

    /// <summary>visit, ashes-collection, arrangement-talk …</summary>
    public required string Kind { get; set; }

    /// <summary>What people read: 祭扫, 领取骨灰.</summary>
    public required string Name { get; set; }

    /// <summary><c>all</c>, <c>work</c>, <c>rest</c> (by the State Council's calendar), or weekdays 1 to 7 such as <c>1 3 5</c>.</summary>
    public required string Days { get; set; }

    public TimeOnly From { get; set; }

    public TimeOnly Until { get; set; }

    public int Minutes { get; set; }

    public int Capacity { get; set; }

    /// <summary><c>people</c> or <c>groups</c>: what the capacity counts.</summary>
    public required string Counts { get; set; }

    public int DaysAhead { get; set; }

    public int MostPeople { get; set; }

    public string? Note { get; set; }

    public bool Retired { get; set; }
}
