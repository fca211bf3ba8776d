using Anmin.Cemetery.Compliance;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Rules;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Compliance;

/// <summary>Plain facts against the test city's rules: a single plot 0.5 m², a joint one 0.8 m², stones 1 m, hardening 0.5 m², terms 20 years.</summary>
public sealed class PlotLawTests(SqliteApp fixture) : IClassFixture<SqliteApp>
{
    private static readonly DateOnly Day = new(2026, 4, 15);

    private PlotLaw Law(string division = "321302001") => new(fixture.App.Services.CreateScope().ServiceProvider.GetRequiredService<RuleBook>(), division);

    private static PlotFacts Plot(int capacity = 1, int? area = 5000, StoneKind stone = StoneKind.Flat, int? height = null, int? hard = null, bool body = false) => new(SectionKind.Graves, capacity, body, area, stone, height, hard);

    [Theory]
    [InlineData(1, 5000, null)]
    [InlineData(1, 5001, "oversize.1")]
    [InlineData(1, 6000, "oversize.1")]
    [InlineData(1, 6001, "oversize.2")]
    [InlineData(1, 7500, "oversize.2")]
    [InlineData(1, 7501, "oversize.3")]
    [InlineData(2, 8000, null)]
    [InlineData(2, 8001, "oversize.1")]
    [InlineData(2, 9600, "oversize.1")]
    [InlineData(2, 9601, "oversize.2")]
    [InlineData(2, 12000, "oversize.2")]
    [InlineData(2, 12001, "oversize.3")]
    [InlineData(1, null, null)]
    [InlineData(3, 90000, null)]
    public void A_plot_falls_into_the_band_of_what_it_is_over(int capacity, int? area, string? rule)
        => Law().Sizes(Plot(capacity, area), GroundNature.PublicWelfare, Day).Select(b => b.Rule).FirstOrDefault().ShouldBe(rule);

    [Fact]
    public void Before_the_rule_there_was_no_limit() => Law().Sizes(Plot(1, 40_000), GroundNature.PublicWelfare, new(2020, 1, 1)).ShouldBeEmpty();

    [Fact]
    public void Without_a_rule_of_the_place_nothing_is_raised()
    {
        Law("410202").Sizes(Plot(1, 40_001), GroundNature.PublicWelfare, Day).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(GroundNature.PublicWelfare, StoneKind.Upright, 50, "stone.upright")]
    [InlineData(GroundNature.PublicWelfare, StoneKind.Flat, 50, null)]
    [InlineData(GroundNature.Commercial, StoneKind.Upright, 100, null)]
    [InlineData(GroundNature.Commercial, StoneKind.Upright, 101, "stone.height")]
    [InlineData(GroundNature.Commercial, StoneKind.Upright, null, null)]
    public void Stones_stand_as_the_nature_of_the_ground_allows(GroundNature nature, StoneKind stone, int? height, string? rule)
        => Law().Sizes(Plot(stone: stone, height: height), nature, Day).Select(b => b.Rule).FirstOrDefault().ShouldBe(rule);

    [Theory]
    [InlineData(5000, null)]
    [InlineData(5001, "hardening")]
    public void Hardening_has_its_limit(int hard, string? rule) => Law().Sizes(Plot(hard: hard), GroundNature.PublicWelfare, Day).Select(b => b.Rule).FirstOrDefault().ShouldBe(rule);

    [Theory]
    [InlineData(RightBasis.CremationCertificate, true, false, false, null)]
    [InlineData(RightBasis.CremationCertificate, false, true, false, null)]
    [InlineData(RightBasis.CremationCertificate, false, false, false, "sale.no-certificate")]
    [InlineData(RightBasis.DeathCertificate, false, false, true, "sale.no-certificate")]
    [InlineData(RightBasis.LivingSpouse, true, false, false, null)]
    [InlineData(RightBasis.LivingSpouse, false, false, false, "sale.before-death")]
    [InlineData(RightBasis.OtherSpecial, true, false, false, "sale.before-death")]
    [InlineData(RightBasis.OldRegister, false, false, true, null)]
    [InlineData(RightBasis.OldRegister, false, false, false, "sale.before-death")]
    public void Places_are_sold_on_a_paper_or_a_lawful_exception(RightBasis basis, bool number, bool found, bool rested, string? rule)
        => Law().Sale(basis, number, found, rested, Day)?.Rule.ShouldBe(rule);

    [Theory]
    [InlineData(RightKind.Grave, "2046-04-14", null)]
    [InlineData(RightKind.Grave, "2046-04-15", "term.over")]
    [InlineData(RightKind.Niche, "2046-04-14", null)]
    [InlineData(RightKind.Niche, "2056-04-14", "term.over")]
    [InlineData(RightKind.Deposit, "2029-04-14", null)]
    [InlineData(RightKind.Deposit, "2029-04-15", "term.over")]
    public void A_term_ends_where_the_rule_says(object kind, string until, string? rule)
        => (Law().Term((RightKind)kind, Day, DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), Day)?.Rule).ShouldBe(rule);

    [Fact]
    public void Forty_years_of_maintenance_are_too_many()
    {
        Law().Prepaid(Day, new(2046, 4, 14), Day).ShouldBeNull();
        Law().Prepaid(Day, new(2066, 4, 14), Day)!.Rule.ShouldBe("care.prepaid");
    }
}
