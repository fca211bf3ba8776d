using Anmin.Booking.Places;
using Anmin.Kernel.Calendar;

namespace Anmin.Booking.Slots;

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

    /// <summary>In force from and until, both included; null for always.</summary>
    public DateOnly? FirstDay { get; set; }

    public DateOnly? LastDay { get; set; }

    public int MostPeople { get; set; }

    public string? Note { get; set; }

    public bool Retired { get; set; }

    /// <returns>False also where the calendar does not know the year: nothing is opened on a guess.</returns>
    public bool Opens(DateOnly day, WorkingDays calendar)
    {
        if (Retired || day < FirstDay || day > LastDay) return false;
        return Days switch
        {
            "all" => true,
            "work" => calendar.IsWorkingDay(day) is { Ok: true, Value: true },
            "rest" => calendar.IsWorkingDay(day) is { Ok: true, Value: false },
            _ => Days.Contains((char)('0' + (day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek)), StringComparison.Ordinal),
        };
    }

    /// <summary>Local starts of a day's slots.</summary>
    public IEnumerable<TimeOnly> Starts()
    {
        for (var at = From.Hour * 60 + From.Minute; at + Minutes <= Until.Hour * 60 + Until.Minute; at += Minutes) yield return new(at / 60, at % 60);
    }
}
