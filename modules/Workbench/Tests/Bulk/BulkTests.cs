using Anmin.Contracts.Workbench;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Anmin.Workbench.Bulk;
using Anmin.Workbench.Tray;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Workbench.Tests.Bulk;

/// <summary>One act on many rows: seen before, each row by itself, each with its result, undone while it can be.</summary>
public sealed class BulkTests
{
    private static readonly Dictionary<string, string> Word = new() { ["Word"] = "标记" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_preview_says_for_each_row_what_the_act_would_answer_and_leaves_nothing(DatabaseKind kind)
    {
        await using var app = await AppAsync(kind);
        var before = await app.ReadAsync(db => db.Set<AuditRow>().CountAsync(Ct));
        var asked = (await PreviewAsync(app, [1, 13, 2, 500])).Value!;
        (asked.Looked, asked.Gone, asked.Rows.Count, asked.Fields.Single().Name).ShouldBe((false, 1, 3, "Word"));
        asked.Rows.ShouldAllBe(r => r.Refused == null);

        var seen = (await PreviewAsync(app, [1, 13, 2, 500], Word)).Value!;
        (seen.Looked, seen.Can).ShouldBe((true, 2));
        seen.Rows.Select(r => r.Refused).ShouldBe([null, MarkRow.No.Message, null]);
        (await MarksAsync(app)).ShouldBeEmpty("a preview changes nothing");
        (await app.ReadAsync(db => db.Set<AuditRow>().CountAsync(Ct))).ShouldBe(before, "nor does it leave a row");

        // what every row refuses at the same field is wrong with the field
        (await PreviewAsync(app, [1, 2], new() { ["Word"] = "标" })).Value!.ShouldSatisfyAllConditions(r => r.Wrong.ShouldBe(MarkRow.BadWord), r => r.Looked.ShouldBeFalse());
        (await PreviewAsync(app, [1, 2], [])).Value!.Wrong!.Field.ShouldBe("Word");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_row_has_its_own_result_and_what_was_done_can_be_taken_back(DatabaseKind kind)
    {
        await using var app = await AppAsync(kind);
        var id = await StartAsync(app, [1, 13, 14, 2, 3]);
        (await LineAsync(app)).ShouldSatisfyAllConditions(l => l.Kind.ShouldBe("批量"), l => l.State.ShouldBe(TrayState.Waiting), l => l.Total.ShouldBe(5));
        (await StepAsync(app)).ShouldBeTrue();
        (await GetAsync(app, id)).Value!.ShouldSatisfyAllConditions(r => r.State.ShouldBe(BulkRunState.Running), r => (r.Decided, r.Due).ShouldBe((1, 5)), r => r.Restores.ShouldBeNull("not before it has ended"));
        await WholeAsync(app);

        var run = (await GetAsync(app, id)).Value!;
        (run.State, run.Good, run.Refused).ShouldBe((BulkRunState.Ended, 3, 2));
        run.Rows.Select(r => (r.Number, r.State)).ShouldBe([("第1号", BulkLineState.Good), ("第13号", BulkLineState.Refused), ("第14号", BulkLineState.Refused), ("第2号", BulkLineState.Good), ("第3号", BulkLineState.Good)]);
        run.Rows[1].Says.ShouldBe(MarkRow.No.Message);
        run.Rows[2].Says!.ShouldContain("单独办");
        run.UndoUntil.ShouldBe(app.Clock.GetUtcNow().AddMinutes(30));
        (await LineAsync(app)).ShouldSatisfyAllConditions(l => l.State.ShouldBe(TrayState.Done), l => l.Note!.ShouldBe("2行没有办成"));
        var audit = await app.ReadAsync(db => db.Set<AuditRow>().AsNoTracking().Where(a => a.UseCase == nameof(MarkRow) && a.Result == "ok").ToListAsync(Ct));
        audit.ShouldAllBe(a => a.ActorId == app.IdOf("馆长") && a.Device == "bulk");
        audit.Count.ShouldBe(3);

        await app.ReadAsync(db => db.Set<Assignment>().Where(a => a.Subject == MarkRows.Row(2)).ExecuteUpdateAsync(a => a.SetProperty(x => x.Staff, "另改"), Ct));
        (await UndoAsync(app, id)).Ok.ShouldBeTrue();
        (await UndoAsync(app, id)).Ok.ShouldBeTrue("a second press is no fault");
        await WholeAsync(app);
        run = (await GetAsync(app, id)).Value!;
        (run.State, run.TakenBack, run.Stuck, run.Restores).ShouldBe((BulkRunState.Undone, 2, 1, null));
        run.Rows.Single(r => r.Number == "第2号").ShouldSatisfyAllConditions(r => r.State.ShouldBe(BulkLineState.Stuck), r => r.Says.ShouldBe(UnmarkRow.Changed.Message));
        (await MarksAsync(app)).ShouldBe([2]);
        (await UndoAsync(app, id)).Problem.ShouldBe(BulkProblems.NoUndo);
        (await app.ReadAsync(db => db.BulkRuns.AsNoTracking().SingleAsync(Ct))).Choices.ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Killed_between_the_act_and_its_note_nothing_is_done_twice(DatabaseKind kind)
    {
        await using var app = await AppAsync(kind);
        var id = await StartAsync(app, [1, 2]);
        var (run, line) = await app.ReadAsync(async db => (await db.BulkRuns.AsNoTracking().SingleAsync(Ct), await db.BulkLines.AsNoTracking().SingleAsync(l => l.Seq == 1, Ct)));
        // the first process did the act and was killed
        await app.Services.GetRequiredService<IServiceScopeFactory>().AsActorAsync(run.Asker(MarkRows.Right), s => s.GetServices<IBulkAction>().First(a => a.Action == "mark-rows").RunAsync(new(line.Subject, Word, "d" + line.Id.ToString("N")), Ct));
        var second = await TestApp.OnAsync(app.Database, app.Clock, new MarkModule());
        await WholeAsync(second);
        (await MarksAsync(app)).ShouldBe([1, 2]);
        (await GetAsync(app, id)).Value!.ShouldSatisfyAllConditions(r => r.Good.ShouldBe(2), r => r.State.ShouldBe(BulkRunState.Ended));
        (await app.As(Actor.System).RunAsync(s => s.GetRequiredService<KeepBulkLine>(), new KeepBulkLine.Request(line.Id, false, null))).Problem.ShouldBe(KernelProblems.Changed);
        (await Should.ThrowAsync<Exception>(() => app.SqlAsync("update workbench_bulk_line set state = 'Waiting'"))).Message.ShouldContain("guard_bulk_line_decided");
        (await Should.ThrowAsync<Exception>(() => app.SqlAsync("update workbench_bulk set person = 'x'"))).Message.ShouldContain("guard_bulk_asker");
        (await Should.ThrowAsync<Exception>(() => app.SqlAsync("update workbench_bulk set state = 'Running', ended_at = null"))).Message.ShouldContain("guard_bulk_ended");
        (await Should.ThrowAsync<Exception>(() => app.SqlAsync("delete from workbench_bulk_line"))).Message.ShouldContain("guard_bulk_line_kept");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Stopped_what_waits_is_not_done_and_a_row_that_comes_late_counts(DatabaseKind kind)
    {
        await using var app = await AppAsync(kind);
        var id = await StartAsync(app, [1, 2, 3]);
        await StepAsync(app);
        var second = await app.ReadAsync(db => db.BulkLines.AsNoTracking().SingleAsync(l => l.Seq == 2, Ct));
        (await StopAsync(app, "前台", id)).Problem.ShouldBe(KernelProblems.NotFound);
        (await StopAsync(app, "馆长", id)).Ok.ShouldBeTrue();
        (await StepAsync(app)).ShouldBeFalse();
        (await app.As(Actor.System).RunAsync(s => s.GetRequiredService<KeepBulkLine>(), new KeepBulkLine.Request(second.Id, false, "没有办成"))).Ok.ShouldBeTrue("it was under way when somebody stopped");
        (await GetAsync(app, id)).Value!.ShouldSatisfyAllConditions(r => (r.State, r.Good, r.Refused).ShouldBe((BulkRunState.Stopped, 1, 1)), r => r.Rows[2].State.ShouldBe(BulkLineState.Waiting));
        (await MarksAsync(app)).ShouldBe([1]);
        (await StopAsync(app, "馆长", id)).Ok.ShouldBeTrue();

        (await UndoAsync(app, id)).Ok.ShouldBeTrue();
        await WholeAsync(app);
        (await MarksAsync(app)).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task After_its_minutes_it_cannot_be_undone_and_the_choices_are_forgotten(DatabaseKind kind)
    {
        await using var app = await AppAsync(kind);
        var id = await StartAsync(app, [1]);
        await WholeAsync(app);
        app.Clock.Advance(TimeSpan.FromMinutes(30));
        (await UndoAsync(app, id)).Problem.ShouldBe(BulkProblems.UndoOver);
        (await GetAsync(app, id)).Value!.Restores.ShouldBeNull();
        (await app.As(Actor.System).RunAsync(s => s.GetRequiredService<ForgetBulkChoices>(), new ForgetBulkChoices.Request())).Value!.Forgotten.ShouldBe(1);
        (await app.ReadAsync(db => db.BulkRuns.AsNoTracking().SingleAsync(Ct))).Choices.ShouldBeNull();
        (await UndoAsync(app, id)).Problem.ShouldBe(BulkProblems.NoUndo);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_run_is_its_askers_alone_with_the_right_they_still_hold(DatabaseKind kind)
    {
        await using var app = await AppAsync(kind);
        var id = await StartAsync(app, [1]);
        (await GetAsync(app, id, "前台")).Problem.ShouldBe(KernelProblems.NotFound);
        (await app.As("前台").RunAsync(s => s.GetRequiredService<UndoBulk>(), new UndoBulk.Request(id))).Problem.ShouldBe(KernelProblems.NotFound);
        (await app.As("前台").RunAsync(s => s.GetRequiredService<ExportBulk>(), new ExportBulk.Request(id))).Problem.ShouldBe(KernelProblems.NotFound);
        (await app.As("司机").RunAsync(s => s.GetRequiredService<StartBulk>(), new StartBulk.Request("mark-rows", [MarkRows.Row(1)], Word))).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await app.As("司机").RunAsync(s => s.GetRequiredService<PreviewBulk>(), new PreviewBulk.Request("mark-rows", [MarkRows.Row(1)], Word))).Problem!.Kind.ShouldBe(ProblemKind.Denied);

        // a driver who held the right when they asked and holds it no more
        var driver = app.As("司机").Actor with { Grants = Grants.Of(DataScope.Everything, [MarkRows.Right.Code]) };
        (await app.As(driver).RunAsync(s => s.GetRequiredService<StartBulk>(), new StartBulk.Request("mark-rows", [MarkRows.Row(7)], Word))).Ok.ShouldBeTrue();
        await WholeAsync(app);
        (await app.ReadAsync(db => db.BulkLines.AsNoTracking().SingleAsync(l => l.Subject == MarkRows.Row(7), Ct))).ShouldSatisfyAllConditions(l => l.State.ShouldBe(BulkLineState.Refused), l => l.Says!.ShouldContain("没有这项权限"));
        (await MarksAsync(app)).ShouldBe([1]);
        var csv = System.Text.Encoding.UTF8.GetString((await app.As("馆长").RunAsync(s => s.GetRequiredService<ExportBulk>(), new ExportBulk.Request(id))).Value!.Csv);
        csv.ShouldContain("1,第1号,已办,");
        csv.ShouldNotContain("甲某");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nothing_picked_too_much_picked_an_unknown_act_and_too_many_at_once_are_refused(DatabaseKind kind)
    {
        await using var app = await AppAsync(kind);
        (await PreviewAsync(app, [])).Problem.ShouldBe(BulkProblems.NothingPicked);
        (await PreviewAsync(app, [500])).Problem.ShouldBe(BulkProblems.NothingPicked);
        (await PreviewAsync(app, [.. Enumerable.Range(1, 101)])).Problem.ShouldBe(BulkProblems.TooMany(100));
        (await app.As("馆长").RunAsync(s => s.GetRequiredService<StartBulk>(), new StartBulk.Request("other", [MarkRows.Row(1)], Word))).Problem.ShouldBe(BulkProblems.NoAction);
        (await app.As("馆长").RunAsync(s => s.GetRequiredService<StartBulk>(), new StartBulk.Request("mark-rows", null, Word))).Problem.ShouldBe(BulkProblems.NothingPicked);
        (await app.As("馆长").RunAsync(s => s.GetRequiredService<StartBulk>(), new StartBulk.Request("mark-rows", [MarkRows.Row(1)], null))).Problem!.Field.ShouldBe("Word");
        var first = await StartAsync(app, [1], key: "one");
        (await StartAsync(app, [1], key: "one")).ShouldBe(first, "sent twice, begun once");
        for (var i = 2; i <= 5; i++) await StartAsync(app, [i]);
        (await app.As("馆长").RunAsync(s => s.GetRequiredService<StartBulk>(), new StartBulk.Request("mark-rows", [MarkRows.Row(9)], Word))).Problem.ShouldBe(BulkProblems.TooManyOpen(5));
    }

    private static Task<TestApp> AppAsync(DatabaseKind kind) => TestApp.CreateAsync(kind, new MarkModule());

    private static Task<Outcome<PreviewBulk.Reply>> PreviewAsync(TestApp app, int[] rows, Dictionary<string, string>? values = null)
        => app.As("馆长").RunAsync(s => s.GetRequiredService<PreviewBulk>(), new PreviewBulk.Request("mark-rows", [.. rows.Select(MarkRows.Row)], values));

    private static async Task<Guid> StartAsync(TestApp app, int[] rows, string? key = null)
        => (await app.As("馆长").RunAsync(s => s.GetRequiredService<StartBulk>(), new StartBulk.Request("mark-rows", [.. rows.Select(MarkRows.Row)], Word), key)).Value!.RunId;

    private static Task<Outcome<GetBulk.Reply>> GetAsync(TestApp app, Guid id, string persona = "馆长") => app.As(persona).RunAsync(s => s.GetRequiredService<GetBulk>(), new GetBulk.Request(id));

    private static Task<Outcome<Done>> StopAsync(TestApp app, string persona, Guid id) => app.As(persona).RunAsync(s => s.GetRequiredService<StopBulk>(), new StopBulk.Request(id));

    private static Task<Outcome<Done>> UndoAsync(TestApp app, Guid id) => app.As("馆长").RunAsync(s => s.GetRequiredService<UndoBulk>(), new UndoBulk.Request(id));

    private static Task<bool> StepAsync(TestApp app) => app.Services.GetRequiredService<BulkRound>().StepAsync(Ct);

    private static async Task WholeAsync(TestApp app)
    {
        while (await StepAsync(app)) Ct.ThrowIfCancellationRequested();
    }

    private static async Task<TrayLine> LineAsync(TestApp app) => (await app.As("馆长").RunAsync(s => s.GetRequiredService<FindTasks>(), new FindTasks.Request())).Value!.Lines.Single();

    private static Task<List<int>> MarksAsync(TestApp app) => app.ReadAsync(async db => (await db.Set<Assignment>().AsNoTracking().Where(a => a.SubjectKind == "test").Select(a => a.Subject).ToListAsync(Ct)).Select(MarkRows.Number).Order().ToList());
}
