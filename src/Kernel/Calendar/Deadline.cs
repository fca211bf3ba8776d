using Anmin.Kernel.Outcomes;

namespace Anmin.Kernel.Calendar;

/// <summary>What happens to a period whose last day is a holiday.</summary>
public enum LastDay
{
    /// <summary>民法典 第203条: it ends with the first working day after the holiday. The rule unless a contract or a law says else.</summary>
    MovesOffHolidays,

    /// <summary>第204条, agreed or ordained otherwise: it ends on the very day. For terms of years (a plot's twenty) whose last calendar nobody has announced, and for storage that is billed by the day.</summary>
    Stays,
}

/// <summary>
/// When a period ends, after 民法典 第200–204条:
/// <list type="bullet">
/// <item><c>hour</c>: runs exactly, minute for minute, holidays or not (第201条第2款).</item>
/// <item><c>day</c>: the local day of the event is not counted (第201条第1款); ends at 24:00 of the last day (第203条第2款).</item>
/// <item><c>workday</c>: the same, counting working days only.</item>
/// <item><c>month</c>, <c>year</c>: the same day of the last month, or its last day when there is none (第202条); 24:00.</item>
/// <item><c>next-month</c>: when the calendar month that many months on begins, 00:00 of its first day (次月停发); holidays do not move it.</item>
/// </list>
/// A due instant of 24:00 is 00:00 of the following day and is exclusive: in time is <c>now &lt; due</c>, overdue <c>now &gt;= due</c>.
/// Show <see cref="LastDate"/> to people, not the date of the instant.
/// </summary>
public static class Deadline
{
    /// <summary>Most of any unit; no rule of ours is longer than a century.</summary>
    public const int MostAmount = 36600;

    /// <param name="from">The instant of the event.</param>
    /// <param name="amount">Zero or more; zero days ends with the day of the event, zero months likewise.</param>
    /// <param name="unit">One of <c>hour day workday month year next-month</c>, as rule rows spell it.</param>
    /// <param name="zone">Whose midnight counts.</param>
    /// <param name="days">The calendar of holidays; not asked for <c>hour</c> and <c>next-month</c>.</param>
    /// <param name="lastDay">Whether <c>day</c>, <c>month</c> and <c>year</c> give way to holidays.</param>
    /// <returns>The due instant in UTC, or <c>calendar.year-not-covered</c>, <c>calendar.deadline.amount</c>, <c>calendar.deadline.unit</c>.</returns>
    public static Outcome<DateTimeOffset> After(
        DateTimeOffset from, int amount, string unit, TimeZoneInfo zone, WorkingDays days, LastDay lastDay = LastDay.MovesOffHolidays)
    {
        if (amount is < 0 or > MostAmount || from.Year is < 1000 or > 6000) return CalendarProblems.AmountOutOfRange;
        var start = LocalClock.DateOf(from, zone);
        return unit switch
        {
            "hour" => from.ToUniversalTime().AddHours(amount),
            "day" => EndingOn(start.AddDays(amount), zone, days, lastDay),
            "workday" => days.AddWorkingDays(start, amount).Try(out var last, out var problem) ? LocalClock.EndOf(last, zone) : problem,
            // DateOnly clamps to the month's end, as 第202条 wants
            "month" => EndingOn(start.AddMonths(amount), zone, days, lastDay),
            "year" when amount <= 1000 => EndingOn(start.AddYears(amount), zone, days, lastDay),
            "year" => CalendarProblems.AmountOutOfRange,
            "next-month" => LocalClock.StartOf(new DateOnly(start.Year, start.Month, 1).AddMonths(amount), zone),
            _ => CalendarProblems.UnknownUnit(unit),
        };
    }

    /// <summary>The last local date that is still in time: of 24:00 the day that ends, not the one that begins.</summary>
    public static DateOnly LastDate(DateTimeOffset due, TimeZoneInfo zone) => LocalClock.DateOf(due.AddTicks(-1), zone);

    private static Outcome<DateTimeOffset> EndingOn(DateOnly last, TimeZoneInfo zone, WorkingDays days, LastDay rule)
    {
        if (rule == LastDay.Stays) return LocalClock.EndOf(last, zone);
        return days.OnOrAfter(last).Try(out var moved, out var problem) ? LocalClock.EndOf(moved, zone) : problem;
    }
}
