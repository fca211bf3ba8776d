using Anmin.Cemetery.Compliance;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Compliance;

public abstract class JudgingTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private async Task<Guid> FoundAsync()
    {
        var position = (await App.PositionsAsync(1, capacity: 1))[0];
        await App.SetAsync(position.Id, "area_cm2 = 9000");
        await App.RunAsync();
        return (await App.FindingsAsync(position.Id)).Single().Id;
    }

    private Task<Outcome<Done>> JudgeAsync(string who, Guid id, string? decision = "Confirmed", string? reason = "现场量过", string? to = null, string? key = null)
        => App.As(who).RunAsync(s => s.GetRequiredService<JudgeFinding>(), new JudgeFinding.Request(id, decision, reason, to), key);

    private Task<Outcome<Done>> SecondAsync(string who, Guid id, bool agreed = true) => App.As(who).RunAsync(s => s.GetRequiredService<SecondFinding>(), new SecondFinding.Request(id, agreed));

    private Task<Finding> ReadAsync(Guid id) => App.ReadAsync(db => db.Findings.AsNoTracking().FirstAsync(f => f.Id == id));

    [Fact]
    public async Task Two_people_judge()
    {
        var id = await FoundAsync();
        Yard.Must(await JudgeAsync("县局", id, key: "judge-" + id));
        Yard.Must(await JudgeAsync("县局", id, key: "judge-" + id));
        (await ReadAsync(id)).State.ShouldBe(FindingState.Raised);
        (await SecondAsync("县局", id)).Problem!.Code.ShouldBe("cemetery.finding.same-person");
        (await JudgeAsync("市局", id)).Problem!.Code.ShouldBe("cemetery.finding.proposed");
        Yard.Must(await SecondAsync("市局", id));
        (await ReadAsync(id)).State.ShouldBe(FindingState.Confirmed);
        (await JudgeAsync("县局", id)).Problem!.Code.ShouldBe("cemetery.finding.judged");
        (await SecondAsync("市局", id)).Problem!.Code.ShouldBe("cemetery.finding.judged");
    }

    [Fact]
    public async Task Handed_back_it_is_judged_anew_and_a_transfer_names_its_addressee()
    {
        var id = await FoundAsync();
        (await SecondAsync("市局", id)).Problem!.Code.ShouldBe("cemetery.finding.unproposed");
        (await JudgeAsync("县局", id, "Transferred")).Problem!.Code.ShouldBe("cemetery.finding.to-whom");
        (await JudgeAsync("县局", id, "Raised")).Problem!.Code.ShouldBe("cemetery.finding.no-decision");
        (await JudgeAsync("县局", id, null, "")).Problem!.All().Count().ShouldBe(2);
        Yard.Must(await JudgeAsync("县局", id, "Dismissed"));
        Yard.Must(await SecondAsync("市局", id, agreed: false));
        Yard.Must(await JudgeAsync("县局", id, "Transferred", to: "县自然资源局"));
        Yard.Must(await SecondAsync("市局", id));
        var judged = await ReadAsync(id);
        (judged.State, judged.PassedTo).ShouldBe((FindingState.Transferred, "县自然资源局"));
        Yard.Must(await App.As("县局").RunAsync(s => s.GetRequiredService<GetFinding>(), new GetFinding.Request(id))).Steps.Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_is_judged_is_not_raised_again_while_its_facts_last()
    {
        var id = await FoundAsync();
        Yard.Must(await JudgeAsync("县局", id, "Dismissed"));
        Yard.Must(await SecondAsync("市局", id));
        await App.RunAsync();
        var position = (await ReadAsync(id)).PositionId;
        (await App.FindingsAsync(position)).Select(f => f.Id).ShouldBe([id]);
        await App.SetAsync(position, "area_cm2 = 5000");
        await App.RunAsync();
        await App.SetAsync(position, "area_cm2 = 9000");
        await App.RunAsync();
        (await App.FindingsAsync(position)).Single().State.ShouldBe(FindingState.Raised);
    }

    [Fact]
    public async Task Another_county_sees_nothing_and_the_ground_itself_judges_nothing()
    {
        var id = await FoundAsync();
        (await JudgeAsync("外县局", id)).Problem!.Code.ShouldBe("cemetery.finding.unknown");
        (await App.As("外县局").RunAsync(s => s.GetRequiredService<GetFinding>(), new GetFinding.Request(id))).Problem!.Code.ShouldBe("cemetery.finding.unknown");
        (await App.As("外县局").RunAsync(s => s.GetRequiredService<RunCompliance>(), new RunCompliance.Request("ce-1"))).Problem!.Code.ShouldBe("cemetery.finding.ground");
        (await JudgeAsync("公墓负责人", id)).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await App.As("公墓销售").RunAsync(s => s.GetRequiredService<FindFindings>(), new FindFindings.Request())).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        Yard.Must(await App.As("公墓负责人").RunAsync(s => s.GetRequiredService<FindFindings>(), new FindFindings.Request())).Rows.ShouldContain(r => r.Id == id);
        Yard.Must(await App.As("外县局").RunAsync(s => s.GetRequiredService<FindFindings>(), new FindFindings.Request())).Rows.ShouldNotContain(r => r.Id == id);
    }

    [Fact]
    public async Task The_list_counts_filters_and_leaves_as_a_table()
    {
        var id = await FoundAsync();
        var all = Yard.Must(await App.As("县局").RunAsync(s => s.GetRequiredService<FindFindings>(), new FindFindings.Request(Rule: "oversize.3", Institution: "ce-1", State: "raised")));
        all.Rows.ShouldContain(r => r.Id == id);
        all.Counts.Single(c => c is { Rule: "oversize.3", Institution: "ce-1" }).All.ShouldBeGreaterThanOrEqualTo(all.Matching);
        (await App.As("县局").RunAsync(s => s.GetRequiredService<FindFindings>(), new FindFindings.Request(Rule: "x"))).Problem!.Code.ShouldBe("cemetery.finding.filter");
        (await App.As("县局").RunAsync(s => s.GetRequiredService<FindFindings>(), new FindFindings.Request(State: "x"))).Problem!.Code.ShouldBe("cemetery.finding.filter");
        var csv = Yard.Must(await App.As("县局").RunAsync(s => s.GetRequiredService<ExportFindings>(), new ExportFindings.Request("oversize.3", null, null)));
        csv.Csv.ShouldContain("占地不超过0.5平方米,0.9平方米,80%");
        csv.Csv.ShouldNotContain("周建国");
    }
}

public sealed class JudgingOnSqlite(SqliteApp app) : JudgingTests(app), IClassFixture<SqliteApp>;

public sealed class JudgingOnPostgres(PostgresApp app) : JudgingTests(app), IClassFixture<PostgresApp>;
