using System.Globalization;
using Anmin.Cemetery.Grounds;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Grounds;

public sealed class PriceUnitsTests
{
    [Theory]
    [InlineData("穴", 20, 1)]
    [InlineData("格", 20, 1)]
    [InlineData("格·年", 20, 20)]
    [InlineData("穴·年", 1, 1)]
    [InlineData("具·月", 2, 24)]
    [InlineData("格·半年", 3, 6)]
    public void A_yearly_amount_is_due_every_year_of_the_term(string unit, int years, int times) => PriceUnits.Times(unit, years).ShouldBe(times);

    [Theory]
    [InlineData("2026-04-15", "2046-04-14", 20)]
    [InlineData("2026-04-15", "2046-04-15", 21)]
    [InlineData("2024-02-29", "2025-02-27", 1)]
    [InlineData("2024-02-29", "2025-02-28", 2)]
    [InlineData("2026-01-01", "2026-12-31", 1)]
    public void A_term_counts_its_last_day(string from, string until, int years)
        => PriceUnits.Years(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(until, CultureInfo.InvariantCulture)).ShouldBe(years);
}
