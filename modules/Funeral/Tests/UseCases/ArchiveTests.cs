using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Anmin.Funeral.Archive;
using Anmin.Funeral.Cases;
using Anmin.Funeral.CremationData;
using Anmin.Funeral.Papers;
using Anmin.Funeral.Reports;
using Anmin.Funeral.Shifts;
using Anmin.Funeral.SpecialRemains;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Anmin.Funeral.Tests.UseCases.Chain;

namespace Anmin.Funeral.Tests.UseCases;

public abstract class ArchiveTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Chain Chain => Chain.Of(App);

    [Fact]
    public async Task A_case_is_complete_by_what_the_system_holds_and_a_scan_of_the_rest()
    {
        var of = await Chain.ClosedAsync();
        var before = Must(await App.As("档案").RunAsync(s => s.GetRequiredService<GetArchive>(), new GetArchive.Request(of.Id)));
        before.Missing.ShouldBe("经办人身份证件复印件");
        (await App.As("档案").RunAsync(s => s.GetRequiredService<FileCase>(), new FileCase.Request(of.Id, ""))).Problem!.Code.ShouldBe("funeral.archive.incomplete");
        var paper = Must(await App.As("档案").RunAsync(s => s.GetRequiredService<AttachPaper>(), new AttachPaper.Request(of.Id, "handler-id", FurnaceScenarios.Scan, null)));
        Must(await App.As("档案").RunAsync(s => s.GetRequiredService<FileCase>(), new FileCase.Request(of.Id, null))).Complete.ShouldBeTrue();
        Must(await App.As("档案").RunAsync(s => s.GetRequiredService<GetPaper>(), new GetPaper.Request(paper.PaperId))).Content.ShouldBe(FurnaceScenarios.Scan);
        (await App.As("外档案").RunAsync(s => s.GetRequiredService<GetPaper>(), new GetPaper.Request(paper.PaperId))).Problem!.Code.ShouldBe("kernel.not-found");
        Must(await App.As("档案").RunAsync(s => s.GetRequiredService<FindArchive>(), new FindArchive.Request("filed", of.Number))).Rows.ShouldHaveSingleItem().Missing.ShouldBe("");
    }

    [Fact]
    public async Task What_is_filed_takes_papers_only_as_a_correction_and_the_database_says_so_too()
    {
        var of = await Chain.ClosedAsync();
        Must(await App.As("档案").RunAsync(s => s.GetRequiredService<FileCase>(), new FileCase.Request(of.Id, "证件没有复印")));
        (await App.As("档案").RunAsync(s => s.GetRequiredService<FileCase>(), new FileCase.Request(of.Id, "证件没有复印"))).Problem!.Code.ShouldBe("funeral.archive.filed");
        (await App.As("档案").RunAsync(s => s.GetRequiredService<AttachPaper>(), new AttachPaper.Request(of.Id, "other", FurnaceScenarios.Scan, null))).Problem!.Code.ShouldBe("funeral.paper.correction");
        await Should.ThrowAsync<Exception>(() => App.SqlAsync($"insert into funeral_paper (id, case_id, item, media, size, hash, content, correction, \"by\", at) select '{Guid.NewGuid()}', case_id, 'other', 'x', 1, 'x', {(App.Kind == Kernel.Data.DatabaseKind.Sqlite ? "x'00'" : "'\\x00'")}, null, 'x', filed_at from funeral_archive where number is not null limit 1"));
        Must(await App.As("档案").RunAsync(s => s.GetRequiredService<AttachPaper>(), new AttachPaper.Request(of.Id, "other", FurnaceScenarios.Scan, "家属补交")));
    }

    [Fact]
    public async Task An_infant_without_ashes_closes_with_the_certificate_and_never_gets_ashes()
    {
        var of = await Chain.InfantAsync();
        Must(await App.As("火化工乙").RunAsync(s => s.GetRequiredService<FinishWithoutAshes>(), new FinishWithoutAshes.Request(of.Id, of.Handler, "未见骨灰，家属已签字")));
        Must(await App.As("前台").RunAsync(s => s.GetRequiredService<Certificates.IssueCremationCertificate>(), new Certificates.IssueCremationCertificate.Request(of.Id)));
        var after = await Chain.LoadAsync(of);
        after.Status.ShouldBe(CaseStatus.Closed);
        after.Ashes.ShouldBeEmpty();
        Must(await App.As("档案").RunAsync(s => s.GetRequiredService<GetArchive>(), new GetArchive.Request(of.Id))).Missing.ShouldBe("经办人身份证件复印件");
        await Should.ThrowAsync<Exception>(() => App.SqlAsync($"insert into funeral_ashes (id, case_id, cremation_id, number, status, place_id, custodian, since, moves) select '{Guid.NewGuid()}', case_id, id, 'GH-X', 'Held', '', 'x', started_at, 0 from funeral_cremation where case_id in (select case_id from funeral_ashes_absence)"));
    }

    [Fact]
    public async Task Whoever_gives_the_shift_cannot_take_it()
    {
        foreach (var open in Must(await App.As("馆长").RunAsync(s => s.GetRequiredService<FindShifts>(), new FindShifts.Request())).Rows.Where(r => r.TakenAt is null))
            Must(await App.As("馆长").RunAsync(s => s.GetRequiredService<TakeShift>(), new TakeShift.Request(open.Id, null)));
        var burning = await Chain.BurningAsync();
        var given = Must(await App.As("前台").RunAsync(s => s.GetRequiredService<GiveShift>(), new GiveShift.Request("2号炉异响")));
        (await App.As("前台").RunAsync(s => s.GetRequiredService<TakeShift>(), new TakeShift.Request(given.Id, null))).Problem!.Code.ShouldBe("funeral.two-persons");
        await Should.ThrowAsync<Exception>(() => App.SqlAsync($"update funeral_shift set taken_by = given_by, taken_at = given_at where number = '{given.Number}'"));
        var sheet = Must(await App.As("馆长").RunAsync(s => s.GetRequiredService<FindShifts>(), new FindShifts.Request(given.Id))).Rows.ShouldHaveSingleItem();
        sheet.Matters.Single(m => m.What == "正在火化").Numbers.ShouldContain(burning.Number);
        Must(await App.As("馆长").RunAsync(s => s.GetRequiredService<TakeShift>(), new TakeShift.Request(given.Id, "知晓")));
    }

    [Fact]
    public async Task The_daily_report_says_of_bodies_in_the_home_what_the_boxes_say()
    {
        await Chain.ReceivedAsync();
        await Chain.CrematedAsync();
        var line = Must(await App.As("馆长").RunAsync(s => s.GetRequiredService<GetDailyReport>(), new GetDailyReport.Request())).Lines.Single(l => l.Home == "fh-1");
        line.InStore.ShouldBe(await App.ReadAsync(db => db.DeathCases.CountAsync(c => c.Institution == "fh-1" && c.VoidedAt == null && (c.Remains!.Place == BodyPlace.Received || c.Remains.Place == BodyPlace.ColdStored || c.Remains.Place == BodyPlace.InPreparation || c.Remains.Place == BodyPlace.InHall || c.Remains.Place == BodyPlace.FurnaceQueue))));
        line.Cremations.ShouldBe(await App.ReadAsync(db => db.Cremations.CountAsync(c => c.FinishedAt != null)));
        Must(await App.As("馆长").RunAsync(s => s.GetRequiredService<GetDailyReport>(), new GetDailyReport.Request("2026-04-14"))).Lines.Single(l => l.Home == "fh-1").Arrivals.ShouldBe(0);
        Must(await App.As("市局").RunAsync(s => s.GetRequiredService<GetDailyReport>(), new GetDailyReport.Request())).Lines.Single(l => l.Name == "合计").Cremations.ShouldBeGreaterThanOrEqualTo(line.Cremations);
    }

    [Theory]
    [InlineData("csv"), InlineData("gbk"), InlineData("xlsx")]
    public async Task What_is_exported_reads_back_as_what_the_database_holds(string format)
    {
        var of = await Chain.CertifiedAsync();
        await Chain.CrematedAsync();
        await Chain.BurningAsync();
        Must(await App.As("馆长").RunAsync(s => s.GetRequiredService<ExportCremationData>(), new ExportCremationData.Request("2026-04", "record", format, null, "上报四月火化数据")));
        foreach (var set in DataSet.All)
        {
            var read = Sheets.Read(await WriteAsync("馆长", set, format, page: 2), format);
            read[0].ShouldBe(set.Fields.Select(f => f.Name));
            (read.Count - 1).ShouldBe(await App.ReadAsync(db => db.Cremations.CountAsync(c => c.FinishedAt != null)));
            read.ShouldAllBe(r => r.Count == set.Fields.Count);
        }
        var records = Sheets.Read(await WriteAsync("馆长", DataSet.Of("record")!, format, page: 2), format);
        string Cell(string name) => records.Single(r => r[At("applyId")] == of.Number)[At(name)];
        int At(string name) => records[0].ToList().IndexOf(name);
        var kept = await Chain.LoadAsync(of);
        Cell("recordId").ShouldBe(kept.Cremation!.Id.ToString());
        Cell("name").ShouldBe("周桂兰");
        Cell("startTime").ShouldBe("2026-04-15 10:00");
        Cell("certId").ShouldBe(of.Certificate);
        Cell("stovePeople").ShouldBe("赵磊、钱进");
        Cell("ashesGo").ShouldBe("1");
        Cell("deathPlace").ShouldBe("3");
        records.Skip(1).Select(r => r[0]).Distinct().Count().ShouldBe(records.Count - 1, "a page's end neither drops nor repeats a row");
    }

    [Fact]
    public async Task Another_home_exports_none_of_ours()
    {
        await Chain.CrematedAsync();
        Sheets.Read(await WriteAsync("外馆长", DataSet.Of("record")!, "csv", page: 500), "csv").Count.ShouldBe(1);
        (await App.As("外馆长").RunAsync(s => s.GetRequiredService<ExportCremationData>(), new ExportCremationData.Request("2026-04", "record", "csv", "fh-1", "上报四月火化数据"))).Problem!.Code.ShouldBe("kernel.not-found");
    }

    [Fact]
    public void Every_field_of_the_standard_is_mapped_or_empty_with_a_reason()
    {
        foreach (var set in DataSet.All) set.Fields.ShouldAllBe(f => f.From.Length > 1);
        DataSet.Of("record")!.Fields.Select(f => f.Name).Distinct().Count().ShouldBe(DataSet.Of("record")!.Fields.Count);
    }

    private async Task<byte[]> WriteAsync(string persona, DataSet set, string format, int page)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentActor>();
        current.Actor = App.As(persona).Actor;
        current.ActUnder(FuneralPermissions.ExportCremations);
        using var to = new MemoryStream();
        await ExportCremationData.WriteAsync(scope.ServiceProvider.GetRequiredService<CremationReader>(), new(new DateOnly(2026, 4, 1), null, page), set, format, to, TestContext.Current.CancellationToken);
        return to.ToArray();
    }
}

