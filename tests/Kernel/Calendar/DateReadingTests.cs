using Anmin.Kernel.Calendar;
using Anmin.Kernel.Tests.Personal;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Calendar;

public sealed class DateReadingTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("2026-11-22", "2026-11-22")]
    [InlineData("20261122", "2026-11-22")]
    [InlineData("2026/1/2", "2026-01-02")]
    [InlineData("2026.11.22", "2026-11-22")]
    [InlineData("2026年11月22日", "2026-11-22")]
    [InlineData("2026 年 11 月 2 日", "2026-11-02")]
    [InlineData("11-22", "2026-11-22")]
    [InlineData("11月22日", "2026-11-22")]
    [InlineData("２０２６－１１－２２", "2026-11-22")]
    [InlineData("今天", "2026-11-22")]
    [InlineData(" 昨天 ", "2026-11-21")]
    [InlineData("前天", "2026-11-20")]
    [InlineData("明天", "2026-11-23")]
    [InlineData("2024-02-29", "2024-02-29")]
    [InlineData("农历十月初三", "2026-11-11")]
    [InlineData("农历2026年十月初三", "2026-11-11")]
    [InlineData("农历二〇二六年十月初三日", "2026-11-11")]
    [InlineData("农历丙午年10月3", "2026-11-11")]
    [InlineData("农历 2025年 闰六月 初一", "2025-07-25")]
    [InlineData("农历乙巳年腊月二十九", "2026-02-16")]
    [InlineData("农历2025年十一月初一", "2025-12-20")]
    [InlineData("农历正月十五", "2026-03-03")]
    public void Reads(string text, string date) => DateReading.Read(text, Today).Value.ShouldBe(DateOnly.Parse(date));

    [Theory]
    [InlineData(null, "calendar.date.missing")]
    [InlineData("2026-02-29", "calendar.date.not-there")]
    [InlineData("2026-13-01", "calendar.date.not-there")]
    [InlineData("0000-01-01", "calendar.date.not-there")]
    [InlineData("26-11-22", "calendar.date.unread")]
    [InlineData("22.11.2026", "calendar.date.unread")]
    [InlineData("农历十三月初三", "calendar.date.unread")]
    [InlineData("农历十月卅一", "calendar.date.unread")]
    [InlineData("农历闰六月初一", "calendar.lunar.not-there")]
    [InlineData("农历2200年正月初一", "calendar.lunar.range")]
    public void Refuses(string? text, string code)
    {
        var problem = DateReading.Read(text, Today).Problem!;
        problem.Code.ShouldBe(code);
        problem.Message.ShouldContain("请");
    }

    [Theory]
    [InlineData("2026-11-22 05:40", "2026-11-21T21:40:00Z")]
    [InlineData("2026-11-22T05:40:30", "2026-11-21T21:40:30Z")]
    [InlineData("2026年11月22日5时40分", "2026-11-21T21:40:00Z")]
    [InlineData("昨天 17点", "2026-11-21T09:00:00Z")]
    [InlineData("农历十月初三　０５：４０", "2026-11-10T21:40:00Z")]
    [InlineData("1988-07-01 12:00", "1988-07-01T03:00:00Z")] // summer time of 1986-1991
    [InlineData("1988-09-11 01:30", "1988-09-10T16:30:00Z")] // came twice that night: the earlier
    public void Reads_instants_in_UTC(string text, string utc)
    {
        var instant = DateReading.ReadInstant(text, China.Zone, Today).Value;
        instant.ShouldBe(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture));
        instant.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("2026-11-22", "calendar.time.missing")]
    [InlineData("2026-11-22 24:00", "calendar.time.unread")]
    [InlineData("2026-11-31 05:40", "calendar.date.not-there")]
    [InlineData("1988-04-17 02:30", "calendar.time.not-there")]
    public void Refuses_instants(string text, string code) => DateReading.ReadInstant(text, China.Zone, Today).Problem!.Code.ShouldBe(code);

    [Fact]
    public void No_input_crashes_or_hangs() => Hostile.Always(text =>
    {
        foreach (var today in new[] { Today, DateOnly.MinValue, DateOnly.MaxValue })
        {
            foreach (var typed in new[] { text, "农历" + text, "2026-11-22 " + text, "9999-12-31T" + text, "0001-01-01 " + text })
            {
                if (DateReading.Read(typed, today).Try(out var date, out var problem) ? date == default && typed.Contains("2026", StringComparison.Ordinal) : problem.Message.Length == 0) return false;
                _ = DateReading.ReadInstant(typed, China.Zone, today);
            }
        }
        return true;
    });

    [Fact]
    public void Every_date_is_read_from_each_of_its_spellings()
    {
        var days = Gen.Choose(0, DateOnly.MaxValue.DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary();
        Prop.ForAll(days, date => new[] { "yyyy-MM-dd", "yyyyMMdd", "yyyy/M/d", "yyyy年M月d日" }.All(format =>
            DateReading.Read(date.ToString(format, System.Globalization.CultureInfo.InvariantCulture), Today).Value == date))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }
}
