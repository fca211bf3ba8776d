using Anmin.Funeral.Transport;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Funeral.Tests.UseCases;

public sealed class CrewTests(SqliteApp fixture) : IClassFixture<SqliteApp>
{
    [Theory]
    [InlineData("外司机", "司机乙", "Driver")]
    [InlineData("审计", "司机乙", "Driver")]
    [InlineData("司机", "外司机", "SecondCrew")]
    public async Task Refuses_a_crew_that_is_not_the_homes_own(string driver, string second, string field)
    {
        var chain = Chain.Of(fixture.App);
        var request = chain.Crew(await chain.BookedAsync()) with { Driver = fixture.App.IdOf(driver), SecondCrew = fixture.App.IdOf(second) };
        (await fixture.App.As("司机").RunAsync(s => s.GetRequiredService<RecordPickup>(), request)).Problem.ShouldBe(FuneralProblems.StaffUnknown with { Field = field });
    }
}
