using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Compliance;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Compliance;

/// <summary>Every rule both ways through the whole run: a lawful place raises nothing, a broken one raises its rule, and mending clears it.</summary>
public abstract class ComplianceTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task Sizes_are_raised_once_move_between_bands_and_clear()
    {
        var position = (await App.PositionsAsync(1, capacity: 1))[0];
        await App.RunAsync();
        (await App.RulesAsync(position.Id)).ShouldBeEmpty();
        await App.SetAsync(position.Id, "area_cm2 = 6000, hardened_cm2 = 6000, stone = 'Upright'");
        await App.RunAsync();
        (await App.RulesAsync(position.Id)).ShouldBe(["hardening", "oversize.1", "stone.upright"]);
        var first = (await App.FindingsAsync(position.Id)).First(f => f.Rule == "oversize.1");
        (first.Allowed, first.Found, first.Over, first.Institution).ShouldBe(("占地不超过0.5平方米", "0.6平方米", "20%", "ce-1"));
        first.Source.ShouldContain("江苏省公墓管理办法");
        (await App.RunAsync()).Raised.ShouldBe(0);
        (await App.FindingsAsync(position.Id)).First(f => f.Rule == "oversize.1").Id.ShouldBe(first.Id);
        await App.SetAsync(position.Id, "area_cm2 = 7000, hardened_cm2 = 0, stone = 'Flat'");
        await App.RunAsync();
        (await App.RulesAsync(position.Id)).ShouldBe(["oversize.2"]);
        await App.SetAsync(position.Id, "area_cm2 = 8000");
        await App.RunAsync();
        (await App.RulesAsync(position.Id)).ShouldBe(["oversize.3"]);
        await App.SetAsync(position.Id, "area_cm2 = 5000");
        (await App.RunAsync()).Cleared.ShouldBeGreaterThanOrEqualTo(1);
        (await App.RulesAsync(position.Id)).ShouldBeEmpty();
        (await App.ReadAsync(db => db.Findings.AsNoTracking().CountAsync(f => f.PositionId == position.Id && f.ClearedOn != null))).ShouldBe(5);
    }

    [Fact]
    public async Task High_stones_are_raised_in_commercial_grounds()
    {
        var positions = await App.PositionsAsync(2, "ce-2", as_: "外公墓园务");
        await App.SetAsync(positions[0].Id, "stone = 'Upright', stone_height_cm = 120");
        await App.SetAsync(positions[1].Id, "stone = 'Upright', stone_height_cm = 100");
        await App.RunAsync("ce-2", "外县局");
        (await App.RulesAsync(positions[0].Id)).ShouldBe(["stone.height"]);
        (await App.RulesAsync(positions[1].Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sales_are_judged_by_their_paper()
    {
        var positions = await App.PositionsAsync(4);
        await App.SoldAsync(positions[0], new() { BasisNumber = null, Phone = "13812340011" });
        await App.SoldAsync(positions[1], new() { Basis = RightBasis.OldRegister, BasisNumber = null, Phone = "13812340012" });
        await App.SoldAsync(positions[2], new() { Basis = RightBasis.LivingSpouse, Approver = "t-mu-fuze", Phone = "13812340013" });
        await App.BuriedAsync(await App.SoldAsync(positions[3], new() { Basis = RightBasis.OldRegister, BasisNumber = null, Phone = "13812340014" }));
        await App.RunAsync();
        (await App.RulesAsync(positions[0].Id)).ShouldBe(["sale.no-certificate"]);
        (await App.RulesAsync(positions[1].Id)).ShouldBe(["sale.before-death"]);
        (await App.RulesAsync(positions[2].Id)).ShouldBeEmpty();
        (await App.RulesAsync(positions[3].Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Three_plots_of_one_buyer_are_told_once_at_the_first()
    {
        var positions = await App.PositionsAsync(5);
        foreach (var (position, day) in positions.Take(3).Zip([3, 2, 1])) await App.SoldAsync(position, new() { HolderId = "321302196001011230", Phone = $"1381234003{day}", On = new(2026, 4, day) });
        await App.SoldAsync(positions[3], new() { Phone = "13812340041" });
        await App.SoldAsync(positions[4], new() { Phone = "13812340041" });
        await App.RunAsync();
        var told = new List<Finding>();
        foreach (var position in positions) told.AddRange((await App.FindingsAsync(position.Id)).Where(f => f.Rule == "buyer.many-plots"));
        var one = told.Single();
        (one.PositionId, one.Found, one.Over).ShouldBe((positions[2].Id, "3个，本园3个", "1个"));
        string.Concat(one.Found, one.Allowed, one.Place, one.Source).ShouldNotContain("周建国");
    }

    [Fact]
    public async Task A_price_that_jumps_or_passes_the_list_is_raised()
    {
        var positions = await App.PositionsAsync(7);
        foreach (var (position, i) in positions.Take(4).Select((p, i) => (p, i))) await App.SoldAsync(position, new() { UseFen = 60000 + i * 100, On = new(2026, 1, 1 + i), Phone = $"1381234005{i}" });
        await App.SoldAsync(positions[4], new() { UseFen = 78000, On = new(2026, 2, 1), Phone = "13812340061" });
        await App.SoldAsync(positions[5], new() { UseFen = 90000, On = new(2026, 2, 2), Phone = "13812340062" });
        await App.SoldAsync(positions[6], new() { UseFen = 95001, On = new(2026, 4, 2), Phone = "13812340063" });
        await App.RunAsync();
        (await App.RulesAsync(positions[4].Id)).ShouldBeEmpty();
        (await App.RulesAsync(positions[5].Id)).ShouldBe(["price.jump"]);
        (await App.RulesAsync(positions[6].Id)).ShouldBe(["price.above-list", "price.jump"]);
        (await App.FindingsAsync(positions[6].Id))[0].Found.ShouldBe("950.01元");
    }

    [Fact]
    public async Task Terms_and_prepaid_maintenance_have_an_end()
    {
        var positions = await App.PositionsAsync(3);
        await App.SoldAsync(positions[0], new() { Years = 50, CareYears = 20, Phone = "13812340071" });
        await App.SoldAsync(positions[1], new() { Years = 20, CareYears = 40, Phone = "13812340072" });
        await App.SoldAsync(positions[2], new() { Phone = "13812340073" });
        await App.RunAsync();
        (await App.RulesAsync(positions[0].Id)).ShouldBe(["term.over"]);
        (await App.RulesAsync(positions[1].Id)).ShouldBe(["care.prepaid"]);
        (await App.RulesAsync(positions[2].Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Bodies_crowds_and_burials_without_a_right_are_raised()
    {
        var positions = await App.PositionsAsync(4);
        await App.BuriedAsync(await App.SoldAsync(positions[0], new() { Phone = "13812340081" }), IntermentKind.Body);
        var crowded = await App.SoldAsync(positions[1], new() { Phone = "13812340082" });
        await App.BuriedAsync(crowded, person: "周一");
        await App.BuriedAsync(crowded, person: "周二");
        await App.SetAsync(positions[1].Id, "capacity = 1");
        var ended = await App.SoldAsync(positions[2], new() { Phone = "13812340083" });
        await App.BuriedAsync(ended);
        // what the guard refuses today may stand in books from before it
        await App.SqlAsync(App.Kind == Anmin.Kernel.Data.DatabaseKind.Sqlite ? "drop trigger guard_right_resting" : "drop trigger guard_right_resting on cemetery_right");
        await App.SqlAsync($"update cemetery_right set state = 'Ended', ended_on = '2026-04-15', ending = 'Returned' where number = '{(await App.RightAsync(ended)).Number}'");
        await App.BuriedAsync(await App.SoldAsync(positions[3], new() { Phone = "13812340084" }));
        await App.RunAsync();
        (await App.RulesAsync(positions[0].Id)).ShouldBe(["body.in-plot"]);
        (await App.RulesAsync(positions[1].Id)).ShouldBe(["burial.too-many"]);
        (await App.RulesAsync(positions[2].Id)).ShouldBe(["burial.without-right"]);
        (await App.RulesAsync(positions[3].Id)).ShouldBeEmpty();
    }
}

public sealed class ComplianceOnSqlite(SqliteApp app) : ComplianceTests(app), IClassFixture<SqliteApp>;

public sealed class ComplianceOnPostgres(PostgresApp app) : ComplianceTests(app), IClassFixture<PostgresApp>;
