using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Anmin.Cemetery.Tests.Yards.Yard;

namespace Anmin.Cemetery.Tests.Grounds;

/// <summary>Whatever happens to positions in whatever order, a section's counts are what counting gives.</summary>
public abstract class CounterWalkTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task Counts_equal_a_recount_after_any_walk()
    {
        var random = new Random(42);
        var section = await App.SectionAsync();
        Must(await App.ArrangeAsync(new(section, "4", "5", Capacity: "1")));
        var positions = (await App.OfAsync(section)).ConvertAll(p => p.Id);
        var held = new Dictionary<Guid, Guid>();
        var done = new Dictionary<string, int>();
        for (var step = 0; step < 120; step++)
        {
            var position = positions[random.Next(positions.Count)];
            var state = (await App.PositionAsync(position)).State;
            var act = random.Next(6);
            var went = act switch
            {
                0 => (await App.DoAsync<OpenPositions, OpenPositions.Request, OpenPositions.Reply>("公墓园务", new(section, $"{random.Next(1, 5)}"))).Ok,
                1 => (await App.DoAsync<BlockPosition, BlockPosition.Request, Done>("公墓园务", new(position, "整改"))).Ok,
                2 => (await App.DoAsync<UnblockPosition, UnblockPosition.Request, Done>("公墓园务", new(position, "好了"))).Ok,
                3 or 4 when state == PositionState.Available => await HoldAsync(position),
                5 when held.Remove(position, out var right) => (await App.LapseAsync(right)).Ok,
                _ => false,
            };
            if (went) done[act.ToString()] = done.GetValueOrDefault(act.ToString()) + 1;
            await RecountAsync(section);
        }
        done.Count.ShouldBeGreaterThanOrEqualTo(5, "every kind of step was taken");

        async Task<bool> HoldAsync(Guid position)
        {
            held[position] = await App.HoldAsync(position);
            return true;
        }
    }

    private async Task RecountAsync(Guid section)
    {
        var kept = await App.ReadAsync(db => db.Sections.AsNoTracking().Where(s => s.Id == section).Select(s => new { s.Total, s.Free }).FirstAsync());
        var counted = await App.ReadAsync(db => db.Positions.AsNoTracking().Where(p => p.SectionId == section).Select(p => p.State).ToListAsync());
        (kept.Total, kept.Free).ShouldBe((counted.Count, counted.Count(s => s == PositionState.Available)));
    }
}

public sealed class CounterWalkOnSqlite(SqliteApp app) : CounterWalkTests(app), IClassFixture<SqliteApp>;

public sealed class CounterWalkOnPostgres(PostgresApp app) : CounterWalkTests(app), IClassFixture<PostgresApp>;
