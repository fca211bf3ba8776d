using Anmin.Cemetery.Tests.Yards;
using Anmin.Testing;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Compliance;

/// <summary>A ground whose approval names who may rest there: the county of the papers decides, a commercial ground and one without an area are open to all.</summary>
public abstract class OutsiderTests(AppFixture fixture)
{
    private const string Here = "321302196001011230", Far = "110101194912310024";

    private TestApp App => fixture.App;

    [Theory]
    [InlineData("PublicWelfare", "area.outside")]
    [InlineData("RuralPublicWelfare", "rural.outsider")]
    public async Task Who_is_not_of_the_named_area_is_raised_and_cleared_when_the_approval_is_widened(string nature, string rule)
    {
        var positions = await App.PositionsAsync(3);
        await App.SoldAsync(positions[0], new() { HolderId = Here, Phone = "13812340091" });
        await App.SoldAsync(positions[1], new() { HolderId = Far, Phone = "13812340092" });
        await App.SoldAsync(positions[2], new() { Phone = "13812340093" });
        await GroundAsync(nature, "321302");
        await App.RunAsync();
        (await App.RulesAsync(positions[0].Id)).ShouldNotContain(rule);
        (await App.RulesAsync(positions[1].Id)).ShouldContain(rule);
        (await App.RulesAsync(positions[2].Id)).ShouldNotContain(rule, "nobody is judged by a number that is not known");
        var told = (await App.FindingsAsync(positions[1].Id)).Single(f => f.Rule == rule);
        told.Allowed.ShouldStartWith("服务区域：");
        told.Source.ShouldNotBeEmpty();
        string.Concat(told.Allowed, told.Found, told.Over, told.Place).ShouldNotContain(Far[6..]);
        await GroundAsync(nature, "321302 110101");
        await App.RunAsync();
        (await App.RulesAsync(positions[1].Id)).ShouldNotContain(rule);
        await GroundAsync("Commercial", "321302");
        await App.RunAsync();
        (await App.RulesAsync(positions[1].Id)).ShouldNotContain(rule);
    }

    private Task<int> GroundAsync(string nature, string area) => App.SqlAsync($"update cemetery_ground set nature = '{nature}', service_area = '{area}' where id = 'ce-1'");
}

public sealed class OutsiderOnSqlite(SqliteApp app) : OutsiderTests(app), IClassFixture<SqliteApp>;

public sealed class OutsiderOnPostgres(PostgresApp app) : OutsiderTests(app), IClassFixture<PostgresApp>;
