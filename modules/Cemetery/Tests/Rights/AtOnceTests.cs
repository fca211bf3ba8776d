using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Cemetery.Rights.Holds;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Rights;

/// <summary>Many at once on few plots (invariant I5).</summary>
public abstract class AtOnceTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task Of_two_families_in_the_same_second_one_gets_the_plot_and_the_other_the_sentence()
    {
        foreach (var position in await App.PositionsAsync(6))
        {
            var both = await Task.WhenAll(App.HoldAsync(position), App.HoldAsync(position, "公墓销售乙"));
            both.Count(h => h.Ok).ShouldBe(1);
            both.Single(h => !h.Ok).Problem!.Code.ShouldBe("cemetery.position.taken");
        }
    }

    [Fact]
    public async Task Whatever_many_buyers_do_at_once_a_plot_has_one_right_and_the_section_counts_right()
    {
        var positions = await App.PositionsAsync(3);
        var codes = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(1, 8).Select(seed => Task.Run(() => BuyAsync(new Random(seed), positions, codes))));
        // what can be said to somebody who was second; anything else is a defect
        codes.Distinct().ShouldBeSubsetOf(["cemetery.position.taken", "cemetery.right.lapsed", "cemetery.right.ended", "cemetery.right.signed", "cemetery.right.not-cancellable", "kernel.changed-meanwhile"]);
        var ids = positions.Select(p => p.Id).ToList();
        var rights = await App.ReadAsync(db => db.PlotRights.AsNoTracking().Where(r => ids.Contains(r.PositionId)).ToListAsync());
        rights.Count.ShouldBeGreaterThan(3);
        foreach (var position in positions)
        {
            var holding = rights.Where(r => r.PositionId == position.Id && r.Holds).ToList();
            holding.Count.ShouldBeLessThanOrEqualTo(1);
            (await App.PositionAsync(position.Id)).State.ShouldBe(Position.StateOf(holding is [var one] ? one.State : null, 0));
        }
        var section = await App.ReadAsync(db => db.Sections.AsNoTracking().FirstAsync(s => s.Id == positions[0].SectionId));
        var free = await App.ReadAsync(db => db.Positions.CountAsync(p => p.SectionId == section.Id && p.State == PositionState.Available));
        (section.Total, section.Free).ShouldBe((3, free));
    }

    private async Task BuyAsync(Random random, IReadOnlyList<Position> positions, System.Collections.Concurrent.ConcurrentBag<string> codes)
    {
        var mine = new List<Guid>();
        for (var i = 0; i < 12; i++)
        {
            var problem = random.Next(6) switch
            {
                0 or 1 or 2 => await HoldAsync(),
                3 when mine.Count > 0 => (await App.SignAsync(mine[random.Next(mine.Count)])).Problem,
                4 when mine.Count > 0 => (await App.DoAsync<CancelRight, CancelRight.Request, Done>("公墓销售", new(mine[random.Next(mine.Count)], "换一个"))).Problem,
                5 when random.Next(3) == 0 => await LapseAsync(),
                _ => null,
            };
            if (problem is not null) codes.Add(problem.Code);
        }

        async Task<Problem?> HoldAsync()
        {
            var held = await App.HoldAsync(positions[random.Next(positions.Count)]);
            if (held.Ok) mine.Add(held.Value!.RightId);
            return held.Problem;
        }

        async Task<Problem?> LapseAsync()
        {
            App.Clock.Advance(TimeSpan.FromHours(9));
            return (await App.DoAsync<LapseRights, LapseRights.Request, LapseRights.Reply>("公墓销售乙", new())).Problem;
        }
    }
}

public sealed class AtOnceOnSqlite(SqliteApp app) : AtOnceTests(app), IClassFixture<SqliteApp>;

public sealed class AtOnceOnPostgres(PostgresApp app) : AtOnceTests(app), IClassFixture<PostgresApp>;
