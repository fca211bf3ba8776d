using System.Text;
using Anmin.Cemetery.Dossiers.Papers;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Kernel.Documents;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Dossiers;

/// <summary>What is handed in with bad intent, or by mistake, is refused with a sentence, and nothing of it stays.</summary>
public abstract class UploadTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    public static TheoryData<string, byte[], string> Hostile => new()
    {
        { "nothing", [], "cemetery.dossier.paper.no-file" },
        { "a page", Encoding.UTF8.GetBytes("<!doctype html><script>alert(1)</script>"), "kernel.scan.kind" },
        { "a drawing with scripts", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>"), "kernel.scan.kind" },
        { "a program", [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0], "kernel.scan.kind" },
        { "an archive", [0x50, 0x4B, 3, 4, 0, 0, 0, 0], "kernel.scan.kind" },
        { "three bytes of a picture", [0xFF, 0xD8, 0xFF], "kernel.scan.broken" },
        { "a picture cut short", Scans.Png(1)[..40], "kernel.scan.broken" },
        { "a picture with an archive behind it", [.. Scans.Jpeg(1), 0x50, 0x4B, 3, 4, 1, 1, 0x50, 0x4B, 5, 6, .. new byte[18]], "kernel.scan.broken" },
        { "a picture with a page behind it", [.. Scans.Png(1), .. "<script>x</script>"u8], "kernel.scan.broken" },
        { "a picture that is a document too", [.. Scans.Jpeg(1)[..60], .. "%PDF-1.4"u8, .. Scans.Jpeg(1)[60..]], "kernel.scan.broken" },
        { "a document without its end", Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj"), "kernel.scan.broken" },
        { "a document with a script", Scans.Pdf("/OpenAction<</S/JavaScript/JS(app.alert(1))>>"), "kernel.scan.active" },
        { "a document that starts programs", Scans.Pdf("<</S/Launch/F(cmd.exe)>>"), "kernel.scan.active" },
        { "a document with a file in it", Scans.Pdf("<</Type/EmbeddedFile>>"), "kernel.scan.active" },
    };

    [Theory, MemberData(nameof(Hostile))]
    public async Task Refuses(string what, byte[] content, string code)
    {
        var right = await App.ActiveAsync((await App.PositionsAsync())[0]);
        var refused = await App.As("公墓档案").RunAsync(s => s.GetRequiredService<AddDossierPapers>(), DossierTests.Papers(right, "holder-id", content));
        refused.Problem!.Code.ShouldBe(code, what);
        (await App.ReadAsync(db => db.Set<DossierPaper>().CountAsync(p => p.DossierId == right))).ShouldBe(0);
    }

    [Fact]
    public async Task One_bad_file_among_good_ones_keeps_all_of_them_out_and_is_named()
    {
        var right = await App.ActiveAsync((await App.PositionsAsync())[0]);
        var refused = await App.As("公墓档案").RunAsync(s => s.GetRequiredService<AddDossierPapers>(), new AddDossierPapers.Request(right, "holder-id", null, [new("一.png", Scans.Png(1)), new("../../etc/坏的.png", Scans.Png(1)[..40])], null));
        refused.Problem!.Message.ShouldStartWith("坏的：");
        (await App.ReadAsync(db => db.Set<DossierPaper>().CountAsync(p => p.DossierId == right))).ShouldBe(0);
    }

    [Fact]
    public async Task Too_large_and_too_many_are_refused_and_what_is_just_small_enough_is_taken()
    {
        var right = await App.ActiveAsync((await App.PositionsAsync())[0]);
        var archive = App.As("公墓档案");
        byte[] Filled(int size) => [.. Scans.Jpeg(1)[..100], .. new byte[size - 102], 0xFF, 0xD9];
        (await archive.RunAsync(s => s.GetRequiredService<AddDossierPapers>(), DossierTests.Papers(right, "holder-id", Filled(DossierPaper.Largest + 1)))).Problem!.Code.ShouldBe("kernel.scan.too-large");
        (await archive.RunAsync(s => s.GetRequiredService<AddDossierPapers>(), DossierTests.Papers(right, "holder-id", [.. Enumerable.Range(0, 11).Select(i => Scans.Png((byte)i))]))).Problem!.Code.ShouldBe("cemetery.dossier.paper.many");
        Yard.Must(await archive.RunAsync(s => s.GetRequiredService<AddDossierPapers>(), DossierTests.Papers(right, "holder-id", Filled(DossierPaper.Largest))));
        (await archive.RunAsync(s => s.GetRequiredService<AddDossierPapers>(), DossierTests.Papers(right, "renewal-of-nothing", Scans.Png(1)))).Problem!.Code.ShouldBe("cemetery.dossier.item");
    }

    [Theory]
    [InlineData("../../etc/passwd.png", "image/png", "passwd.png")]
    [InlineData("C:\\windows\\a.exe", "image/jpeg", "a.jpg")]
    [InlineData("身份证 正面.JPG", "image/jpeg", "身份证正面.jpg")]
    [InlineData("..", "application/pdf", "扫描件.pdf")]
    [InlineData("a\u202Egnp.exe\0.png", "image/png", "agnpexe.png")]
    [InlineData(null, "image/png", "扫描件.png")]
    public void A_name_keeps_no_folder_and_the_ending_of_what_it_is(string? given, string media, string kept) => DossierPaper.CleanName(given, media).ShouldBe(kept);

    [Fact]
    public void A_picture_is_shown_inside_a_drawing_that_says_what_it_is_for_and_a_name_cannot_break_out_of_it()
    {
        var svg = PaperPicture.Svg(Scans.Png(1), "image/png", 90, PaperPicture.Purpose + " <script>");
        svg.ShouldContain("仅用于一墓一档");
        svg.ShouldContain("viewBox=\"0 0 500 1000\"");
        svg.ShouldNotContain("<script");
        ScannedFile.Check(Scans.Pdf(), DossierPaper.Largest).Value.ShouldBe("application/pdf");
    }
}

public sealed class UploadOnSqlite(SqliteApp app) : UploadTests(app), IClassFixture<SqliteApp>;

public sealed class UploadOnPostgres(PostgresApp app) : UploadTests(app), IClassFixture<PostgresApp>;
