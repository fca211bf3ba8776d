using System.Globalization;

namespace Anmin.Ui.Words;

/// <summary>Instants and dates as people here read them, in the city's time zone.</summary>
public static class ChineseTime
{
    private static readonly string[] Weekdays = ["日", "一", "二", "三", "四", "五", "六"];

    /// <summary><c>11月22日 14:05</c>: no year, for things of these weeks.</summary>
    public static string Moment(DateTimeOffset at, TimeZoneInfo zone)
    {
        var there = Local(at, zone);
        return Text($"{there.Month}月{there.Day}日 {there:HH:mm}");
    }

    /// <summary><c>今天 14:05</c>, <c>明天 08:20</c>, <c>昨天 23:10</c>; further away the date, with the year when it is another one.</summary>
    public static string Near(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone)
    {
        var there = Local(at, zone);
        return DaysBetween(now, at, zone) switch
        {
            -1 => Text($"昨天 {there:HH:mm}"),
            0 => Text($"今天 {there:HH:mm}"),
            1 => Text($"明天 {there:HH:mm}"),
            _ when there.Year == Local(now, zone).Year => Moment(at, zone),
            _ => Text($"{there.Year}年{there.Month}月{there.Day}日 {there:HH:mm}"),
        };
    }

    /// <summary><c>2026-11-22 14:05</c>: tables, records and printed feet.</summary>
    public static string Stamp(DateTimeOffset at, TimeZoneInfo zone) => Text($"{Local(at, zone):yyyy-MM-dd HH:mm}");

    /// <summary><c>14:05</c>.</summary>
    public static string Clock(DateTimeOffset at, TimeZoneInfo zone) => Text($"{Local(at, zone):HH:mm}");

    /// <summary><c>2026年11月22日</c>.</summary>
    public static string Date(DateOnly day) => Text($"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary><c>11月22日</c>.</summary>
    public static string ShortDate(DateOnly day) => Text($"{day.Month}月{day.Day}日");

    /// <summary><c>2026-11-22</c>.</summary>
    public static string IsoDate(DateOnly day) => Text($"{day:yyyy-MM-dd}");

    /// <summary><c>11月22日 星期日</c>: schedules and headings.</summary>
    public static string DateWithWeekday(DateOnly day) => $"{ShortDate(day)} 星期{Weekdays[(int)day.DayOfWeek]}";

    /// <summary><c>周日</c>.</summary>
    public static string ShortWeekday(DateOnly day) => "周" + Weekdays[(int)day.DayOfWeek];

    /// <summary>Heading over a day's entries: <c>今天</c>, <c>昨天</c>, else the date with its weekday.</summary>
    public static string DayHeading(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => "今天",
        -1 => "昨天",
        1 => "明天",
        _ when day.Year == today.Year => DateWithWeekday(day),
        _ => $"{Date(day)} 星期{Weekdays[(int)day.DayOfWeek]}",
    };

    /// <summary><c>2:14</c> hours and minutes, cut, never rounded up.</summary>
    public static string HoursAndMinutes(TimeSpan span) => Text($"{(int)span.TotalHours}:{span.Minutes:00}");

    /// <summary>The calendar day it is there.</summary>
    public static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(Local(at, zone).DateTime);

    /// <summary>Calendar days from one instant to another, as counted there.</summary>
    public static int DaysBetween(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone) =>
        DayOf(to, zone).DayNumber - DayOf(from, zone).DayNumber;

    /// <summary>The value of a <c>time</c> element's <c>datetime</c>.</summary>
    public static string Machine(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset Local(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
