using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Anmin.Cemetery.Tests.Yards.Yard;

namespace Anmin.Cemetery.Tests.Grounds;

/// <summary>Making sections and positions: what works, what is refused and what nobody else sees.</summary>
public abstract class ArrangeTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Task<Outcome<OpenSection.Reply>> OpenAsync(OpenSection.Request request, string who = "公墓园务", string? key = null) => App.DoAsync<OpenSection, OpenSection.Request, OpenSection.Reply>(who, request, key);

    private Task<Outcome<AddPosition.Reply>> AddAsync(AddPosition.Request request, string who = "公墓园务") => App.DoAsync<AddPosition, AddPosition.Request, AddPosition.Reply>(who, request);

    private Task<Outcome<Done>> ChangeAsync(ChangePosition.Request request, string who = "公墓园务") => App.DoAsync<ChangePosition, ChangePosition.Request, Done>(who, request);

    [Fact]
    public async Task A_section_is_opened_once_and_by_its_own_people()
    {
        var code = Layout.Code();
        var first = Must(await OpenAsync(new("ce-1", code.ToLowerInvariant(), "东区", SectionKind.Graves, "plot-single"), key: "open-" + code));
        Must(await OpenAsync(new("ce-1", code.ToLowerInvariant(), "东区", SectionKind.Graves, "plot-single"), key: "open-" + code)).ShouldBe(first);
        (await OpenAsync(new("ce-1", code, "再来", SectionKind.Graves))).Problem!.Code.ShouldBe("cemetery.section.twice");
        (await OpenAsync(new("ce-1", "坏 码", "", SectionKind.Graves))).Problem!.All().Select(p => p.Code).ShouldBe(["cemetery.section.code", "kernel.required"]);
        (await OpenAsync(new("ce-1", Layout.Code(), "西区", SectionKind.Graves), "公墓销售")).Problem!.Code.ShouldBe("kernel.denied");
        (await OpenAsync(new("ce-1", Layout.Code(), "西区", SectionKind.Graves), "外公墓园务")).Problem!.Code.ShouldBe("cemetery.ground.unknown");
        (await OpenAsync(new("fh-9", Layout.Code(), "西区", SectionKind.Graves))).Problem!.Code.ShouldBe("cemetery.ground.unknown");
        (await App.ReadAsync(db => db.Sections.AsNoTracking().FirstAsync(s => s.Id == first.Section))).Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_section_is_renamed_but_keeps_its_code()
    {
        var section = await App.SectionAsync();
        Must(await App.DoAsync<ChangeSection, ChangeSection.Request, Done>("公墓园务", new(section, "新名", "7", "plot-single")));
        var now = await App.ReadAsync(db => db.Sections.AsNoTracking().FirstAsync(s => s.Id == section));
        (now.Name, now.Ordinal, now.UseItem).ShouldBe(("新名", 7, "plot-single"));
        (await App.DoAsync<ChangeSection, ChangeSection.Request, Done>("公墓园务", new(section, "", "x"))).Problem!.All().Count().ShouldBe(2);
        (await App.DoAsync<ChangeSection, ChangeSection.Request, Done>("公墓销售", new(section, "新名", "7"))).Problem!.Code.ShouldBe("kernel.denied");
        (await App.DoAsync<ChangeSection, ChangeSection.Request, Done>("外公墓园务", new(section, "新名", "7"))).Problem!.Code.ShouldBe("cemetery.section.unknown");
    }

    [Fact]
    public async Task Rows_and_numbers_are_made_at_once_and_looked_at_before()
    {
        var section = await App.SectionAsync();
        var wish = new ArrangePositions.Request(section, "3", "10", Skip: "4，14", Capacity: "2", Stone: StoneKind.Flat, Area: "0.5", Gap: "100", RowGap: "180", Open: true);
        var look = Must(await App.ArrangeAsync(wish with { CountOnly = true }));
        (look.Count, look.First[^4..], look.Last[^5..], look.Placed).ShouldBe((30, "1排1号", "3排11号", true));
        (await App.OfAsync(section)).ShouldBeEmpty();
        Must(await App.ArrangeAsync(wish, key: "grid-" + section)).Count.ShouldBe(30);
        Must(await App.ArrangeAsync(wish, key: "grid-" + section)).Count.ShouldBe(30, "the same key makes nothing twice");
        var made = await App.OfAsync(section);
        made.Count.ShouldBe(30);
        made.ShouldAllBe(p => p.Number != 4 && p.AreaCm2 == 5000 && p.Capacity == 2 && p.State == PositionState.Available && p.X != null);
        (await App.ReadAsync(db => db.Sections.AsNoTracking().FirstAsync(s => s.Id == section))).Free.ShouldBe(30);
        (await App.CountAsync($"select count(*) from kernel_journal where kind = 'positions.arranged'")).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task What_is_there_already_is_named_and_nothing_is_made()
    {
        var section = await App.SectionAsync();
        Must(await App.ArrangeAsync(new(section, "1", "5", Capacity: "1")));
        var twice = (await App.ArrangeAsync(new(section, "2", "7", Capacity: "1", FirstNumber: "4"))).Problem!;
        (twice.Code, twice.Message).ShouldBe(("cemetery.position.twice", "已有2个同样的排号：1排4号、1排5号。请改起始的排或者号。"));
        Must(await App.ArrangeAsync(new(section, "1", "3", FirstRow: "5", Capacity: "1", Area: "0.5", Gap: "100", RowGap: "180")));
        (await App.ArrangeAsync(new(section, "1", "3", FirstRow: "6", Capacity: "1", Area: "0.5", Gap: "100", RowGap: "180", Y: "-190"))).Problem!.Message.ShouldStartWith("有3个会和图上已有的墓位叠在一起：6排1号");
        (await App.OfAsync(section)).Count.ShouldBe(8);
    }

    [Fact]
    public async Task Bad_numbers_are_all_told_and_too_many_refused()
    {
        var section = await App.SectionAsync();
        (await App.ArrangeAsync(new(section, "x", "", Capacity: "0", Area: "0.00001", Gap: "100", Skip: "四"))).Problem!.All().Select(p => p.Field).ShouldBe(["Skip", "Capacity", "Area", "Gap", "Rows", "Numbers"], ignoreOrder: true);
        (await App.ArrangeAsync(new(section, "100", "51", Capacity: "1"))).Problem!.Code.ShouldBe("cemetery.position.too-many");
        (await App.ArrangeAsync(new(section, "2", "2", Capacity: "1", Area: "4", Gap: "100", RowGap: "300"))).Problem!.Code.ShouldBe("cemetery.position.too-near");
        (await App.ArrangeAsync(new(section, "2", "2", Layers: "3", Capacity: "1"))).Problem!.Code.ShouldBe("cemetery.position.no-layers");
        (await App.ArrangeAsync(new(section, "1", "1", Capacity: "1"), "公墓销售")).Problem!.Code.ShouldBe("kernel.denied");
        (await App.ArrangeAsync(new(section, "1", "1", Capacity: "1"), "外公墓园务")).Problem!.Code.ShouldBe("cemetery.section.unknown");
        var niches = await App.SectionAsync(SectionKind.Niches);
        (await App.ArrangeAsync(new(niches, "2", "2", Capacity: "1"))).Problem!.Code.ShouldBe("cemetery.position.layers");
        Must(await App.ArrangeAsync(new(niches, "2", "10", Layers: "6", Capacity: "1"))).Count.ShouldBe(120);
        (await App.OfAsync(niches))[0].Code.ShouldEndWith("-1-1-1");
    }

    [Fact]
    public async Task Some_thousands_are_made_in_one_go()
    {
        var section = await App.SectionAsync();
        Must(await App.ArrangeAsync(new(section, "50", "100", Capacity: "1", Area: "0.5", Gap: "90", RowGap: "200"))).Count.ShouldBe(5000);
        (await App.ReadAsync(db => db.Sections.AsNoTracking().FirstAsync(s => s.Id == section))).Total.ShouldBe(5000);
    }

    [Fact]
    public async Task A_position_is_added_by_hand_measured_again_and_moved()
    {
        var section = await App.SectionAsync();
        var added = Must(await AddAsync(new(section, "1", null, "１２", "2", StoneKind.Flat, "0.48", X: "0", Y: "0")));
        (await AddAsync(new(section, "1", null, "12", "1"))).Problem!.Code.ShouldBe("cemetery.position.twice");
        (await AddAsync(new(section, "1", null, "13", "1", Area: "0.5", X: "20", Y: "10"))).Problem!.Message.ShouldContain("1排12号");
        (await AddAsync(new(section, "1", null, "13", "1", X: "20"))).Problem!.Code.ShouldBe("cemetery.position.half-placed");
        (await AddAsync(new(section, "1", null, "13", "1"), "公墓销售")).Problem!.Code.ShouldBe("kernel.denied");
        (await AddAsync(new(section, "1", null, "13", "1"), "外公墓园务")).Problem!.Code.ShouldBe("cemetery.section.unknown");
        var other = Must(await AddAsync(new(section, "1", null, "13", "1", Area: "0.5", X: "100", Y: "0")));
        (await ChangeAsync(new(other.Position, "1", Area: "0.5", X: "10", Y: "0"))).Problem!.Message.ShouldContain("1排12号");
        Must(await ChangeAsync(new(other.Position, "3", StoneKind.Upright, "0.8", "90", X: "200", Y: "-30", Turn: "-15")));
        var now = await App.PositionAsync(other.Position);
        (now.Capacity, now.Stone, now.AreaCm2, now.StoneHeightCm, now.X, now.Y, now.Turn).ShouldBe((3, StoneKind.Upright, 8000, 90, 200, -30, -15));
        Must(await ChangeAsync(new(added.Position, "2", X: "0", Y: "0")));
        (await ChangeAsync(new(added.Position, "2"), "外公墓园务")).Problem!.Code.ShouldBe("cemetery.position.unknown");
        (await ChangeAsync(new(added.Position, "2"), "公墓销售")).Problem!.Code.ShouldBe("kernel.denied");
    }

    [Fact]
    public async Task The_database_lets_no_two_lie_in_one_place_and_no_number_change()
    {
        var section = await App.SectionAsync();
        Must(await App.ArrangeAsync(new(section, "1", "3", Capacity: "1", Area: "0.5", Gap: "100", RowGap: "100")));
        var code = (await App.OfAsync(section))[1].Code;
        (await Should.ThrowAsync<Exception>(() => App.SqlAsync($"update cemetery_position set x = 30, y = 20 where code = '{code}'"))).ToString().ShouldContain("guard_position_moved");
        (await Should.ThrowAsync<Exception>(() => App.SqlAsync($"update cemetery_position set x = 0, y = 0 where code = '{code}'"))).ShouldNotBeNull();
        (await Should.ThrowAsync<Exception>(() => App.SqlAsync($"update cemetery_position set number = 9 where code = '{code}'"))).ToString().ShouldContain("guard_position_kept");
        (await App.SqlAsync($"update cemetery_position set x = 100, y = 60 where code = '{code}'")).ShouldBe(1);
    }

    [Fact]
    public async Task Positions_are_opened_by_rows_blocked_with_a_reason_and_opened_again()
    {
        var section = await App.SectionAsync();
        Must(await App.ArrangeAsync(new(section, "3", "2", Capacity: "1")));
        Task<Outcome<OpenPositions.Reply>> OpenRowsAsync(string? rows, string who = "公墓园务") => App.DoAsync<OpenPositions, OpenPositions.Request, OpenPositions.Reply>(who, new(section, rows));
        Must(await OpenRowsAsync("1至2")).Opened.ShouldBe(4);
        (await OpenRowsAsync("2")).Problem!.Code.ShouldBe("cemetery.position.nothing-to-open");
        (await OpenRowsAsync("后面")).Problem!.Code.ShouldBe("cemetery.position.rows");
        (await OpenRowsAsync("3", "公墓销售")).Problem!.Code.ShouldBe("kernel.denied");
        (await OpenRowsAsync("3", "外公墓园务")).Problem!.Code.ShouldBe("cemetery.section.unknown");
        Must(await OpenRowsAsync(null)).Opened.ShouldBe(2);

        var position = (await App.OfAsync(section))[0].Id;
        Task<Outcome<Done>> BlockAsync(string? why, string who = "公墓园务") => App.DoAsync<BlockPosition, BlockPosition.Request, Done>(who, new(position, why));
        Task<Outcome<Done>> UnblockAsync(string? why, string who = "公墓园务") => App.DoAsync<UnblockPosition, UnblockPosition.Request, Done>(who, new(position, why));
        (await BlockAsync(" ")).Problem!.Code.ShouldBe("kernel.required");
        (await BlockAsync("塌陷", "公墓销售")).Problem!.Code.ShouldBe("kernel.denied");
        (await BlockAsync("塌陷", "外公墓园务")).Problem!.Code.ShouldBe("cemetery.position.unknown");
        (await UnblockAsync("好了")).Problem!.Code.ShouldBe("cemetery.position.not-blocked");
        Must(await BlockAsync("塌陷"));
        (await App.PositionAsync(position)).BlockedFor.ShouldBe("塌陷");
        (await UnblockAsync("好了", "外公墓园务")).Problem!.Code.ShouldBe("cemetery.position.unknown");
        (await UnblockAsync("好了", "公墓销售")).Problem!.Code.ShouldBe("kernel.denied");
        Must(await UnblockAsync("好了"));
        await App.HoldAsync(position);
        (await BlockAsync("塌陷")).Problem!.Code.ShouldBe("cemetery.position.in-use");
    }
}

public sealed class ArrangeOnSqlite(SqliteApp app) : ArrangeTests(app), IClassFixture<SqliteApp>;

public sealed class ArrangeOnPostgres(PostgresApp app) : ArrangeTests(app), IClassFixture<PostgresApp>;
