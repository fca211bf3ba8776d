using Anmin.Kernel.Rules;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Rules;

public sealed class RuleBookTests(SqliteApp fixture) : IClassFixture<SqliteApp>
{
    private static readonly DateOnly Day = new(2026, 4, 15);

    private RuleBook Rules => fixture.App.Services.GetRequiredService<RuleBook>();

    [Theory]
    [InlineData("321302001001", "village")]
    [InlineData("321302001002", "town")]
    [InlineData("321302001", "town")]
    [InlineData("321302002", "county")]
    [InlineData("321302", "county")]
    [InlineData("321322001001", "city")]
    [InlineData("3213", "city")]
    [InlineData("3208", "province")]
    [InlineData("32", "province")]
    [InlineData("410000", "nation")]
    [InlineData("0", "nation")]
    public void The_nearest_place_above_answers(string division, string value) => Rules.Find("test.walk", division, Day).Value!.Value.ShouldBe(value);

    [Theory]
    [InlineData("2026-01-01", "county")]
    [InlineData("2025-12-31", "county-old")]
    [InlineData("2020-01-01", "county-old")]
    public void A_past_day_is_judged_by_its_own_rules(string day, string value) => Rules.Find("test.walk", "321302002", DateOnly.Parse(day)).Value!.Value.ShouldBe(value);

    [Fact]
    public void Among_rules_of_one_place_the_narrowed_one_wins_and_without_one_the_plain()
    {
        Rules.Find("test.walk", "321302002", Day, "infectious").Value!.Value.ShouldBe("county-infectious");
        Rules.Find("test.walk", "321302002", Day, "unheard-of").Value!.Value.ShouldBe("county");
        Rules.Find("test.walk", "321302001", Day, "infectious").Value!.Value.ShouldBe("town", "a nearer plain rule is nearer");
    }

    [Fact]
    public void A_missing_rule_is_a_problem_that_names_key_and_day_never_a_default()
    {
        var problem = Rules.Find("test.nowhere", "321302", Day).Problem!;
        problem.Code.ShouldBe("kernel.rule.missing");
        problem.Message.ShouldContain("test.nowhere");
        problem.Message.ShouldContain("2026-04-15");
        Rules.Find("test.walk", "321302", new(2019, 12, 31)).Problem!.Code.ShouldBe("kernel.rule.missing", "before every rule began");
        Rules.Due("test.nowhere", "321302", FakeClock.Start).Problem!.Code.ShouldBe("kernel.rule.missing");
        Rules.DueOrNone("test.nowhere", "321302", FakeClock.Start).ShouldBeNull();
    }

    [Fact]
    public void Words_for_people_in_the_condition_narrow_nothing() => Rules.Find("test.words", "321302", Day).Value!.Source.ShouldContain("words for people only");

    [Fact]
    public void A_clock_runs_by_the_rule_of_the_day_it_started()
    {
        var before = new DateTimeOffset(2026, 3, 29, 15, 59, 0, TimeSpan.Zero);
        Rules.Due("pickup.deadline", "321302", before).Value.ShouldBe(before.AddHours(24), "23:59 of the old rule's last day in the city");
        Rules.Due("pickup.deadline", "321302", before.AddMinutes(1)).Value.ShouldBe(before.AddMinutes(1).AddHours(12));
    }

    [Fact]
    public void A_rule_that_is_no_clock_says_so() => Rules.Due("test.text", "321302", FakeClock.Start).Problem!.Code.ShouldBe("kernel.rule.not-a-clock");

    [Fact]
    public void A_term_that_ends_in_a_year_whose_holidays_nobody_announced_ends_on_its_very_day()
        => Rules.Due("ashes.unclaimed", "321302", new DateTimeOffset(2026, 12, 10, 2, 0, 0, TimeSpan.Zero)).Ok.ShouldBeTrue();
}
