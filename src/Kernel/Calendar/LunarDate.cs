using System.Globalization;
using Anmin.Kernel.Outcomes;

namespace Anmin.Kernel.Calendar;

/// <summary>A day of the Chinese lunisolar calendar, 1901-02-19 to 2101-01-28, by which families remember deaths.</summary>
/// <remarks>The tables of .NET, compared once day by day to the end of 2100 with npm lunar-javascript 1.7.7: no day differs.</remarks>
public readonly record struct LunarDate
{
    private static readonly ChineseLunisolarCalendar Lunar = new();
    private static readonly DateOnly First = new(1901, 2, 19);
    private static readonly DateOnly Last = new(2101, 1, 28);

    private LunarDate(int year, int month, bool isLeapMonth, int day, DateOnly date) =>
        (Year, Month, IsLeapMonth, Day, Date) = (year, month, isLeapMonth, day, date);

    /// <summary>The Gregorian year in which the lunar year begins: the twelfth month of 2026 ends in February 2027.</summary>
    public int Year { get; }

    /// <summary>1 to 12; a leap month has the number of the month it follows.</summary>
    public int Month { get; }

    public bool IsLeapMonth { get; }

    /// <summary>1 to 30.</summary>
    public int Day { get; }

    /// <summary>The same day in the Gregorian calendar.</summary>
    public DateOnly Date { get; }

    /// <summary>Stem and branch of the year: 丙午.</summary>
    public string YearName => LunarText.YearName(Year);

    /// <returns>The lunar day, or <c>calendar.lunar.range</c>.</returns>
    public static Outcome<LunarDate> From(DateOnly date)
    {
        if (date < First || date > Last) return CalendarProblems.LunarRange;
        var time = date.ToDateTime(TimeOnly.MinValue);
        var (year, position) = (Lunar.GetYear(time), Lunar.GetMonth(time));
        var leap = Lunar.GetLeapMonth(year);
        return new LunarDate(year, leap > 0 && position >= leap ? position - 1 : position, position == leap, Lunar.GetDayOfMonth(time), date);
    }

    /// <returns>The day, <c>calendar.lunar.not-there</c> (no such leap month, or only 29 days), or <c>calendar.lunar.range</c>.</returns>
    public static Outcome<LunarDate> Of(int year, int month, bool isLeapMonth, int day)
    {
        if (year is < 1901 or > 2100) return CalendarProblems.LunarRange;
        if (month is < 1 or > 12) return CalendarProblems.LunarNotThere;
        // .NET counts thirteen positions in a leap year: GetLeapMonth is the position of the leap month itself
        var leap = Lunar.GetLeapMonth(year);
        if (isLeapMonth && leap != month + 1) return CalendarProblems.LunarNotThere;
        var position = isLeapMonth || (leap > 0 && month >= leap) ? month + 1 : month;
        if (day < 1 || day > Lunar.GetDaysInMonth(year, position)) return CalendarProblems.LunarNotThere;
        return new LunarDate(year, month, isLeapMonth, day, DateOnly.FromDateTime(Lunar.ToDateTime(year, position, day, 0, 0, 0, 0)));
    }

    /// <summary>农历十月初三, 农历闰六月廿九.</summary>
    public override string ToString() => $"农历{(IsLeapMonth ? "闰" : "")}{LunarText.Month(Month)}{LunarText.Day(Day)}";

    /// <summary>农历丙午年十月初三.</summary>
    public string ToLongString() => $"农历{YearName}年{(IsLeapMonth ? "闰" : "")}{LunarText.Month(Month)}{LunarText.Day(Day)}";
}
