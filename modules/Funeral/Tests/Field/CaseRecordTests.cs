using System.Text.RegularExpressions;
using Anmin.Funeral.Dossier;
using Anmin.Funeral.Families;
using Anmin.Funeral.Notes;
using Anmin.Funeral.Tests.UseCases;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Anmin.Funeral.Tests.UseCases.Chain;

namespace Anmin.Funeral.Tests.Field;

/// <summary>记录 of a case: notes of colleagues, and words for everything that is written there.</summary>
public abstract partial class CaseRecordTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Chain Chain => Chain.Of(App);

    private Task<Outcome<WriteCaseNote.Reply>> WriteAsync(string persona, Guid of, string? text) => App.As(persona).RunAsync(s => s.GetRequiredService<WriteCaseNote>(), new WriteCaseNote.Request(of, text));

    private async Task<CaseView> CaseAsync(Guid id) => Must(await App.As("前台").RunAsync(s => s.GetRequiredService<GetCase>(), new GetCase.Request(id)));

    [Fact]
    public async Task A_note_stands_in_the_record_with_who_wrote_it_and_families_read_only_that_there_is_one()
    {
        const string Text = "大女儿在外地，周六到";
        var of = await Chain.PickedUpAsync();
        var id = Must(await WriteAsync("司机", of.Id, Text)).NoteId;
        var line = (await CaseAsync(of.Id)).Journal.Where(j => j.Group == "note").ShouldHaveSingleItem();
        (line.Actor, line.Act, line.Subject, line.Note).ShouldBe((App.As("司机").Actor.Name, "写", "备注", Text));
        (await App.CountAsync($"select count(*) from kernel_journal where data like '%{Text}%'")).ShouldBe(0, "the journal vouches for it and does not hold it");
        (await App.ReadAsync(db => db.CaseNotes.Where(n => n.Id == id).Select(n => EF.Property<string>(n, "By")).SingleAsync())).ShouldBe(App.As("司机").Actor.Id);

        var pass = App.Services.GetRequiredService<FamilyPass>();
        var family = Must(await App.As(Kernel.Actors.Actor.Public).RunAsync(s => s.GetRequiredService<GetFamilyCase>(), new GetFamilyCase.Request(pass.Issue(of.Id).Pass, null)));
        family.Lines.ShouldContain(l => l.What == "工作人员写备注" && l.Note == null);
    }

    [Fact]
    public async Task A_note_is_two_hundred_characters_on_one_line_and_never_for_another_home()
    {
        var of = await Chain.PickedUpAsync();
        Must(await WriteAsync("前台", of.Id, new string('安', 200)));
        (await WriteAsync("前台", of.Id, new string('安', 201))).Problem!.Code.ShouldBe("text.too-long");
        (await WriteAsync("前台", of.Id, "两\n行")).Problem!.Kind.ShouldBe(ProblemKind.Invalid);
        (await WriteAsync("外前台", of.Id, "不是本馆的")).Problem.ShouldBe(KernelProblems.NotFound);
        (await WriteAsync("村干部", of.Id, "没有这项权限")).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await CaseAsync(of.Id)).Journal.Count(j => j.Group == "note").ShouldBe(1);
    }

    [Fact]
    public async Task A_case_that_is_over_takes_a_note_and_the_database_keeps_every_one()
    {
        var of = await Chain.ClosedAsync();
        Must(await WriteAsync("档案", of.Id, "家属来电问档案复印"));
        foreach (var sql in (string[])["update funeral_note set by = 'x'", "delete from funeral_note"])
            (await Should.ThrowAsync<Exception>(() => App.SqlAsync(sql), sql)).ToString().ShouldContain("append-only");
    }

    [Fact]
    public async Task Everything_a_case_writes_in_its_record_has_words_for_colleagues_and_for_families()
    {
        var of = await Chain.PickedUpAsync();
        var opened = await App.ReadAsync(db => Cases.CaseFile.Whole(db.DeathCases).SingleAsync(c => c.Id == of.Id));
        var kinds = Directory.GetFiles(Path.Combine(Checkout.Root, "modules", "Funeral", "Cases"), "DeathCase*.cs").SelectMany(f => Written().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Distinct().ToList();
        kinds.Count.ShouldBeGreaterThan(40);
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Kernel.Actors.CurrentActor>().Actor = App.As("前台").Actor;
        var words = scope.ServiceProvider.GetRequiredService<JournalWords>();
        var family = new FamilyLines(scope.ServiceProvider.GetRequiredService<Contracts.Identity.IStaffDirectory>(), new Dictionary<string, string>(), TimeZoneInfo.Utc);
        foreach (var kind in kinds)
        {
            JournalEntry entry = new() { SubjectKind = "funeral.case", SubjectId = of.Id, Seq = 1, Kind = kind, At = 0, Actor = "system", Device = "", Data = "{}", Hash = [] };
            var line = words.Lines(opened, [entry], [], new(new Dictionary<string, string>(), new Dictionary<Guid, string>(), new Dictionary<string, string>())).Single();
            line.Subject.ShouldNotBe(kind, "no words for colleagues");
            family.Of(entry).What.ShouldNotBe("其他登记", kind);
        }
    }

    [GeneratedRegex("Note\\([^\"]*\"([a-z]+\\.[a-z-]+)\"")]
    private static partial Regex Written();
}

public sealed class CaseRecordOnSqlite(SqliteApp f) : CaseRecordTests(f), IClassFixture<SqliteApp>;

public sealed class CaseRecordOnPostgres(PostgresApp f) : CaseRecordTests(f), IClassFixture<PostgresApp>;
