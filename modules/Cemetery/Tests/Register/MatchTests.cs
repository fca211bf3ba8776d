using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Register;
using Anmin.Cemetery.Register.Loading;
using Anmin.Cemetery.Register.Matching;
using Anmin.Cemetery.Register.Rows;
using Anmin.Cemetery.Register.Showing;
using Anmin.Cemetery.Rights;
using Anmin.Cemetery.Tests.Burials;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Register;

/// <summary>旧墓册: persons beside cases, a batch that the database refuses, and a book as a spreadsheet program writes it.</summary>
public abstract class MatchTests(AppFixture fixture)
{
    private static int books;

    private TestApp App => fixture.App;

    private static string NewSection => $"核对{Interlocked.Increment(ref books)}区";

    [Fact]
    public async Task A_name_and_a_day_propose_a_person_decides_and_nothing_is_asked_twice()
    {
        var of = await App.CrematedAsync();
        var died = DateOnly.FromDateTime(App.Clock.GetUtcNow().AddDays(-2).AddHours(8).DateTime);
        var section = NewSection;
        var import = await LoadedAsync(OldBook.Csv([Person(section, 1, "周桂兰", died), Person(section, 2, "周桂兰", null), Person(section, 4, "周桂兰", died.AddDays(-40)), Person(section, 5, "吴明", died.AddYears(-1))]));
        var found = (await FindAsync(import)).Rows.Where(r => r.CaseName == "周桂兰" && r.CaseDiedOn == died).ToList();
        found.Select(r => (r.DiedOn, r.Strength)).Distinct().ShouldBe([(died, MatchStrength.NameAndDay), (null, MatchStrength.Weak)]);
        (await App.As("公墓销售").RunAsync(s => s.GetRequiredService<FindRegisterMatches>(), new FindRegisterMatches.Request(import))).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await App.As("外公墓档案").RunAsync(s => s.GetRequiredService<FindRegisterMatches>(), new FindRegisterMatches.Request(import))).Problem!.Code.ShouldBe(RegisterProblems.NoImport.Code);

