using Anmin.Kernel.Calendar;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Calendar;

public sealed class DeadlineTests
{
    [Theory]
    [InlineData("hour", 24, "11-20 23:10", "2026-11-21T15:10:00Z")] // into a Saturday: hours run exactly
    [InlineData("day", 3, "11-20 23:10", "2026-11-23T16:00:00Z")] // the 20th not counted; 24:00 of the 23rd
    [InlineData("day", 1, "11-20 00:00", "2026-11-23T16:00:00Z")] // Saturday gives way to Monday
    [InlineData("day", 7, "09-24 09:00", "2026-10-08T16:00:00Z")] // 1 October gives way to the 8th
    [InlineData("workday", 2, "11-20 10:00", "2026-11-24T16:00:00Z")]
    [InlineData("workday", 1, "11-21 10:00", "2026-11-23T16:00:00Z")]
    [InlineData("month", 1, "03-31 10:00", "2026-04-30T16:00:00Z")] // no 31 April: the month's last day
    [InlineData("month", 1, "01-31 10:00", "2026-02-28T16:00:00Z")] // a Saturday that is worked
    [InlineData("month", 3, "06-15 10:00", "2026-09-15T16:00:00Z")]
    [InlineData("year", 0, "11-20 10:00", "2026-11-20T16:00:00Z")]
    [InlineData("next-month", 1, "11-20 10:00", "2026-11-30T16:00:00Z")]
    [InlineData("next-month", 2, "11-01 00:00", "2026-12-31T16:00:00Z")] // the first of January, a holiday, stays
    public void Computes_the_due_instant(string unit, int amount, string from, string due)
    {
        var start = DateReading.ReadInstant("2026-" + from, China.Zone, default).Value;
        Deadline.After(start, amount, unit, China.Zone, China.Days).Value
            .ShouldBe(DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_term_of_years_may_be_told_to_stay_on_its_day()
    {
        var from = China.At(2, 10, 9);
        Deadline.After(from, 20, "year", China.Zone, China.Days).Problem!.Code.ShouldBe("calendar.year-not-covered");
        var due = Deadline.After(from, 20, "year", China.Zone, China.Days, LastDay.Stays).Value;
        Deadline.LastDate(due, China.Zone).ShouldBe(new DateOnly(2046, 2, 10));
    }

    [Fact]
    public void A_leap_day_ends_on_the_last_of_February() =>
        Deadline.LastDate(Deadline.After(new(2024, 2, 29, 9, 0, 0, TimeSpan.FromHours(8)), 1, "year", China.Zone, China.Days, LastDay.Stays).Value, China.Zone)
            .ShouldBe(new DateOnly(2025, 2, 28));

    [Fact]
    public void The_last_date_is_the_one_that_ends() =>
        Deadline.LastDate(Deadline.After(China.At(11, 20, 23), 3, "day", China.Zone, China.Days).Value, China.Zone).ShouldBe(new DateOnly(2026, 11, 23));

    [Theory]
    [InlineData("days", 1, "calendar.deadline.unit")]
    [InlineData("day", -1, "calendar.deadline.amount")]
    [InlineData("year", int.MaxValue, "calendar.deadline.amount")]
    [InlineData("year", 36600, "calendar.deadline.amount")]
    [InlineData("workday", 300, "calendar.year-not-covered")]
    public void Refuses_what_it_cannot_know(string unit, int amount, string code) =>
        Deadline.After(China.At(11, 20, 10), amount, unit, China.Zone, China.Days).Problem!.Code.ShouldBe(code);

    [Fact]
    public void A_longer_period_never_ends_earlier_and_none_ends_before_it_starts()
    {
        var units = Gen.Elements("hour", "day", "workday", "month", "year", "next-month");
        var cases = Gen.Choose(0, 60 * 24 * 300).SelectMany(_ => Gen.Choose(0, 80), (minute, amount) => (minute, amount)).SelectMany(_ => units, (c, unit) => (c.minute, c.amount, unit));
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var from = China.At(1, 1, 0).AddMinutes(c.minute);
            if (!Deadline.After(from, c.amount, c.unit, China.Zone, China.Days).Try(out var due, out _)) return true;
            if (c.unit != "next-month" && due < from) return false;
            return !Deadline.After(from, c.amount + 1, c.unit, China.Zone, China.Days).Try(out var later, out _) || later >= due;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }
}
