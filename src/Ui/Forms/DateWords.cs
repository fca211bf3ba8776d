using Anmin.Kernel.Calendar;

namespace Anmin.Ui.Forms;

/// <summary>A typed date read back: 公历 with weekday and 农历, so that whoever typed either sees both.</summary>
public static class DateWords
{
    /// <summary>2026年11月22日 周日，农历丙午年十月十四; null where the text is no date yet.</summary>
    public static string? Of(string? typed, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(typed) || !DateReading.Read(typed, today).Try(out var day, out _)) return null;
        var weekday = "日一二三四五六"[(int)day.DayOfWeek];
        var solar = $"{day.Year}年{day.Month}月{day.Day}日 周{weekday}";
        return LunarDate.From(day).Try(out var lunar, out _) ? $"{solar}，{lunar.ToLongString()}" : solar;
    }
}
