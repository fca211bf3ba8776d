using System.Text;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Register;
using Anmin.Cemetery.Register.Loading;
using Anmin.Cemetery.Register.Rows;
using Anmin.Cemetery.Register.Showing;
using Anmin.Cemetery.Rights;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Sheets;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Register;

/// <summary>旧墓册: from the file to the rows, on the database itself.</summary>
public abstract class ImportTests(AppFixture fixture)
{
    private static int books;

    private TestApp App => fixture.App;

    private static string NewSection => $"旧册{Interlocked.Increment(ref books)}区";

    [Fact]
    public async Task Of_five_thousand_rows_the_good_ones_load_and_the_wrong_ones_come_back_and_load_when_corrected()
    {
        var section = NewSection;
        var rows = Enumerable.Range(0, 5000).Select(i => OldBook.Row(section, i)).ToList();
        var sound = rows.Select(r => (string[])r.Clone()).ToList();
        var expected = new Dictionary<int, string>();
        for (var k = 0; k < 37; k++)
        {
            var at = (k * 131) + 17;
            var (column, text, reason) = Spoilt[k % Spoilt.Length];
            rows[at] = rows[at].With(column, text);
            expected[at + 2] = $"{column}：{reason}";
        }
        var check = await CheckAsync(OldBook.Csv(rows));
        (check.Rows, check.Plots, check.BadRows, check.KnownRows).ShouldBe((5000, 4963, 37, 0));
        var one = await GetAsync(check.Id);
        one.Faults.Select(f => f.Row).ShouldBe(expected.Keys.Order());
        foreach (var fault in one.Faults) fault.Reasons[0].ShouldStartWith(expected[fault.Row]);
        await LoadAsync(check.Id);
        one = await GetAsync(check.Id);
        (one.State, one.LoadedPlots, one.LoadedRights, one.BadRows).ShouldBe((RegisterState.Done, 4963, 4963, 37));

        var file = Yard.Must(await App.As("公墓档案").RunAsync(s => ActivatorUtilities.CreateInstance<GetRegisterFile>(s), new GetRegisterFile.Request(check.Id)));
        Yard.Must(SheetReader.Read(file.Content, new(1 << 20, 100))).Count.ShouldBe(38);
        var again = await CheckAsync(OldBook.Csv([.. expected.Keys.Order().Select(r => sound[r - 2]), .. rows.Take(200).Where((_, i) => !expected.ContainsKey(i + 2))]));
        (again.Plots, again.BadRows, again.KnownRows).ShouldBe((37, 0, 200 - expected.Keys.Count(r => r <= 201)));
        await LoadAsync(again.Id);
        var kept = await App.ReadAsync(db => db.Sections.AsNoTracking().FirstAsync(s => s.Name == section));
        (kept.Total, kept.Free).ShouldBe((5000, 0));
        (await App.ReadAsync(db => db.Positions.CountAsync(p => p.SectionId == kept.Id && p.State == PositionState.Occupied))).ShouldBe(5000);
        (await CheckAsync(OldBook.Csv(sound))).ShouldSatisfyAllConditions(c => c.Plots.ShouldBe(0), c => c.KnownRows.ShouldBe(5000), c => c.BadRows.ShouldBe(0));
    }

    private static readonly (string Column, string Text, string Reason)[] Spoilt =
    [
        (RegisterColumns.HolderId, "321302199013404526", ""), (RegisterColumns.SignedOn, "昨年春天", "认不出日期"), (RegisterColumns.Area, "0.801", "要写成数字"), (RegisterColumns.Row, "", "空着"),
        (RegisterColumns.Stone, "高碑", "只能写"), (RegisterColumns.Until, "1980-01-01", "不晚于前一个日期"), (RegisterColumns.Capacity, "0", "要写成1到"), (RegisterColumns.HolderPhone, "12", ""),
        (RegisterColumns.Relation, "=cmd|' /C calc'!A0", "以“=、+、-、@”开头"), (RegisterColumns.Persons[0][3], "1989-01-01", "早于去世日期"),
    ];

