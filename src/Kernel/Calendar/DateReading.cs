using System.Globalization;
using System.Text.RegularExpressions;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;

namespace Anmin.Kernel.Calendar;

/// <summary>
/// Reads dates as people write them. A text without a year means the year of today (for a lunar date, the lunar year of today),
/// even where that lies ahead: whether a date may be in the future is the caller's rule.
/// </summary>
public static partial class DateReading
{
    // longest form: 农历二〇二六年闰十一月二十九日 and blanks between; anything longer is no date
    private const int Longest = 60;

    /// <param name="text">2026-11-22, 2026/11/22, 2026.11.22, 20261122, 2026年11月22日, 11-22, 11月22日, 今天, 昨天, 前天, 明天,
    /// 农历十月初三, 农历2026年闰六月廿九, 农历丙午年冬月十五; full-width too.</param>
    /// <param name="today">Local date.</param>
    /// <returns>The Gregorian date, or <c>calendar.date.*</c> / <c>calendar.lunar.*</c>, all <see cref="ProblemKind.Invalid"/>.</returns>
    public static Outcome<DateOnly> Read(string? text, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(text)) return CalendarProblems.DateMissing;
        if (text.Length > Longest) return CalendarProblems.DateUnread;
        var typed = Blanks().Replace(TypedText.Narrow(text), "");
        if (typed.StartsWith("农历", StringComparison.Ordinal)) return ReadLunar(typed[2..], today);
        return typed switch
        {
            "今天" or "今日" => today,
            "昨天" or "昨日" => Shift(today, -1),
            "前天" => Shift(today, -2),
            "明天" or "明日" => Shift(today, 1),
            _ => ReadGregorian(typed, today),
        };
    }

    /// <summary>Reads a date and a time on the clock of <paramref name="zone"/> and gives the instant in UTC.</summary>
    /// <param name="text">Any date of <see cref="Read"/>, then 05:40, 5:40:30, 5时40分 or 5点; between them a blank or <c>T</c>, which may be missing after 日.</param>
    /// <param name="zone">An hour that summer time skips is refused; one that it repeats means the earlier (China, 1986–1991).</param>
    /// <param name="today">Local date.</param>
    /// <returns>The instant with offset zero, or <c>calendar.date.*</c>, <c>calendar.time.*</c>, <c>calendar.lunar.*</c>.</returns>
    public static Outcome<DateTimeOffset> ReadInstant(string? text, TimeZoneInfo zone, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(text)) return CalendarProblems.DateMissing;
        if (text.Length > Longest) return CalendarProblems.DateUnread;
        var typed = TypedText.Narrow(text).Trim();
        var match = Time().Match(typed);
        if (!match.Success) return Read(typed, today).Try(out _, out var unread) ? CalendarProblems.TimeMissing : unread;
        if (!Read(match.Groups["date"].Value, today).Try(out var date, out var problem)) return problem;
        var (hour, minute, second) = (Number(match.Groups["hour"]), Number(match.Groups["minute"]), Number(match.Groups["second"]));
        if (hour > 23 || minute > 59 || second > 59) return CalendarProblems.TimeUnread;
        var local = date.ToDateTime(new TimeOnly(hour, minute, second));
        return zone.IsInvalidTime(local) ? CalendarProblems.TimeNotThere : LocalClock.Instant(local, zone);
    }

    private static Outcome<DateOnly> ReadGregorian(string typed, DateOnly today)
    {
        var match = Digits().Match(typed);
        if (!match.Success) match = Parts().Match(typed);
        if (!match.Success) return CalendarProblems.DateUnread;
        var year = match.Groups["year"] is { Success: true } group ? Number(group) : today.Year;
        var (month, day) = (Number(match.Groups["month"]), Number(match.Groups["day"]));
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : CalendarProblems.DateNotThere;
    }

    private static Outcome<DateOnly> ReadLunar(string typed, DateOnly today)
    {
        var match = Lunar().Match(typed);
        if (!match.Success) return CalendarProblems.DateUnread;
        if (!LunarDate.From(today).Try(out var now, out var outside)) return outside;
        var year = match.Groups["year"] is { Success: true } group ? LunarText.ReadYear(group.Value, now.Year) : now.Year;
        var (month, day) = (LunarText.ReadMonth(match.Groups["month"].Value), LunarText.ReadDay(match.Groups["day"].Value));
        if (year == 0 || month == 0 || day == 0) return CalendarProblems.DateUnread;
        return LunarDate.Of(year, month, match.Groups["leap"].Success, day).Try(out var lunar, out var problem) ? lunar.Date : problem;
    }

    private static Outcome<DateOnly> Shift(DateOnly today, int days) =>
        today.DayNumber + days is var number && number >= 0 && number <= DateOnly.MaxValue.DayNumber
            ? DateOnly.FromDayNumber(number)
            : CalendarProblems.DateNotThere;

    private static int Number(Group group) => group.Success ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\s", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(?:(?<year>[0-9]{4})[-/.年])?(?<month>[0-9]{1,2})[-/.月](?<day>[0-9]{1,2})[日号]?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^(?:(?<year>[^年]{2,4})年)?(?<leap>闰)?(?<month>[^月闰]{1,2})月(?<day>[^日]{1,3})日?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Lunar();

    [GeneratedRegex(@"^(?<date>.*?[^\sT])(?:[\sT]+|(?<=[日号天]))(?<hour>[0-9]{1,2})(?::(?<minute>[0-9]{2})(?::(?<second>[0-9]{2}))?|[时点](?:(?<minute>[0-9]{1,2})分?)?)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
