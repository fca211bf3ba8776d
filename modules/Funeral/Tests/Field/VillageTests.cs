using Anmin.Funeral.Cases;
using Anmin.Funeral.Dossier;
using Anmin.Funeral.Search;
using Anmin.Funeral.Villages;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Funeral.Tests.UseCases;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Anmin.Funeral.Tests.UseCases.Chain;

namespace Anmin.Funeral.Tests.Field;

/// <summary>村干部: three facts make a report of death, graves are reported once and looked at by somebody else.</summary>
public abstract class VillageTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Chain Chain => Chain.Of(App);

    private Task<Outcome<ReportVillageDeath.Reply>> DeathAsync(ReportVillageDeath.Request request, string by = "村干部") => App.As(by).RunAsync(s => s.GetRequiredService<ReportVillageDeath>(), request);

    [Fact]
    public async Task Three_facts_become_a_case_that_call_desk_and_county_find_and_twins_are_seen()
    {
        var first = Must(await DeathAsync(new("周桂芳", null, "三组12号", "2026-04-15 06:30", "13812345678")));
        var opened = Must(await App.As("县局").RunAsync(s => s.GetRequiredService<GetCase>(), new GetCase.Request(first.CaseId)));
        (opened.Head.Name, opened.Head.Source, opened.Head.Division, opened.Head.Status).ShouldBe(("周桂芳", "村（社区）", "321302001", CaseStatus.Reported));
        Must(await App.As("接线员").RunAsync(s => s.GetRequiredService<FindCases>(), new FindCases.Request(Q: first.Number))).Rows.ShouldHaveSingleItem().Id.ShouldBe(first.CaseId);
        (await App.As("外县局").RunAsync(s => s.GetRequiredService<GetCase>(), new GetCase.Request(first.CaseId))).Problem.ShouldBe(KernelProblems.NotFound);
        (await App.ReadAsync(db => db.Set<FuneralHandler>().Where(h => h.CaseId == first.CaseId).SingleAsync())).Phone!.Reveal().ShouldBe("13812345678");
        Must(await DeathAsync(new("周桂芳", "321302001001", "三组12号", "2026-04-15 07:00", "13912345678"))).Twins.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("321322001"), InlineData("321302002"), InlineData("3213")]
    public async Task An_officer_reports_for_the_own_place_only(string place)
    {
        (await DeathAsync(new("周某", place, "三组", null, "13812345678"))).Problem!.Code.ShouldBe("funeral.village.outside");
        (await App.As("村干部").RunAsync(s => s.GetRequiredService<ReportGraves>(), FieldScenarios.Graves(division: place))).Problem.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_another_account_wrote_on_the_phone_is_not_taken_under_this_name()
    {
        (await DeathAsync(new("周某", null, "三组", null, "13812345678", Account: App.IdOf("乡镇民政")))).Problem.ShouldBe(VillageProblems.OtherAccount);
        (await DeathAsync(new("周某", null, "三组", null, ""))).Problem!.Code.ShouldBe("funeral.village.phone");
        (await App.As("村干部").RunAsync(s => s.GetRequiredService<ReportGraves>(), FieldScenarios.Graves() with { Account = App.IdOf("乡镇民政") })).Problem.ShouldBe(VillageProblems.OtherAccount);
    }

    [Fact]
    public async Task A_report_sent_twice_is_one_and_its_photos_find_it()
    {
        var mark = Guid.CreateVersion7();
        var first = Must(await App.As("村干部").RunAsync(s => s.GetRequiredService<ReportGraves>(), FieldScenarios.Graves(mark)));
        Must(await App.As("村干部").RunAsync(s => s.GetRequiredService<ReportGraves>(), FieldScenarios.Graves(mark))).ReportId.ShouldBe(first.ReportId);
        var photo = Must(await App.As("村干部").RunAsync(s => s.GetRequiredService<AddGravePhoto>(), new AddGravePhoto.Request(mark, Handed.Photo(1))));
        Must(await App.As("村干部").RunAsync(s => s.GetRequiredService<AddGravePhoto>(), new AddGravePhoto.Request(mark, Handed.Photo(1)))).PhotoId.ShouldBe(photo.PhotoId);
        (await App.As("乡镇民政").RunAsync(s => s.GetRequiredService<AddGravePhoto>(), new AddGravePhoto.Request(mark, Handed.Photo(2)))).Problem.ShouldBe(VillageProblems.NoReport);
        Must(await App.As("乡镇民政").RunAsync(s => s.GetRequiredService<GetGravePhoto>(), new GetGravePhoto.Request(photo.PhotoId))).Content.ShouldBe(Handed.Bare(1));
        (await App.As("外县局").RunAsync(s => s.GetRequiredService<GetGravePhoto>(), new GetGravePhoto.Request(photo.PhotoId))).Problem.ShouldBe(KernelProblems.NotFound);
    }

    [Fact]
    public async Task Township_looks_settles_by_a_day_and_the_list_narrows_by_place_and_state()
    {
        var (id, _) = await FieldScenarios.ReportedAsync(Chain);
        Task<Outcome<Done>> CheckAsync(string by, bool isTrue, string? note = null) => App.As(by).RunAsync(s => s.GetRequiredService<CheckGraveReport>(), new CheckGraveReport.Request(id, isTrue, note));
        Task<Outcome<Done>> SettleAsync(string on) => App.As("乡镇民政").RunAsync(s => s.GetRequiredService<SettleGraveReport>(), new SettleGraveReport.Request(id, on, "迁入公益性公墓"));
        (await CheckAsync("村干部", true)).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        Must(await CheckAsync("乡镇民政", true));
        (await CheckAsync("县局", false, "没有看到")).Problem.ShouldBe(VillageProblems.Checked);
        (await SettleAsync("2026-04-01")).Problem.ShouldBe(VillageProblems.SettledOn);
        Must(await SettleAsync("2026-04-15"));
        async Task<FindGraveReports.Reply> FindAsync(string by, string? place, string? state) => Must(await App.As(by).RunAsync(s => s.GetRequiredService<FindGraveReports>(), new FindGraveReports.Request(place, state)));
        var row = (await FindAsync("县局", "321302001", "Settled")).Rows.Single(r => r.Id == id);
        (row.Count, row.SettledOn, row.Accuracy).ShouldBe((3, new DateOnly(2026, 4, 15), 12));
        (await FindAsync("县局", "321302001", "Reported")).Rows.ShouldNotContain(r => r.Id == id);
        (await FindAsync("县局", "321302002", null)).Rows.ShouldBeEmpty();
        (await FindAsync("外县局", null, null)).Rows.ShouldBeEmpty();
        (await FindAsync("村干部", null, null)).Rows.ShouldContain(r => r.Id == id);
        Must(await App.As("县局").RunAsync(s => s.GetRequiredService<ExportGraveReports>(), new ExportGraveReports.Request("321302001", "Settled"))).Csv.ShouldContain("三组水渠东侧坡地");
    }

    [Fact]
    public async Task Who_reported_it_cannot_find_it_true_and_the_database_says_so_too()
    {
        var mine = Must(await App.As("乡镇民政").RunAsync(s => s.GetRequiredService<ReportGraves>(), FieldScenarios.Graves()));
        (await App.As("乡镇民政").RunAsync(s => s.GetRequiredService<CheckGraveReport>(), new CheckGraveReport.Request(mine.ReportId, true, null))).Problem.ShouldBe(FuneralProblems.SameTwo);
        foreach (var sql in (string[])["update funeral_grave_report set checked_by = opened_by, state = 'Confirmed'", "update funeral_grave_report set count = 1", "delete from funeral_grave_report", "update funeral_grave_report set state = 'Settled'"])
            await Should.ThrowAsync<Exception>(() => App.SqlAsync($"{sql} where number = '{mine.Number}'"), sql);
    }

    [Fact]
    public async Task A_visit_stands_in_the_record_of_the_case_and_needs_a_case_of_ones_own()
    {
        var death = await FieldScenarios.DeathAsync(Chain);
        Must(await App.As("村干部").RunAsync(s => s.GetRequiredService<RecordVisit>(), new RecordVisit.Request(death, "2026-04-15", "老伴独居")));
        var foreign = await Chain.ReportedAsync();
        (await App.As("村干部").RunAsync(s => s.GetRequiredService<RecordVisit>(), new RecordVisit.Request(foreign.Id, "2026-04-15", "老伴独居"))).Problem.ShouldBe(KernelProblems.NotFound);
        Must(await App.As("县局").RunAsync(s => s.GetRequiredService<GetCase>(), new GetCase.Request(death))).Journal.ShouldContain(j => j.Act == "走访");
        var mine = Must(await App.As("村干部").RunAsync(s => s.GetRequiredService<GetVillage>(), new GetVillage.Request()));
        mine.Families.Single(f => f.CaseId == death).Visited.ShouldBe(new DateOnly(2026, 4, 15));
        mine.Families.ShouldNotContain(f => f.CaseId == foreign.Id);
        mine.Places.Select(p => p.Code).ShouldContain("321302001002");
    }
}

public sealed class VillagesOnSqlite(SqliteApp f) : VillageTests(f), IClassFixture<SqliteApp>;

public sealed class VillagesOnPostgres(PostgresApp f) : VillageTests(f), IClassFixture<PostgresApp>;