    [Fact]
    public async Task A_kill_between_batches_is_gone_on_from_and_nothing_is_doubled()
    {
        var section = NewSection;
        var check = await CheckAsync(OldBook.Csv(Enumerable.Range(0, 5000).Select(i => OldBook.Row(section, i))));
        await ConfirmAsync(check.Id);
        (await RegisterRound.StepAsync(App.Services.GetRequiredService<IServiceScopeFactory>(), check.Id, TestContext.Current.CancellationToken)).ShouldBe(2);
        // another process on the same database; disposing it would remove the file that both use
        var other = await TestApp.OnAsync(App.Database, App.Clock);
        await RegisterRound.WholeAsync(other.Services.GetRequiredService<IServiceScopeFactory>(), check.Id, TestContext.Current.CancellationToken);
        var one = await GetAsync(check.Id);
        (one.State, one.LoadedPlots, one.BatchesDone, one.Batches).ShouldBe((RegisterState.Done, 5000, 3, 3));
        var lines = await App.ReadAsync(db => db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == check.Id).OrderBy(e => e.Seq).Select(e => new { e.Kind, e.Data }).ToListAsync());
        lines.Count(l => l.Kind == "register.loaded").ShouldBe(3);
        var digests = await App.ReadAsync(db => db.RegisterBatches.AsNoTracking().Where(b => b.ImportId == check.Id).Select(b => b.Digest).ToListAsync());
        digests.ShouldAllBe(d => lines.Any(l => l.Data.Contains(d, StringComparison.Ordinal)));
        lines.ShouldAllBe(l => !l.Data.Contains("138000", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_row_says_is_what_the_tables_hold()
    {
        var section = NewSection;
        var row = OldBook.Row(section, 0).With(RegisterColumns.HolderId, "110101194912310024").With(RegisterColumns.SignedOn, "1990年").With(RegisterColumns.From, "");
        var third = new string[row.Length];
        Array.Fill(third, "");
        foreach (var column in (string[])[RegisterColumns.Section, RegisterColumns.Row, RegisterColumns.Number]) third = third.With(column, row[RegisterColumns.At(column)]);
        var check = await CheckAsync(OldBook.Csv([row.With(RegisterColumns.Capacity, "3"), third.With(RegisterColumns.Persons[0][0], "尤三")], Gbk));
        await LoadAsync(check.Id);
        var number = row[RegisterColumns.At(RegisterColumns.Contract)];
        var right = await App.ReadAsync(db => db.PlotRights.AsNoTracking().Include(r => r.Terms.OrderBy(t => t.Seq)).FirstAsync(r => r.Number == number));
        (right.State, right.Basis, right.SignedOn, right.TermUntil).ShouldBe((RightState.Active, RightBasis.OldRegister, new DateOnly(1990, 1, 1), new DateOnly(2010, 4, 4)));
        (right.HolderId!.Reveal(), right.HolderPhone!.Reveal(), right.UseFen, right.CareFenPerYear).ShouldBe(("110101194912310024", "13800000000", 120050L, 2000L));
        right.Terms.Select(t => (t.From, t.Until)).ShouldBe([(new(1990, 1, 1), new(2000, 4, 4)), (new(2000, 4, 5), new(2010, 4, 4))]);
        (await App.ReadAsync(db => db.Set<Anmin.Cemetery.Burials.Interment>().CountAsync(i => i.RightId == right.Id && i.RemovedOn == null))).ShouldBe(3);
        (await App.ReadAsync(db => db.RegisterRemarks.AsNoTracking().FirstAsync(r => r.RightId == right.Id))).Text.ShouldContain("签订日期原文“1990年”");
        var fees = await App.ReadAsync(db => db.Set<Anmin.Cemetery.Fees.FeeEntry>().AsNoTracking().Where(f => f.RightId == right.Id).ToListAsync());
        fees.GroupBy(f => f.Kind).Select(g => g.Sum(f => f.Fen)).Distinct().Count().ShouldBe(1);
        (await App.PositionAsync(right.PositionId)).ShouldSatisfyAllConditions(p => p.State.ShouldBe(PositionState.Occupied), p => p.AreaCm2.ShouldBe(8000), p => p.Capacity.ShouldBe(3));
    }

    [Fact]
    public async Task Somebody_who_rests_elsewhere_is_a_fault_of_the_row()
    {
        var (first, second) = (NewSection, NewSection);
        await LoadAsync((await CheckAsync(OldBook.Csv([OldBook.Row(first, 1).With(RegisterColumns.Persons[0][1], "110101195003070021")]))).Id);
        var check = await CheckAsync(OldBook.Csv([OldBook.Row(second, 1).With(RegisterColumns.Persons[0][1], "110101195003070021")]));
        (check.Plots, check.BadRows).ShouldBe((0, 1));
        (await GetAsync(check.Id)).Faults[0].Reasons[0].ShouldContain("已经安放在别处");
    }

    [Fact]
    public async Task Hostile_files_are_refused_with_a_sentence()
    {
        (await TryAsync([])).ShouldBe(SheetProblems.Missing.Code);
        (await TryAsync([0x50, 0x4B, 0x03, 0x04, 1, 2, 3])).ShouldBe(SheetProblems.Unread.Code);
        (await TryAsync(Encoding.UTF8.GetBytes("墓区,排,号\0"))).ShouldBe(SheetProblems.Unread.Code);
        (await TryAsync(Encoding.UTF8.GetBytes("姓名,电话\r\n周兰,13800000000\r\n"))).ShouldBe("cemetery.register.head");
        (await TryAsync(OldBook.Csv([]))).ShouldBe(RegisterProblems.NoRows.Code);
        var check = await CheckAsync(Workbook.Write("旧墓册", [RegisterColumns.All, OldBook.Row(NewSection, 3).With(RegisterColumns.Holder, "<script>alert(1)</script>")]));
        (check.Plots, check.BadRows).ShouldBe((0, 1));
    }

    [Fact]
    public async Task Only_who_may_import_does_it_and_only_for_the_own_ground()
    {
        var content = OldBook.Csv([OldBook.Row(NewSection, 5)]);
        (await RunAsync("公墓销售", content)).Try(out _, out var denied).ShouldBeFalse();
        denied!.Kind.ShouldBe(ProblemKind.Denied);
        (await RunAsync("外公墓档案", content)).Try(out _, out var elsewhere).ShouldBeFalse();
        elsewhere!.Code.ShouldBe(CemeteryProblems.NoGround.Code);
        var check = await CheckAsync(content);
        (await App.As("外公墓档案").RunAsync(s => s.GetRequiredService<ConfirmRegister>(), new ConfirmRegister.Request(check.Id))).Try(out _, out var foreign).ShouldBeFalse();
        foreign!.Code.ShouldBe(RegisterProblems.NoImport.Code);
    }

    [Fact]
    public async Task The_same_key_answers_with_the_first_check_and_confirming_twice_is_refused()
    {
        var request = new CheckRegister.Request("ce-1", "册.csv", OldBook.Csv([OldBook.Row(NewSection, 9)]));
        var first = Yard.Must(await App.As("公墓档案").RunAsync(s => s.GetRequiredService<CheckRegister>(), request, "same-book"));
        Yard.Must(await App.As("公墓档案").RunAsync(s => s.GetRequiredService<CheckRegister>(), request, "same-book")).Id.ShouldBe(first.Id);
        await LoadAsync(first.Id);
        (await App.As("公墓档案").RunAsync(s => s.GetRequiredService<ConfirmRegister>(), new ConfirmRegister.Request(first.Id))).Try(out _, out var twice).ShouldBeFalse();
        twice!.Code.ShouldBe(RegisterProblems.NotWaiting.Code);
    }

    private static Encoding Gbk
    {
        get
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding("GB18030");
        }
    }

    private Task<Outcome<CheckRegister.Reply>> RunAsync(string persona, byte[] content) => App.As(persona).RunAsync(s => s.GetRequiredService<CheckRegister>(), new CheckRegister.Request("ce-1", "册.csv", content));

    private async Task<CheckRegister.Reply> CheckAsync(byte[] content) => Yard.Must(await RunAsync("公墓档案", content));

    private async Task<string> TryAsync(byte[] content) => (await RunAsync("公墓档案", content)).Try(out _, out var problem) ? "" : problem.Code;

    private async Task<GetRegister.Reply> GetAsync(Guid id) => Yard.Must(await App.As("公墓档案").RunAsync(s => s.GetRequiredService<GetRegister>(), new GetRegister.Request(id)));

    private async Task ConfirmAsync(Guid id) => Yard.Must(await App.As("公墓档案").RunAsync(s => s.GetRequiredService<ConfirmRegister>(), new ConfirmRegister.Request(id)));

    private async Task LoadAsync(Guid id)
    {
        await ConfirmAsync(id);
        await RegisterRound.WholeAsync(App.Services.GetRequiredService<IServiceScopeFactory>(), id, TestContext.Current.CancellationToken);
    }
}

public sealed class ImportOnSqlite(SqliteApp app) : ImportTests(app), IClassFixture<SqliteApp>;

public sealed class ImportOnPostgres(PostgresApp app) : ImportTests(app), IClassFixture<PostgresApp>;
