using Anmin.Kernel.Calendar;

namespace Anmin.Kernel.Tests.Calendar;

/// <summary>The days of 2026 that the State Council moved (国务院办公厅, notice of November 2025).</summary>
internal static class China
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static readonly WorkingDays Days = new(
    [
        .. Off("元旦", new(2026, 1, 1), 3), .. Off("春节", new(2026, 2, 15), 9), .. Off("清明节", new(2026, 4, 4), 3), .. Off("劳动节", new(2026, 5, 1), 5),
        .. Off("端午节", new(2026, 6, 19), 3), .. Off("中秋节", new(2026, 9, 25), 3), .. Off("国庆节", new(2026, 10, 1), 7),
        .. On(new(2026, 1, 4), new(2026, 2, 14), new(2026, 2, 28), new(2026, 5, 9), new(2026, 9, 20), new(2026, 10, 10)),
    ]);

    public static DateTimeOffset At(int month, int day, int hour, int minute = 0) => new(2026, month, day, hour, minute, 0, TimeSpan.FromHours(8));

    private static IEnumerable<(DateOnly, bool, string)> Off(string name, DateOnly first, int count) =>
        Enumerable.Range(0, count).Select(i => (first.AddDays(i), false, name));

    private static IEnumerable<(DateOnly, bool, string)> On(params DateOnly[] dates) => dates.Select(date => (date, true, "补班"));
}
