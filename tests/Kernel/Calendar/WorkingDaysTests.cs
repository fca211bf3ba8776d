using Anmin.Kernel.Calendar;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Calendar;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-10-01", false)]
    [InlineData("2026-10-08", true)]
    [InlineData("2026-10-10", true)] // a Saturday that is worked
    [InlineData("2026-10-11", false)]
    [InlineData("2026-11-23", true)]
    public void Knows_moved_days_from_ordinary_ones(string date, bool works) => China.Days.IsWorkingDay(DateOnly.Parse(date)).Value.ShouldBe(works);

    [Theory]
    [InlineData("2026-09-30", 1, "2026-10-08")]
    [InlineData("2026-09-30", 3, "2026-10-10")]
    [InlineData("2026-10-03", 1, "2026-10-08")]
    [InlineData("2026-10-03", 0, "2026-10-08")]
    [InlineData("2026-10-08", 0, "2026-10-08")]
    [InlineData("2026-10-08", -1, "2026-09-30")]
    [InlineData("2025-12-31", 1, "2026-01-04")]
    public void Adds_working_days(string from, int count, string to) =>
        China.Days.AddWorkingDays(DateOnly.Parse(from), count).Value.ShouldBe(DateOnly.Parse(to));

    [Fact]
    public void A_year_not_announced_is_refused_and_not_guessed()
    {
        China.Days.Years.ShouldBe([2026]);
        China.Days.IsWorkingDay(new(2027, 1, 4)).Problem!.Message.ShouldContain("2027年");
        China.Days.AddWorkingDays(new(2026, 12, 31), 1).Problem!.Code.ShouldBe("calendar.year-not-covered");
        China.Days.AddWorkingDays(new(2026, 1, 1), int.MaxValue).Problem!.Code.ShouldBe("calendar.deadline.amount");
        China.Days.AddWorkingDays(new(2026, 1, 1), int.MinValue).Problem!.Code.ShouldBe("calendar.deadline.amount");
        China.Days.NameOf(new(2026, 10, 1)).ShouldBe("国庆节");
    }

    [Fact]
    public void A_row_borrowed_from_the_next_years_notice_does_not_cover_its_year()
    {
        new WorkingDays([(new(2022, 12, 31), false, "元旦")]).Covers(2022).ShouldBeFalse();
        new WorkingDays([(new(2022, 12, 31), false, "元旦")], [2022]).Covers(2022).ShouldBeTrue();
        new WorkingDays([], [9999, 1]).AddWorkingDays(DateOnly.MaxValue, 1).Problem!.Code.ShouldBe("calendar.deadline.amount");
    }

    [Fact]
    public void Going_there_and_back_is_where_one_was()
    {
        var cases = Gen.Choose(0, 364).SelectMany(_ => Gen.Choose(1, 40), (day, count) => (day, count)).ToArbitrary();
        Prop.ForAll(cases, c =>
        {
            var from = new DateOnly(2026, 1, 1).AddDays(c.day);
            if (!China.Days.IsWorkingDay(from).Value || !China.Days.AddWorkingDays(from, c.count).Try(out var to, out _)) return true;
            return China.Days.IsWorkingDay(to).Value && China.Days.AddWorkingDays(to, -c.count).Value == from;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }
}
