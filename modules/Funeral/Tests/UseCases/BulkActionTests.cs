using Anmin.Contracts.Workbench;
using Anmin.Funeral.Archive;
using Anmin.Funeral.Assignments;
using Anmin.Funeral.Tests.Field;
using Anmin.Funeral.Villages;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Anmin.Funeral.Tests.UseCases.Chain;

namespace Anmin.Funeral.Tests.UseCases;

/// <summary>What can be done on many rows here: rehearsed without a trace, done once by its key, taken back to what was before.</summary>
public abstract class BulkActionTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Chain Chain => Chain.Of(App);

    [Fact]
    public async Task A_case_goes_to_the_colleague_and_back_to_who_had_it_or_to_nobody()
    {
        var (of, new_) = (await Chain.ReceivedAsync(), await Chain.ReceivedAsync());
        var (first, second) = (App.IdOf("前台"), App.IdOf("前台乙"));
        Must(await App.As("馆长").RunAsync(s => s.GetRequiredService<AssignCase>(), new AssignCase.Request(of.Id, first)));
        var values = new Dictionary<string, string> { ["Clerk"] = second };
        Must(await RunAsync("馆长", "assign-cases", new(of.Id, values, null)));
        (await ClerkAsync(of.Id)).ShouldBe(first, "a rehearsal changes nothing");
        foreach (var id in (Guid[])[of.Id, new_.Id])
        {
            Must(await RunAsync("馆长", "assign-cases", new(id, values, "b" + id.ToString("N"))));
            Must(await RunAsync("馆长", "assign-cases", new(id, values, "b" + id.ToString("N"))));
            (await ClerkAsync(id)).ShouldBe(second);
        }
        (await FindAsync("馆长", "assign-cases", [new_.Id, Guid.CreateVersion7(), of.Id])).Select(s => (s.Id, s.Number)).ShouldBe([(new_.Id, (await Chain.LoadAsync(new_)).Number), (of.Id, (await Chain.LoadAsync(of)).Number)]);
        (await FindAsync("外前台", "assign-cases", [of.Id])).ShouldBeEmpty("it is another home's");
        foreach (var id in (Guid[])[of.Id, new_.Id]) Must(await UndoAsync("馆长", "assign-cases", new(id, values, "u" + id.ToString("N"))));
        (await ClerkAsync(of.Id)).ShouldBe(first);
        (await ClerkAsync(new_.Id)).ShouldBeNull();
        (await UndoAsync("馆长", "assign-cases", new(of.Id, values, "v" + of.Id.ToString("N")))).Problem.ShouldBe(FuneralProblems.AssignedSince);
    }

    [Fact]
    public async Task A_report_is_checked_and_reopened_by_who_checked_it_and_not_once_it_is_settled()
    {
        var (one, two) = ((await FieldScenarios.ReportedAsync(Chain)).Id, (await FieldScenarios.ReportedAsync(Chain)).Id);
        var values = new Dictionary<string, string> { ["Verdict"] = "true", ["Note"] = "现场看过" };
        (await RunAsync("乡镇民政", "check-graves", new(one, new Dictionary<string, string> { ["Verdict"] = "false" }, null))).Problem.ShouldBe(VillageProblems.ReasonNeeded);
        foreach (var id in (Guid[])[one, two]) Must(await RunAsync("乡镇民政", "check-graves", new(id, values, "g" + id.ToString("N"))));
        (await StateAsync(one)).ShouldBe(GraveReportState.Confirmed);
        (await App.As("县局").RunAsync(s => s.GetRequiredService<ReopenGraveReport>(), new ReopenGraveReport.Request(one))).Problem.ShouldBe(VillageProblems.NotReopened);
        Must(await App.As("乡镇民政").RunAsync(s => s.GetRequiredService<SettleGraveReport>(), new SettleGraveReport.Request(two, App.Clock.GetUtcNow().AddHours(8).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "平坟还耕")));
        Must(await UndoAsync("乡镇民政", "check-graves", new(one, values, "u" + one.ToString("N"))));
        (await StateAsync(one)).ShouldBe(GraveReportState.Reported);
        (await UndoAsync("乡镇民政", "check-graves", new(two, values, "u" + two.ToString("N")))).Problem.ShouldBe(VillageProblems.NotReopened);
    }

    [Fact]
    public async Task A_case_lacking_papers_is_not_filed_in_bulk_and_a_rehearsal_takes_no_number()
    {
        var of = await Chain.ClosedAsync();
        (await RunAsync("档案", "file-cases", new(of.Id, new Dictionary<string, string>(), null))).Problem!.Code.ShouldStartWith("funeral.archive");
        (await RunAsync("档案", "file-cases", new((await Chain.ReceivedAsync()).Id, new Dictionary<string, string>(), null))).Problem.ShouldBe(ArchiveProblems.CaseOpen);
        var numbers = await CountersAsync();
        (await App.Services.GetRequiredService<IServiceScopeFactory>().AsActorAsync(App.As("档案").Actor, s => s.GetRequiredService<Gate>().RehearseAsync(s.GetRequiredService<FileCase>(), new FileCase.Request(of.Id, "经办人证件没有复印"), TestContext.Current.CancellationToken))).Ok.ShouldBeTrue();
        (await CountersAsync()).ShouldBe(numbers);
        (await App.ReadAsync(db => db.Set<ArchiveFiling>().AnyAsync(f => f.CaseId == of.Id))).ShouldBeFalse();
    }

    private Task<string?> ClerkAsync(Guid id) => App.ReadAsync(db => db.Set<Assignment>().Where(a => a.Subject == id && a.EndedAt == null).Select(a => (string?)a.Staff).SingleOrDefaultAsync());

    private Task<GraveReportState> StateAsync(Guid id) => App.ReadAsync(db => db.Set<GraveReport>().Where(r => r.Id == id).Select(r => r.State).SingleAsync());

    private Task<int> CountersAsync() => App.ReadAsync(db => db.Set<Kernel.Numbering.NumberSeries>().SumAsync(c => (int)c.Next));

    private Task<Outcome<Done>> RunAsync(string persona, string action, BulkStep step) => ActAsync(persona, action, a => a.RunAsync(step, TestContext.Current.CancellationToken));

    private Task<Outcome<Done>> UndoAsync(string persona, string action, BulkStep step) => ActAsync(persona, action, a => a.UndoAsync(step, TestContext.Current.CancellationToken));

    private Task<T> ActAsync<T>(string persona, string action, Func<IBulkAction, Task<T>> act) => App.Services.GetRequiredService<IServiceScopeFactory>().AsActorAsync(App.As(persona).Actor, s => act(s.GetServices<IBulkAction>().Single(a => a.Action == action)));

    private async Task<IReadOnlyList<BulkSubject>> FindAsync(string persona, string action, IReadOnlyList<Guid> ids)
    {
        IReadOnlyList<BulkSubject> found = [];
        await App.Services.GetRequiredService<IServiceScopeFactory>().AsActorAsync(App.As(persona).Actor, FuneralPermissions.AssignCase, async s => found = await s.GetServices<IBulkAction>().Single(a => a.Action == action).FindAsync(ids, TestContext.Current.CancellationToken));
        return found;
    }
}

public sealed class BulkActionsOnSqlite(SqliteApp f) : BulkActionTests(f), IClassFixture<SqliteApp>;

public sealed class BulkActionsOnPostgres(PostgresApp f) : BulkActionTests(f), IClassFixture<PostgresApp>;
