using System.Text;
using Anmin.Contracts.Workbench;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Anmin.Workbench.Exports;
using Anmin.Workbench.Tray;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Workbench.Tests.Exports;

/// <summary>A list too long to be answered at once: made part by part, one person's alone, gone after its days.</summary>
public sealed class ListExportTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_long_list_is_made_part_by_part_and_only_its_asker_takes_it(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind, new NumberModule());
        var id = await AskAsync(app, "馆长", "2500");
        (await LineAsync(app, "馆长")).ShouldSatisfyAllConditions(l => l.State.ShouldBe(TrayState.Waiting), l => l.Title.ShouldBe("数目清单：到2500"), l => l.FilePath.ShouldBeNull(), l => l.CancelPath.ShouldNotBeNull());
        (await DownloadAsync(app, "馆长", id)).Problem.ShouldBe(WorkbenchProblems.NotReady);

        (await StepAsync(app)).ShouldBeTrue();
        (await LineAsync(app, "馆长")).ShouldSatisfyAllConditions(l => l.State.ShouldBe(TrayState.Running), l => (l.Done, l.Total).ShouldBe((1000, 2500)));
        (await OpenAsync(app, "馆长")).ShouldBe(1);
        (await StepAsync(app), await StepAsync(app), await StepAsync(app)).ShouldBe((true, true, false));

        var line = await LineAsync(app, "馆长");
        (line.State, line.Total, line.KeepUntil).ShouldBe((TrayState.Done, 2500, app.Clock.GetUtcNow().AddDays(7)));
        (await OpenAsync(app, "馆长")).ShouldBe(0);
        var file = (await DownloadAsync(app, "馆长", id)).Value!;
        Numbers(file.Content).ShouldBe(Enumerable.Range(1, 2500));
        file.Content.AsSpan(0, 3).ToArray().ShouldBe(Encoding.UTF8.GetPreamble());
        (await DownloadAsync(app, "前台", id)).Problem.ShouldBe(KernelProblems.NotFound);
        (await app.As("前台").RunAsync(s => s.GetRequiredService<FindTasks>(), new FindTasks.Request())).Value!.Lines.ShouldBeEmpty();

        var audit = await app.ReadAsync(db => db.Set<AuditRow>().AsNoTracking().Where(a => a.UseCase == nameof(DownloadListExport) && a.Result == "ok").SingleAsync(Ct));
        (audit.Subject, audit.ActorId, audit.Reason).ShouldBe((id, app.IdOf("馆长"), "下载导出文件：数目清单：到2500，2500行"));
        (await app.ReadAsync(db => db.ListExports.AsNoTracking().SingleAsync(Ct))).Filter.ShouldBeNull();
        (await app.ReadAsync(db => db.ListExportParts.AsNoTracking().Select(p => p.Content).ToListAsync(Ct))).ShouldAllBe(c => !Encoding.UTF8.GetString(c).Contains("2500"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Another_process_goes_on_where_the_first_ended_and_nothing_is_written_twice(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind, new NumberModule());
        var id = await AskAsync(app, "馆长", "2200");
        await StepAsync(app);
        // the first was killed between reading and keeping: what it read comes late, and is refused
        (await app.As(Actor.System).RunAsync(s => s.GetRequiredService<KeepExportPart>(), new KeepExportPart.Request(id, 0, "1\r\n", 1, "1"))).Problem.ShouldBe(KernelProblems.Changed);
        var second = await TestApp.OnAsync(app.Database, app.Clock, new NumberModule());
        while (await StepAsync(second)) Ct.ThrowIfCancellationRequested();
        Numbers((await DownloadAsync(second, "馆长", id)).Value!.Content).ShouldBe(Enumerable.Range(1, 2200));
        (await app.ReadAsync(db => db.ListExportParts.CountAsync(Ct))).ShouldBe(3);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cancelled_it_stops_what_was_made_is_deleted_and_it_never_comes_back(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind, new NumberModule());
        var id = await AskAsync(app, "馆长", "2500");
        await StepAsync(app);
        (await CancelAsync(app, "前台", id)).Problem.ShouldBe(KernelProblems.NotFound);
        (await CancelAsync(app, "馆长", id)).Ok.ShouldBeTrue();
        (await CancelAsync(app, "馆长", id)).Ok.ShouldBeTrue();
        (await app.ReadAsync(db => db.ListExportParts.CountAsync(Ct))).ShouldBe(0);
        (await StepAsync(app)).ShouldBeFalse();
        (await LineAsync(app, "馆长")).ShouldSatisfyAllConditions(l => l.State.ShouldBe(TrayState.Cancelled), l => l.CancelPath.ShouldBeNull());
        (await app.As(Actor.System).RunAsync(s => s.GetRequiredService<KeepExportPart>(), new KeepExportPart.Request(id, 1, "1\r\n", 1, null))).Problem.ShouldBe(WorkbenchProblems.NotOpen);
        (await Should.ThrowAsync<Exception>(() => app.SqlAsync("update workbench_export set state = 'Ready', keep_until = asked_at"))).Message.ShouldContain("guard_export_ended");
        (await Should.ThrowAsync<Exception>(() => app.SqlAsync("update workbench_export set person = 'x'"))).Message.ShouldContain("guard_export_asker");

        var done = await AskAsync(app, "馆长", "5");
        while (await StepAsync(app)) Ct.ThrowIfCancellationRequested();
        (await CancelAsync(app, "馆长", done)).Problem.ShouldBe(WorkbenchProblems.NotOpen);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_reach_is_that_of_the_moment_of_asking_and_the_right_must_still_be_held(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind, new NumberModule());
        var chief = app.As("馆长").Actor;
        var narrow = DataScope.OpenedAt("fh-1").Or(DataScope.Below("321302")).Or(DataScope.OpenedBy(chief.Id));
        (await app.As(chief with { Grants = Grants.Of(narrow, [NumberList.Right.Code]) }).RunAsync(s => s.GetRequiredService<AskForNumbers>(), new AskForNumbers.Request("3", 3))).Ok.ShouldBeTrue();
        while (await StepAsync(app)) Ct.ThrowIfCancellationRequested();
        app.Services.GetRequiredService<NumberList.Seen>().Reaches.ShouldBe([narrow.ToString()]);
        DataScope.Parse(narrow.ToString()).ShouldBe(narrow);
        DataScope.Parse("all").ShouldBe(DataScope.Everything);
        DataScope.Parse("").ShouldBe(DataScope.Nothing);
        Should.Throw<FormatException>(() => DataScope.Parse("everything"));

        // somebody who held the right when they asked and holds it no more
        var driver = app.As("司机").Actor;
        var id = (await app.As(driver with { Grants = Grants.Of(narrow, [NumberList.Right.Code]) }).RunAsync(s => s.GetRequiredService<AskForNumbers>(), new AskForNumbers.Request("3", 3))).Value;
        while (await StepAsync(app)) Ct.ThrowIfCancellationRequested();
        (await LineAsync(app, "司机")).ShouldSatisfyAllConditions(l => l.State.ShouldBe(TrayState.Failed), l => l.Note!.ShouldContain("没有导出这个清单的权限"));
        app.Services.GetRequiredService<NumberList.Seen>().Reaches.Count.ShouldBe(1);
        // and who loses it before the file is taken
        var made = await AskAsync(app, "馆长", "3");
        while (await StepAsync(app)) Ct.ThrowIfCancellationRequested();
        (await app.As(chief with { Grants = Grants.Of(DataScope.Everything, ["funeral.case.read"]) }).RunAsync(s => s.GetRequiredService<DownloadListExport>(), new DownloadListExport.Request(made))).Problem.ShouldBe(WorkbenchProblems.NoLonger);
        (await DownloadAsync(app, "司机", id)).Problem.ShouldBe(WorkbenchProblems.NotReady);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task After_its_days_the_file_is_gone_and_that_there_was_one_stays(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind, new NumberModule());
        var id = await AskAsync(app, "馆长", "5");
        while (await StepAsync(app)) Ct.ThrowIfCancellationRequested();
        app.Clock.Advance(TimeSpan.FromDays(7));
        (await DownloadAsync(app, "馆长", id)).Problem.ShouldBe(WorkbenchProblems.NotReady);
        await Round(app).RunAsync(new Lease { Name = "t", Owner = "t" }, Ct);
        (await app.ReadAsync(db => db.ListExportParts.CountAsync(Ct))).ShouldBe(0);
        (await LineAsync(app, "馆长")).ShouldSatisfyAllConditions(l => l.State.ShouldBe(TrayState.Gone), l => l.FilePath.ShouldBeNull());
        (await app.As("前台").RunAsync(s => s.GetRequiredService<ForgetListExports>(), new ForgetListExports.Request())).Problem!.Kind.ShouldBe(ProblemKind.Denied);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_list_that_breaks_fails_alone_and_a_short_one_does_not_wait_behind_a_long_one(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind, new NumberModule());
        var @long = await AskAsync(app, "馆长", "5000");
        await StepAsync(app);
        var broken = await AskAsync(app, "馆长", "broken");
        var @short = await AskAsync(app, "市局", "7");
        (await StepAsync(app), await StepAsync(app)).ShouldBe((true, true));
        var states = await app.ReadAsync(db => db.ListExports.AsNoTracking().ToDictionaryAsync(e => e.Id, e => e.State, Ct));
        (states[broken], states[@short], states[@long]).ShouldBe((ListExportState.Failed, ListExportState.Ready, ListExportState.Running));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Too_long_or_too_many_at_once_is_refused_and_nobody_else_gets_in(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind, new NumberModule());
        (await app.As("馆长").RunAsync(s => s.GetRequiredService<AskForNumbers>(), new AskForNumbers.Request("200001", 200_001))).Problem.ShouldBe(WorkbenchProblems.TooMany(200_001, 200_000));
        for (var i = 0; i < 5; i++) await AskAsync(app, "馆长", "5");
        (await app.As("馆长").RunAsync(s => s.GetRequiredService<AskForNumbers>(), new AskForNumbers.Request("5", 5))).Problem.ShouldBe(WorkbenchProblems.TooManyOpen(5));
        var open = (await app.As("馆长").RunAsync(s => s.GetRequiredService<FindTasks>(), new FindTasks.Request())).Value!;
        (open.Open, open.Lines.Count).ShouldBe((5, 5));
        await CancelAsync(app, "馆长", open.Lines[0].Id);
        await AskAsync(app, "馆长", "5");
        var everybody = app.As(Actor.Public);
        (await everybody.RunAsync(s => s.GetRequiredService<FindTasks>(), new FindTasks.Request())).Problem!.Kind.ShouldBe(ProblemKind.SignInNeeded);
        (await everybody.RunAsync(s => s.GetRequiredService<CountTasks>(), new CountTasks.Request())).Problem!.Kind.ShouldBe(ProblemKind.SignInNeeded);
        (await app.As("馆长").RunAsync(s => s.GetRequiredService<KeepExportPart>(), new KeepExportPart.Request(open.Lines[1].Id, 0, "", 0, null))).Problem!.Kind.ShouldBe(ProblemKind.Denied);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Asked_twice_with_one_key_it_is_one_task(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind, new NumberModule());
        var request = new AskForNumbers.Request("5", 5);
        var first = await app.As("馆长").RunAsync(s => s.GetRequiredService<AskForNumbers>(), request, "once");
        (await app.As("馆长").RunAsync(s => s.GetRequiredService<AskForNumbers>(), request, "once")).Value.ShouldBe(first.Value);
        for (var i = 0; i < 2; i++) (await app.As("馆长").RunAsync(s => s.GetRequiredService<CancelListExport>(), new CancelListExport.Request(first.Value), "stop")).Ok.ShouldBeTrue();
        (await app.ReadAsync(db => db.ListExports.CountAsync(Ct))).ShouldBe(1);
    }

    private static async Task<Guid> AskAsync(TestApp app, string persona, string filter)
    {
        var outcome = await app.As(persona).RunAsync(s => s.GetRequiredService<AskForNumbers>(), new AskForNumbers.Request(filter, int.TryParse(filter, out var total) ? total : 1));
        return outcome.Ok ? outcome.Value : throw new InvalidOperationException(outcome.Problem!.Message);
    }

    private static Task<Outcome<DownloadListExport.Reply>> DownloadAsync(TestApp app, string persona, Guid id) => app.As(persona).RunAsync(s => s.GetRequiredService<DownloadListExport>(), new DownloadListExport.Request(id));

    private static Task<Outcome<Done>> CancelAsync(TestApp app, string persona, Guid id) => app.As(persona).RunAsync(s => s.GetRequiredService<CancelListExport>(), new CancelListExport.Request(id));

    private static async Task<TrayLine> LineAsync(TestApp app, string persona) => (await app.As(persona).RunAsync(s => s.GetRequiredService<FindTasks>(), new FindTasks.Request())).Value!.Lines[0];

    private static async Task<int> OpenAsync(TestApp app, string persona) => (await app.As(persona).RunAsync(s => s.GetRequiredService<CountTasks>(), new CountTasks.Request())).Value!.Open;

    private static ExportRound Round(TestApp app) => app.Services.GetRequiredService<ExportRound>();

    private static Task<bool> StepAsync(TestApp app) => Round(app).StepAsync(Ct);

    private static IEnumerable<int> Numbers(byte[] csv)
    {
        var lines = Encoding.UTF8.GetString(csv)[1..].Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("数目");
        return lines.Skip(1).Select(int.Parse).ToList();
    }
}
