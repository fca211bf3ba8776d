using System.Globalization;
using Anmin.Kernel.Outcomes;

namespace Anmin.Kernel.Calendar;

/// <summary>Every way in which dates, working days and deadlines refuse.</summary>
internal static class CalendarProblems
{
    public static readonly Problem DateMissing = Invalid("calendar.date.missing", "请填写日期");

    public static readonly Problem DateUnread = Invalid("calendar.date.unread", "日期没有认出来，请写成2026-11-22、20261122或农历十月初三");

    public static readonly Problem DateNotThere = Invalid("calendar.date.not-there", "日历上没有这一天，请核对年月日");

    public static readonly Problem LunarNotThere = Invalid("calendar.lunar.not-there", "农历没有这一天，请核对月份、闰月和大小月");

    public static readonly Problem LunarRange = Invalid("calendar.lunar.range", "农历只能换算1901年到2100年，请改填公历日期");

    public static readonly Problem TimeMissing = Invalid("calendar.time.missing", "请在日期后写上时间，如2026-11-22 05:40");

    public static readonly Problem TimeUnread = Invalid("calendar.time.unread", "时间没有认出来，请写成05:40，最晚23:59");

    public static readonly Problem TimeNotThere = Invalid("calendar.time.not-there", "这一刻正逢夏令时拨快，钟表上没有，请核对时间");

    public static readonly Problem AmountOutOfRange = Invalid("calendar.deadline.amount", "期限的数值过大或为负，请核对规则表里的数值");

    public static Problem YearNotCovered(int year) => new("calendar.year-not-covered",
        string.Create(CultureInfo.InvariantCulture, $"{year}年的放假安排还没有录入，请先在工作日历里录入{year}年"));

    public static Problem UnknownUnit(string unit) =>
        Invalid("calendar.deadline.unit", $"期限单位“{unit}”没有定义，请改用hour、day、workday、month、year或next-month");

    private static Problem Invalid(string code, string message) => new(code, message, ProblemKind.Invalid);
}
