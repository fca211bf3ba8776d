using Anmin.Kernel.Calendar;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Calendar;

public sealed class LunarDateTests
{
    [Theory]
    [InlineData("2026-11-11", "农历十月初三", "农历丙午年十月初三")]
    [InlineData("2026-02-17", "农历正月初一", "农历丙午年正月初一")]
    [InlineData("2026-02-16", "农历腊月廿九", "农历乙巳年腊月廿九")]
    [InlineData("2025-07-25", "农历闰六月初一", "农历乙巳年闰六月初一")]
    [InlineData("2025-12-20", "农历冬月初一", "农历乙巳年冬月初一")]
    [InlineData("2026-10-19", "农历九月初十", "农历丙午年九月初十")]
    [InlineData("1901-02-19", "农历正月初一", "农历辛丑年正月初一")]
    [InlineData("2033-12-22", "农历闰冬月初一", "农历癸丑年闰冬月初一")] // the leap month that many tables had wrong
    public void Names_the_day(string date, string text, string full)
    {
        var lunar = LunarDate.From(DateOnly.Parse(date)).Value;
        lunar.ToString().ShouldBe(text);
        lunar.ToLongString().ShouldBe(full);
    }

    [Fact]
    public void Every_day_of_two_centuries_goes_there_and_back_by_number_and_by_word()
    {
        for (var date = new DateOnly(1901, 2, 19); date <= new DateOnly(2101, 1, 28); date = date.AddDays(1))
        {
            var lunar = LunarDate.From(date).Value;
            LunarDate.Of(lunar.Year, lunar.Month, lunar.IsLeapMonth, lunar.Day).Value.ShouldBe(lunar);
            DateReading.Read(lunar.ToLongString(), new DateOnly(Math.Min(lunar.Year + 1, 2100), 12, 1)).Value.ShouldBe(date);
        }
    }

    [Theory]
    [InlineData(2026, 6, true, 1, "calendar.lunar.not-there")]
    [InlineData(2025, 12, false, 30, "calendar.lunar.not-there")]
    [InlineData(2025, 13, false, 1, "calendar.lunar.not-there")]
    [InlineData(1900, 1, false, 1, "calendar.lunar.range")]
    [InlineData(2101, 1, false, 1, "calendar.lunar.range")]
    public void Refuses_days_that_are_not_there(int year, int month, bool leap, int day, string code) =>
        LunarDate.Of(year, month, leap, day).Problem!.Code.ShouldBe(code);

    [Fact]
    public void Refuses_days_beyond_the_tables()
    {
        LunarDate.From(new(1901, 2, 18)).Ok.ShouldBeFalse();
        LunarDate.From(new(2101, 1, 29)).Ok.ShouldBeFalse();
    }
}