public sealed class ArchiveOnSqlite(SqliteApp f) : ArchiveTests(f), IClassFixture<SqliteApp>;

public sealed class ArchiveOnPostgres(PostgresApp f) : ArchiveTests(f), IClassFixture<PostgresApp>;

/// <summary>Reads exported files by other means than they were written.</summary>
internal static class Sheets
{
    public static IReadOnlyList<IReadOnlyList<string>> Read(byte[] file, string format) => format switch
    {
        "xlsx" => Workbook(file),
        "gbk" => Commas(DataSheet.Gb18030().GetString(file)),
        _ => Commas(Encoding.UTF8.GetString(file.AsSpan(3))),
    };

    private static List<IReadOnlyList<string>> Workbook(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        using var part = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        return [.. XDocument.Load(part).Descendants(main + "row").Select(r => (IReadOnlyList<string>)[.. r.Elements(main + "c").Select(c => c.Value)])];
    }

    private static List<IReadOnlyList<string>> Commas(string text)
    {
        var rows = new List<IReadOnlyList<string>>();
        var (row, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c == ',') Next();
            else if (!quoted && c == '\n') { Next(); rows.Add(row); row = []; }
            else if (quoted || c != '\r') cell.Append(c);
        }
        return rows;

        void Next()
        {
            row.Add(cell.ToString());
            cell.Clear();
        }
    }
}
