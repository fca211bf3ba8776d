using Anmin.Ui.Words;

namespace Anmin.Ui.Status;

/// <summary>A due time as people act on it.</summary>
/// <param name="Due">When it must be done.</param>
/// <param name="Now">The instant the page was made.</param>
/// <param name="Total">The whole time allowed, so that the pie fills as it runs out.</param>
public sealed record Deadline(DateTimeOffset Due, DateTimeOffset Now, TimeSpan Total);

/// <summary>What the clock shows: the level (<c>late soon near ok far</c>), the words, the filled hundredths.</summary>
internal sealed record ClockReading(string Level, string Words, int Filled)
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1), Near = TimeSpan.FromHours(2);

    internal static ClockReading Of(Deadline deadline, TimeZoneInfo zone)
    {
        var left = deadline.Due - deadline.Now;
        if (left < TimeSpan.Zero) return new("late", "逾期 " + Span(left.Negate()), 100);
        var days = ChineseTime.DaysBetween(deadline.Now, deadline.Due, zone);
        return new(LevelOf(left, days), WordsOf(deadline.Due, left, days, zone), FilledOf(left, deadline.Total));
    }

    private static string LevelOf(TimeSpan left, int days) =>
        left < Soon ? "soon" : left < Near ? "near" : days == 0 ? "ok" : "far";

    private static string WordsOf(DateTimeOffset due, TimeSpan left, int days, TimeZoneInfo zone) => days switch
    {
        _ when left < Near || days == 0 => "余 " + ChineseTime.HoursAndMinutes(left),
        1 => "明天 " + ChineseTime.Clock(due, zone),
        < 7 => ChineseTime.ShortWeekday(ChineseTime.DayOf(due, zone)) + " " + ChineseTime.Clock(due, zone),
        _ => $"余 {days} 天",
    };

    private static string Span(TimeSpan late) => late.TotalDays >= 1 ? $"{(int)late.TotalDays} 天" : ChineseTime.HoursAndMinutes(late);

    // never an empty pie: a sliver says that the clock runs
    private static int FilledOf(TimeSpan left, TimeSpan total) =>
        total <= TimeSpan.Zero ? 100 : Math.Clamp((int)Math.Round(100 - (100 * (left / total))), 4, 98);
}
