using System.IO.Compression;
using System.Text;
using Anmin.Cemetery.Dossiers;
using Anmin.Cemetery.Dossiers.Export;
using Anmin.Cemetery.Dossiers.Gaps;
using Anmin.Cemetery.Dossiers.Papers;
using Anmin.Cemetery.Dossiers.Showing;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Kernel.Documents;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Dossiers;

/// <summary>Lists, letters and what leaves the house.</summary>
public abstract class GapTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task The_list_filters_searches_sorts_and_pages_by_key()
    {
        var positions = await App.PositionsAsync(55);
        var rights = new List<Guid>();
        foreach (var (position, i) in positions.Select((p, i) => (p, i))) rights.Add(await App.ActiveAsync(position, i == 3 ? "欧阳素琴" : "周桂兰"));
        await AddAsync(rights[0], "holder-id", 1);
        var section = positions[0].SectionId;
        var first = await FindAsync(new(Section: section));
        first.Rows.Count.ShouldBe(50);
        var second = await FindAsync(new(Section: section, After: first.Next));
        second.Rows.Count.ShouldBe(5);
        second.Next.ShouldBeNull();
        first.Rows.Concat(second.Rows).Select(r => r.Id).ShouldBe(rights, ignoreOrder: true);
        second.Rows[^1].Id.ShouldBe(rights[0], "the most complete stands last");
        (await FindAsync(new(Section: section, Down: true))).Rows[0].Id.ShouldBe(rights[0]);
        (await FindAsync(new(Section: section, Item: "holder-id", Down: true))).Rows.ShouldAllBe(r => r.Id != rights[0]);
        (await FindAsync(new(Section: section, Band: "full"))).Rows.ShouldBeEmpty();
        (await FindAsync(new(Section: section, Q: "欧阳素琴"))).Rows.Single().Id.ShouldBe(rights[3]);
        (await FindAsync(new(Section: section, Q: "oysq"))).Rows.Single().Id.ShouldBe(rights[3]);
        (await FindAsync(new(Q: first.Rows[7].Number!.ToLowerInvariant()))).Rows.Single().Id.ShouldBe(first.Rows[7].Id);
        (await FindAsync(new(Section: section, Q: "%' or 1=1"))).Rows.ShouldBeEmpty();
        (await App.As("公墓档案").RunAsync(Find, new FindDossiers.Request(Band: "odd"))).Problem!.Code.ShouldBe("cemetery.dossier.filter");
        Yard.Must(await App.As("外公墓档案").RunAsync(Find, new FindDossiers.Request(Section: section))).Rows.ShouldBeEmpty();
        var csv = Yard.Must(await App.As("公墓档案").RunAsync(s => s.GetRequiredService<ExportGaps>(), new ExportGaps.Request(new FindDossiers.Request(Section: section))));
        csv.Lines.ShouldBe(55);
        csv.Csv.ShouldStartWith("仅用于一墓一档");
        (await App.As("公墓销售").RunAsync(s => s.GetRequiredService<ExportGaps>(), new ExportGaps.Request(null))).Problem!.Code.ShouldBe("kernel.denied");
        var ground = Yard.Must(await App.As("公墓档案").RunAsync(s => s.GetRequiredService<GetDossierTotals>(), new GetDossierTotals.Request())).Grounds.Single(g => g.Institution == "ce-1");
        ground.Sections.Single(s => s.Id == section).ShouldSatisfyAllConditions(s => s.Dossiers.ShouldBe(55), s => s.Score.ShouldBe(37));
    }

    [Fact]
    public async Task A_batch_of_letters_is_exactly_what_was_shown_and_each_waits_for_its_answer()
    {
        var positions = await App.PositionsAsync(3);
        var rights = new List<Guid>();
        foreach (var position in positions) rights.Add(await App.ActiveAsync(position));
        var archive = App.As("公墓档案");
        var filter = new CountGapLetters.Request(Section: positions[0].SectionId);
        var one = Yard.Must(await archive.RunAsync(s => s.GetRequiredService<SendGapLetter>(), new SendGapLetter.Request(rights[0]), "l-1"));
        one.Number.ShouldStartWith("GH-");
        Yard.Must(await archive.RunAsync(s => s.GetRequiredService<SendGapLetter>(), new SendGapLetter.Request(rights[0]), "l-1")).Number.ShouldBe(one.Number);
        (await archive.RunAsync(s => s.GetRequiredService<SendGapLetter>(), new SendGapLetter.Request(rights[0]))).Problem!.Code.ShouldBe("cemetery.dossier.letter.open");
        Yard.Must(await archive.RunAsync(s => s.GetRequiredService<CountGapLetters>(), filter)).ShouldSatisfyAllConditions(c => c.Count.ShouldBe(2), c => c.WithPhone.ShouldBe(2), c => c.Most.ShouldBe(200));
        (await archive.RunAsync(s => s.GetRequiredService<SendGapLetters>(), new SendGapLetters.Request(filter, 3))).Problem!.Code.ShouldBe("cemetery.dossier.letter.batch");
        Yard.Must(await archive.RunAsync(s => s.GetRequiredService<SendGapLetters>(), new SendGapLetters.Request(filter, 2))).Sent.ShouldBe(2);
        (await archive.RunAsync(s => s.GetRequiredService<SendGapLetters>(), new SendGapLetters.Request(filter, 2))).Problem!.Code.ShouldBe("cemetery.dossier.letter.complete");
        (await App.As("外公墓档案").RunAsync(s => s.GetRequiredService<AnswerGapLetter>(), new AnswerGapLetter.Request(one.LetterId, "已寄出"))).Problem!.Code.ShouldBe("cemetery.dossier.letter.none");
        Yard.Must(await archive.RunAsync(s => s.GetRequiredService<AnswerGapLetter>(), new AnswerGapLetter.Request(one.LetterId, "下周带来")));
        (await archive.RunAsync(s => s.GetRequiredService<AnswerGapLetter>(), new AnswerGapLetter.Request(one.LetterId, "又来一次"))).Problem!.Code.ShouldBe("cemetery.dossier.letter.answered");
        Yard.Must(await archive.RunAsync(s => s.GetRequiredService<GetGapLetter>(), new GetGapLetter.Request(one.LetterId))).Items.ShouldContain("承办人身份证件复印件");
        (await App.As("公墓销售").RunAsync(s => s.GetRequiredService<SendGapLetter>(), new SendGapLetter.Request(rights[1]))).Problem!.Code.ShouldBe("kernel.denied");
    }

    [Fact]
    public async Task One_dossier_leaves_as_an_archive_whose_hashes_fit_and_as_pages_with_their_line()
    {
        var right = await App.ActiveAsync((await App.PositionsAsync())[0]);
        await AddAsync(right, "holder-id", 3);
        var archive = App.As("公墓档案");
        (await archive.RunAsync(s => s.GetRequiredService<PackDossier>(), new PackDossier.Request(right, ""))).Problem!.Field.ShouldBe("Purpose");
        var packed = Yard.Must(await archive.RunAsync(s => s.GetRequiredService<PackDossier>(), new PackDossier.Request(right, "年检自查")));
        using var zip = new ZipArchive(new MemoryStream(packed.Zip));
        var index = Read(zip.GetEntry("index.csv")!);
        index.ShouldContain("仅用于一墓一档");
        zip.Entries.ShouldNotContain(e => e.Name.EndsWith(".png", StringComparison.Ordinal), "a picture leaves only with its mark");
        var file = zip.Entries.Single(e => e.Name.EndsWith(".svg", StringComparison.Ordinal));
        using var kept = new MemoryStream();
        using (var stream = file.Open()) await stream.CopyToAsync(kept, TestContext.Current.CancellationToken);
        index.ShouldContain(ScannedFile.HashOf(kept.ToArray()));
        index.ShouldContain(ScannedFile.HashOf(Scans.Png(3)), Case.Sensitive, "what was handed in can be told by its digest");
        var drawing = Encoding.UTF8.GetString(kept.ToArray());
        foreach (var word in (string[])["仅用于一墓一档", "用途：年检自查", Convert.ToBase64String(Scans.Png(3))]) drawing.ShouldContain(word);
        zip.Entries.ShouldAllBe(e => !e.FullName.Contains(".."));
        var printed = Yard.Must(await archive.RunAsync(s => s.GetRequiredService<PrintDossier>(), new PrintDossier.Request(right, "年检自查")));
        foreach (var word in (string[])["卷内目录", "周建国", "仅用于一墓一档", "用途：年检自查", "<svg"]) printed.Html.ShouldContain(word);
        printed.Html.ShouldNotContain("13812345678");
        (await App.As("公墓销售").RunAsync(s => s.GetRequiredService<PrintDossier>(), new PrintDossier.Request(right, "年检自查"))).Problem!.Code.ShouldBe("kernel.denied");
        (await App.As("外公墓档案").RunAsync(s => s.GetRequiredService<PackDossier>(), new PackDossier.Request(right, "年检自查"))).Problem!.Code.ShouldBe("cemetery.dossier.none");
        (await App.CountAsync("select count(*) from kernel_audit where use_case = 'PackDossier' and result = 'ok' and reason = '导出一墓一档：年检自查'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_section_is_exported_in_the_background_and_goes_when_its_time_is_over()
    {
        var positions = await App.PositionsAsync(12);
        foreach (var position in positions) await AddAsync(await App.ActiveAsync(position), "holder-id", 4);
        var archive = App.As("公墓档案");
        var asked = Yard.Must(await archive.RunAsync(s => s.GetRequiredService<AskDossierExport>(), new AskDossierExport.Request(positions[0].SectionId, false, "年检自查")));
        asked.Total.ShouldBe(12);
        (await archive.RunAsync(s => s.GetRequiredService<AskDossierExport>(), new AskDossierExport.Request(positions[0].SectionId, true, "再来一次"))).Problem!.Code.ShouldBe("cemetery.dossier.export.waiting");
        (await archive.RunAsync(s => s.GetRequiredService<DownloadDossierExport>(), new DownloadDossierExport.Request(asked.ExportId))).Problem!.Code.ShouldBe("cemetery.dossier.export.not-ready");
        var job = App.Services.GetServices<Kernel.Jobs.IJob>().OfType<ExportRound>().Single();
        await job.RunAsync(null!, TestContext.Current.CancellationToken);
        var row = Yard.Must(await archive.RunAsync(s => s.GetRequiredService<FindDossierExports>(), new FindDossierExports.Request())).Rows.Single(r => r.Id == asked.ExportId);
        row.ShouldSatisfyAllConditions(r => r.State.ShouldBe(ExportState.Ready), r => r.Made.ShouldBe(12));
        var got = Yard.Must(await archive.RunAsync(s => s.GetRequiredService<DownloadDossierExport>(), new DownloadDossierExport.Request(asked.ExportId)));
        using (var zip = new ZipArchive(new MemoryStream(got.Zip))) zip.Entries.Count(e => e.Name == "index.csv").ShouldBe(12);
        (await App.As("外公墓档案").RunAsync(s => s.GetRequiredService<DownloadDossierExport>(), new DownloadDossierExport.Request(asked.ExportId))).Problem!.Code.ShouldBe("cemetery.dossier.export.not-ready");
        (await App.As("外公墓档案").RunAsync(s => s.GetRequiredService<AskDossierExport>(), new AskDossierExport.Request(positions[0].SectionId, false, "年检自查"))).Problem!.Code.ShouldBe("cemetery.dossier.export.empty");
        App.Clock.Advance(TimeSpan.FromDays(2));
        await job.RunAsync(null!, TestContext.Current.CancellationToken);
        (await App.ReadAsync(db => db.ExportStretches.CountAsync(s => s.ExportId == asked.ExportId))).ShouldBe(0);
    }

    private async Task<FindDossiers.Reply> FindAsync(FindDossiers.Request request) => Yard.Must(await App.As("公墓档案").RunAsync(Find, request));

    private async Task AddAsync(Guid right, string item, byte mark) => Yard.Must(await App.As("公墓档案").RunAsync(s => s.GetRequiredService<AddDossierPapers>(), DossierTests.Papers(right, item, Scans.Png(mark))));

    private static FindDossiers Find(IServiceProvider s) => s.GetRequiredService<FindDossiers>();

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

public sealed class GapOnSqlite(SqliteApp app) : GapTests(app), IClassFixture<SqliteApp>;

public sealed class GapOnPostgres(PostgresApp app) : GapTests(app), IClassFixture<PostgresApp>;
