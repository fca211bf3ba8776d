using System.Text;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Plan;
using Anmin.Cemetery.Rights;
using Anmin.Cemetery.Tests.Grounds;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Shouldly;
using Xunit;
using static Anmin.Cemetery.Tests.Yards.Yard;

namespace Anmin.Cemetery.Tests.Plan;

/// <summary>What the plan shows of a section, and to whom.</summary>
public abstract class PlanTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(App.Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).DateTime);

    private Task<Outcome<FindPositions.Reply>> FindAsync(FindPositions.Request request, string who = "公墓销售") => App.DoAsync<FindPositions, FindPositions.Request, FindPositions.Reply>(who, request);

    [Fact]
    public async Task Each_position_shows_its_state_and_what_wants_doing()
    {
        var positions = await App.PositionsAsync(7);
        await App.ActiveAsync(positions[0]);
        await App.ActiveAsync(positions[1], from: Today.AddYears(-20).AddDays(90));
        await App.ActiveAsync(positions[2], from: Today.AddYears(-20).AddDays(92));
        await App.ActiveAsync(positions[3], from: Today.AddYears(-21));
        await App.HoldAsync(positions[4].Id);
        Must(await App.DoAsync<BlockPosition, BlockPosition.Request, Done>("公墓园务", new(positions[5].Id, "整改")));
        var plan = await App.PlanAsync(positions[0].SectionId);
        plan.Cells.Select(c => c.Mark).ShouldBe([PlanMark.Contracted, PlanMark.Expiring, PlanMark.Contracted, PlanMark.Arrears, PlanMark.Held, PlanMark.Blocked, PlanMark.Free]);
        plan.Counts.Sum(c => c.Of).ShouldBe(7);
        (plan.Total, plan.Free, plan.ExpiringDays).ShouldBe((7, 1, 90));
        (plan.ToDo.Arrears, plan.ToDo.Expiring, plan.ToDo.LapsingToday, plan.ToDo.Unplaced).ShouldBe((1, 1, 1, 0));
        plan.Cells[0].Names.ShouldBe("持有人周建国");
    }

    [Fact]
    public async Task Names_are_for_those_who_may_read_contracts_and_other_units_see_nothing()
    {
        var positions = await App.PositionsAsync(2);
        await App.ActiveAsync(positions[0]);
        (await App.PlanAsync(positions[0].SectionId, "公墓园务")).Cells[0].Names.ShouldBeNull();
        (await App.PlanAsync(positions[0].SectionId, "县局")).Cells.Count.ShouldBe(2, "the county sees the grounds below it");
        (await App.DoAsync<GetSectionPlan, GetSectionPlan.Request, GetSectionPlan.Reply>("外公墓销售", new(positions[0].SectionId))).Problem!.Code.ShouldBe("cemetery.section.unknown");
        (await App.DoAsync<GetSectionPlan, GetSectionPlan.Request, GetSectionPlan.Reply>("司机", new(positions[0].SectionId))).Problem!.Code.ShouldBe("kernel.denied");
        (await App.DoAsync<FindSections, FindSections.Request, FindSections.Reply>("外公墓销售", new("ce-1"))).Problem!.Code.ShouldBe("cemetery.ground.unknown");
        (await App.DoAsync<FindSections, FindSections.Request, FindSections.Reply>("司机", new())).Problem!.Code.ShouldBe("kernel.denied");
        var mine = Must(await App.DoAsync<FindSections, FindSections.Request, FindSections.Reply>("公墓销售", new()));
        mine.Grounds.Select(g => g.Id).ShouldBe(["ce-1"]);
        mine.Sections.Single(s => s.Id == positions[0].SectionId).Free.ShouldBe(1);
    }

    [Fact]
    public async Task The_panel_of_a_position_shows_the_contract_to_those_who_may_read_it()
    {
        var position = (await App.PositionsAsync())[0];
        var right = await App.ActiveAsync(position);
        Task<Outcome<GetPosition.Reply>> GetAsync(string who) => App.DoAsync<GetPosition, GetPosition.Request, GetPosition.Reply>(who, new(position.Id));
        var shown = Must(await GetAsync("公墓销售"));
        (shown.Right!.Id, shown.Right.Holder, shown.Right.Phone, shown.Right.Terms.Count).ShouldBe((right, "周建国", "138****5678", 1));
        var plain = Must(await GetAsync("公墓园务"));
        (plain.HasRight, plain.Right).ShouldBe((true, null));
        (await GetAsync("外公墓销售")).Problem!.Code.ShouldBe("cemetery.position.unknown");
        (await GetAsync("司机")).Problem!.Code.ShouldBe("kernel.denied");
    }

    [Fact]
    public async Task A_position_is_found_by_people_contract_telephone_and_by_what_it_is_called()
    {
        var position = (await App.PositionsAsync(12))[10];
        var right = await App.RightAsync(await App.ActiveAsync(position));
        var name = $"T{position.Code.Split('-')[2][1..]}";
        foreach (var q in new[] { right.Number!, right.Number!.ToLowerInvariant(), position.Code, $"{name}区1排11号", $"{name}-1-11", $"{name} 01-11" })
            Must(await FindAsync(new(Q: q))).Rows.Select(r => r.Id).ShouldBe([position.Id], q);
        foreach (var q in new[] { "周建国", "周建", "zjg", "zj", "138 1234 5678" })
            Must(await FindAsync(new(Q: q))).Rows.Select(r => r.Id).ShouldContain(position.Id, q);
        foreach (var q in new[] { "查无此名", "%", "_", "9999-9999" }) Must(await FindAsync(new(Q: q))).Rows.ShouldBeEmpty(q);
        Must(await FindAsync(new(Q: "周建国"), "公墓园务")).Rows.ShouldBeEmpty("who may not read contracts does not find by holder");
        (await FindAsync(new(Q: "周建国", Ground: "ce-1"), "外公墓销售")).Problem!.Code.ShouldBe("cemetery.ground.unknown");
        (await FindAsync(new(), "司机")).Problem!.Code.ShouldBe("kernel.denied");
    }

    [Fact]
    public async Task The_list_pages_through_all_in_order_and_each_filter_shows_what_the_plan_marks()
    {
        var section = await App.SectionAsync();
        Must(await App.ArrangeAsync(new(section, "4", "30", Capacity: "1", Open: true)));
        var all = await App.OfAsync(section);
        await App.ActiveAsync(all[0], from: Today.AddYears(-21));
        await App.ActiveAsync(all[1]);
        await App.HoldAsync(all[2].Id);
        var seen = new List<Guid>();
        for (Guid? after = null; ;)
        {
            var page = Must(await FindAsync(new(Section: section, After: after)));
            seen.AddRange(page.Rows.Select(r => r.Id));
            if ((after = page.Next) is null) break;
        }
        seen.ShouldBe(all.Select(p => p.Id));
        var plan = await App.PlanAsync(section);
        foreach (var mark in PlanMarks.All)
        {
            var listed = Must(await FindAsync(new(Section: section, Show: PlanMarks.Name(mark)))).Rows;
            if (mark is PlanMark.Arrears or PlanMark.Expiring or PlanMark.Held or PlanMark.Blocked or PlanMark.Planned) listed.Select(r => r.Id).ShouldBe(plan.Cells.Where(c => c.Mark == mark).Select(c => c.Id), mark.ToString());
        }
        Must(await FindAsync(new(Section: section, Show: "unplaced"))).Rows.Count.ShouldBe(50);
        Must(await FindAsync(new(Section: section, Show: "over"))).Rows.ShouldBeEmpty();
        (await FindAsync(new(Section: section, Show: "bogus"))).Problem!.Code.ShouldBe("cemetery.position.filter");
        var csv = Must(await App.DoAsync<ExportPositions, ExportPositions.Request, ExportPositions.Reply>("公墓销售", new(Section: section)));
        var lines = Encoding.UTF8.GetString(csv.Content).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(121);
        lines[1].ShouldContain("欠维护费");
        (await App.DoAsync<ExportPositions, ExportPositions.Request, ExportPositions.Reply>("司机", new("ce-1"))).Problem!.Code.ShouldBe("kernel.denied");
        (await App.DoAsync<ExportPositions, ExportPositions.Request, ExportPositions.Reply>("外公墓销售", new("ce-1"))).Problem!.Code.ShouldBe("cemetery.ground.unknown");
    }
}

public sealed class PlanOnSqlite(SqliteApp app) : PlanTests(app), IClassFixture<SqliteApp>;

public sealed class PlanOnPostgres(PostgresApp app) : PlanTests(app), IClassFixture<PostgresApp>;