        var number = await App.ReadAsync(db => db.Set<Anmin.Funeral.Cases.DeathCase>().Where(c => c.Id == of.Case).Select(c => c.Number).FirstAsync());
        var (sure, weak) = (found.First(r => r.CaseNumber == number && r.Strength == MatchStrength.NameAndDay), found.First(r => r.CaseNumber == number && r.Strength == MatchStrength.Weak));
        (await JudgeAsync(sure.Id, true, "外公墓档案")).Problem!.Code.ShouldBe(RegisterProblems.NoMatch.Code);
        Yard.Must(await JudgeAsync(sure.Id, true));
        (await JudgeAsync(sure.Id, false)).Ok.ShouldBeFalse("decided once");
        Yard.Must(await JudgeAsync(weak.Id, false));
        (await FindAsync(import)).Rows.ShouldNotContain(r => r.Id == sure.Id || r.Id == weak.Id);
        var linked = await App.ReadAsync(db => db.Interments.AsNoTracking().Where(i => i.CaseId == of.Case).ToListAsync());
        linked.ShouldHaveSingleItem().DiedOn.ShouldBe(died);
    }

    [Fact]
    public async Task A_batch_that_the_database_refuses_is_halved_until_the_one_position_stands_alone()
    {
        var section = NewSection;
        await LoadedAsync(OldBook.Csv([OldBook.Row(section, 0)]));
        var check = await CheckAsync(OldBook.Csv(Enumerable.Range(1, 7).Select(i => OldBook.Row(section, i))));
        check.Plots.ShouldBe(7);
        // measured meanwhile by the grounds staff: another number on the very spot of number five
        var id = await App.ReadAsync(db => db.Sections.Where(s => s.Name == section).Select(s => s.Id).FirstAsync());
        Yard.Must(await App.As("公墓园务").RunAsync(s => s.GetRequiredService<AddPosition>(), new AddPosition.Request(id, "9", null, "9", "2", StoneKind.Flat, "0.8", "60", X: "600", Y: "0")));
        await WriteAsync(check.Id);
        var one = Yard.Must(await App.As("公墓档案").RunAsync(s => s.GetRequiredService<GetRegister>(), new GetRegister.Request(check.Id)));
        (one.State, one.LoadedPlots, one.BadRows).ShouldBe((RegisterState.Done, 6, 1));
        var fault = one.Faults.ShouldHaveSingleItem();
        (fault.Row, fault.Reasons[0]).ShouldBe((5, "整行：" + CemeteryProblems.SpotTaken.Message));
        (await App.ReadAsync(db => db.RegisterBatches.AsNoTracking().Where(b => b.ImportId == check.Id && b.DoneAt == null).CountAsync())).ShouldBe(0);
        (await App.ReadAsync(db => db.Positions.CountAsync(p => p.SectionId == id))).ShouldBe(8);
        (await App.As("公墓销售").RunAsync(s => s.GetRequiredService<SplitRegisterBatch>(), new SplitRegisterBatch.Request(check.Id, "x"))).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await App.As("公墓档案").RunAsync(s => s.GetRequiredService<SplitRegisterBatch>(), new SplitRegisterBatch.Request(check.Id, "x"))).Problem!.Code.ShouldBe(RegisterProblems.NoBatch.Code);
    }

    [Fact]
    public async Task A_workbook_of_a_spreadsheet_program_is_read_as_it_looks()
    {
        var section = NewSection;
        var (good, wrong) = (OldBook.Row(section, 0), OldBook.Row(section, 1).With(RegisterColumns.Stone, "高碑"));
        var check = await CheckAsync(Book([good, wrong], formulaAt: -1));
        (check.Rows, check.Plots, check.BadRows).ShouldBe((2, 1, 1));
        await WriteAsync(check.Id);
        var number = good[RegisterColumns.At(RegisterColumns.Contract)];
        var right = await App.ReadAsync(db => db.PlotRights.AsNoTracking().FirstAsync(r => r.Number == number));
        (right.SignedOn, right.UseFen, right.HolderName!.Text).ShouldBe((new DateOnly(1990, 4, 5), 120050L, good[RegisterColumns.At(RegisterColumns.Holder)]));
        var calculated = await CheckAsync(Book([OldBook.Row(section, 2)], formulaAt: RegisterColumns.At(RegisterColumns.UseFee)));
        (calculated.Plots, calculated.BadRows).ShouldBe((0, 1));
    }

    /// <summary>As programs save: texts shared and with reading aids, numbers and days as numbers, empty cells left out.</summary>
    private static byte[] Book(IReadOnlyList<string[]> rows, int formulaAt)
    {
        var texts = new List<string>();
        var sheet = new StringBuilder("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        foreach (var (row, r) in rows.Prepend([.. RegisterColumns.All]).Select((row, r) => (row, r + 1)))
        {
            sheet.Append(CultureInfo.InvariantCulture, $"<row r=\"{r}\">");
            foreach (var (text, c) in row.Select((text, c) => (text, c)).Where(x => x.text.Length > 0)) Cell(sheet, texts, $"{Letters(c)}{r}", text, r > 1 && c == formulaAt);
            sheet.Append("</row>");
        }
        using var kept = new MemoryStream();
        using (var zip = new ZipArchive(kept, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"旧墓册\" sheetId=\"3\" r:id=\"rId7\"/></sheets></workbook>");
            Put(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId7\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet3.xml\"/></Relationships>");
            Put(zip, "xl/sharedStrings.xml", "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + string.Concat(texts.Select(t => $"<si><r><t>{WebUtility.HtmlEncode(t[..1])}</t></r><r><t xml:space=\"preserve\">{WebUtility.HtmlEncode(t[1..])}</t></r><rPh sb=\"0\" eb=\"1\"><t>ヨミ</t></rPh></si>")) + "</sst>");
            Put(zip, "xl/worksheets/sheet3.xml", sheet.Append("</sheetData></worksheet>").ToString());
        }
        return kept.ToArray();
    }

    private static void Cell(StringBuilder sheet, List<string> texts, string at, string text, bool formula)
    {
        if (formula) sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"{at}\"><f>1+1</f><v>2</v></c>");
        else if (DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day)) sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"1\"><v>{day.DayNumber - new DateOnly(1899, 12, 30).DayNumber}</v></c>");
        else if (text.Length < 9 && decimal.TryParse(text, CultureInfo.InvariantCulture, out var figure)) sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"{at}\"><v>{figure.ToString("0.###", CultureInfo.InvariantCulture)}</v></c>");
        else
        {
            if (!texts.Contains(text)) texts.Add(text);
            sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"{at}\" t=\"s\"><v>{texts.IndexOf(text)}</v></c>");
        }
    }

    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : $"{(char)('A' + (column / 26) - 1)}{(char)('A' + (column % 26))}";

    private static void Put(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(text);
    }

    private static string[] Person(string section, int i, string name, DateOnly? died)
    {
        var row = OldBook.Row(section, i).With(RegisterColumns.Persons[0][0], name).With(RegisterColumns.Persons[0][2], died?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "").With(RegisterColumns.Persons[0][3], "");
        return row.With(RegisterColumns.Persons[1][0], "").With(RegisterColumns.Persons[1][2], "");
    }

    private async Task<FindRegisterMatches.Reply> FindAsync(Guid import) => Yard.Must(await App.As("公墓档案").RunAsync(s => s.GetRequiredService<FindRegisterMatches>(), new FindRegisterMatches.Request(import)));

    private Task<Outcome<Done>> JudgeAsync(Guid match, bool same, string as_ = "公墓档案") => App.As(as_).RunAsync(s => s.GetRequiredService<JudgeRegisterMatch>(), new JudgeRegisterMatch.Request(match, same));

    private async Task<CheckRegister.Reply> CheckAsync(byte[] content) => Yard.Must(await App.As("公墓档案").RunAsync(s => s.GetRequiredService<CheckRegister>(), new CheckRegister.Request("ce-1", "册.xlsx", content)));

    private async Task<Guid> LoadedAsync(byte[] content)
    {
        var check = await CheckAsync(content);
        check.BadRows.ShouldBe(0);
        await WriteAsync(check.Id);
        return check.Id;
    }

    private async Task WriteAsync(Guid import)
    {
        Yard.Must(await App.As("公墓档案").RunAsync(s => s.GetRequiredService<ConfirmRegister>(), new ConfirmRegister.Request(import)));
        await RegisterRound.WholeAsync(App.Services.GetRequiredService<IServiceScopeFactory>(), import, TestContext.Current.CancellationToken);
    }
}

public sealed class MatchOnSqlite(SqliteApp app) : MatchTests(app), IClassFixture<SqliteApp>;

public sealed class MatchOnPostgres(PostgresApp app) : MatchTests(app), IClassFixture<PostgresApp>;
