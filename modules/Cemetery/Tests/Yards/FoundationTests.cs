using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Yards;

/// <summary>What the database holds by itself, whoever writes.</summary>
public abstract class FoundationTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task A_section_counts_its_positions_by_itself()
    {
        var positions = await App.PositionsAsync(5);
        await App.ActiveAsync(positions[0]);
        var section = await App.ReadAsync(db => db.Sections.AsNoTracking().FirstAsync(s => s.Id == positions[0].SectionId));
        (section.Total, section.Free).ShouldBe((5, 4));
        (await App.PositionAsync(positions[0].Id)).State.ShouldBe(PositionState.Contracted);
    }

    [Fact]
    public async Task A_position_has_one_right_at_a_time()
    {
        var position = (await App.PositionsAsync())[0];
        await App.ActiveAsync(position);
        var refused = await Should.ThrowAsync<InvalidOperationException>(() => App.ActiveAsync(position));
        refused.Message.ShouldContain("cemetery.position.taken");
    }

    [Fact]
    public async Task What_has_ended_stays_ended()
    {
        var right = await App.ActiveAsync((await App.PositionsAsync())[0]);
        await App.SqlAsync("update cemetery_right set state = 'Ended', ended_on = '2026-04-15', ending = 'Returned' where number = '" + (await App.RightAsync(right)).Number + "'");
        await Should.ThrowAsync<Exception>(() => App.SqlAsync("update cemetery_right set state = 'Active', ended_on = null, ending = null where number = '" + App.RightAsync(right).GetAwaiter().GetResult().Number + "'"));
    }
}

public sealed class FoundationOnSqlite(SqliteApp app) : FoundationTests(app), IClassFixture<SqliteApp>;

public sealed class FoundationOnPostgres(PostgresApp app) : FoundationTests(app), IClassFixture<PostgresApp>;
