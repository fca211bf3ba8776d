using Anmin.Cemetery.Dossiers;
using Anmin.Cemetery.Dossiers.Filing;
using Anmin.Cemetery.Dossiers.Papers;
using Anmin.Cemetery.Dossiers.Showing;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Kernel.Commands;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Dossiers;

/// <summary>One dossier from the contract to the filing, and who may do what with it.</summary>
public abstract class DossierTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task A_contract_has_a_dossier_that_says_what_lacks_and_what_the_platform_made()
    {
        var (position, right) = await NewAsync();
        var found = Yard.Must(await App.As("公墓档案").RunAsync(Get, new GetDossier.Request(position)));
        found.Id.ShouldBe(right);
        Line(found, "contract").ShouldSatisfyAllConditions(l => l.Present.ShouldBeTrue(), l => l.Says.ShouldContain("GM-T-"));
        Line(found, "certificate").Present.ShouldBeTrue();
        Line(found, "holder-id").Present.ShouldBeFalse();
        Line(found, "removal").ShouldSatisfyAllConditions(l => l.Applies.ShouldBeFalse(), l => l.Need.ShouldBe(0));
        found.Lines.ShouldNotContain(l => l.Item == "exception-proof", "nobody approved an exception here");
        found.MissingNames.ShouldBe("死亡证明或火化证明复印件、承办人签名的处理表或流程单、承办人身份证件复印件");
        found.Score.ShouldBe(37, "30 of 80");
        (await KeptAsync(right)).ShouldBe((37, found.Missing));
    }

    [Fact]
    public async Task Several_papers_come_at_once_and_the_score_follows_in_the_same_commit()
    {
        var (position, right) = await NewAsync();
        var added = Yard.Must(await App.As("公墓档案").RunAsync(Add, Papers(right, "holder-id", Scans.Png(1), Scans.Jpeg(2)), "a-1"));
        added.Papers.Count.ShouldBe(2);
        added.Score.ShouldBe(56);
        (await KeptAsync(right)).ShouldBe((56, " death-proof  process-sheet "));
        var again = Yard.Must(await App.As("公墓档案").RunAsync(Add, Papers(right, "holder-id", Scans.Png(1), Scans.Jpeg(2)), "a-1"));
        again.Papers.ShouldBe(added.Papers, "the same key is the same hand-in");
        (await App.As("公墓档案").RunAsync(Add, Papers(right, "holder-id", Scans.Png(1)), "a-2")).Problem!.Code.ShouldBe("cemetery.dossier.paper.twice");
        var shown = Yard.Must(await App.As("公墓档案").RunAsync(Read, new GetDossierPaper.Request(added.Papers[0])));
        shown.Content.ShouldBe(Scans.Png(1));
        (await App.CountAsync($"select count(*) from cemetery_dossier_scan where id = '{Text(added.Papers[0])}'")).ShouldBe(1);
        Yard.Must(await App.As("公墓档案").RunAsync(Get, new GetDossier.Request(position))).Papers.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_kept_cannot_be_read_in_the_database()
    {
        var (_, right) = await NewAsync();
        var id = Yard.Must(await App.As("公墓档案").RunAsync(Add, Papers(right, "holder-id", Scans.Png(77)))).Papers[0];
        var kept = await App.ReadAsync(db => db.DossierScans.AsNoTracking().Where(s => s.Id == id).Select(s => s.Content).FirstAsync());
        kept.AsSpan().IndexOf("IHDR"u8).ShouldBe(-1);
        await Should.ThrowAsync<Exception>(() => App.SqlAsync($"update cemetery_dossier_scan set content = content where id = '{Text(id)}'"));
        await Should.ThrowAsync<Exception>(() => App.SqlAsync($"delete from cemetery_dossier_paper where id = '{Text(id)}'"));
    }

    [Fact]
    public async Task A_replaced_paper_stays_a_withdrawn_one_counts_no_more_and_turning_changes_no_byte()
    {
        var (position, right) = await NewAsync();
        var archive = App.As("公墓档案");
        var first = Yard.Must(await archive.RunAsync(Add, Papers(right, "process-sheet", Scans.Png(1)))).Papers[0];
        Yard.Must(await archive.RunAsync(s => s.GetRequiredService<TurnDossierPaper>(), new TurnDossierPaper.Request(first))).Turn.ShouldBe(90);
        Yard.Must(await archive.RunAsync(Read, new GetDossierPaper.Request(first))).ShouldSatisfyAllConditions(p => p.Turn.ShouldBe(90), p => p.Content.ShouldBe(Scans.Png(1)));
        var second = Yard.Must(await archive.RunAsync(s => s.GetRequiredService<ReplaceDossierPaper>(), new ReplaceDossierPaper.Request(first, "新.png", Scans.Png(2), "原件不清楚")));
        second.Edition.ShouldBe(2);
        (await archive.RunAsync(s => s.GetRequiredService<WithdrawDossierPaper>(), new WithdrawDossierPaper.Request(first, "放错了档案"))).Problem!.Code.ShouldBe("cemetery.dossier.paper.old");
        (await archive.RunAsync(s => s.GetRequiredService<WithdrawDossierPaper>(), new WithdrawDossierPaper.Request(second.PaperId, "错"))).Problem!.Code.ShouldBe("cemetery.dossier.reason");
        Yard.Must(await archive.RunAsync(s => s.GetRequiredService<WithdrawDossierPaper>(), new WithdrawDossierPaper.Request(second.PaperId, "放错了档案")));
        (await KeptAsync(right)).Missing.ShouldContain(" process-sheet ");
        Yard.Must(await archive.RunAsync(Get, new GetDossier.Request(position))).Papers.Select(p => p.State).ShouldBe([PaperState.Replaced, PaperState.Withdrawn]);
        Yard.Must(await archive.RunAsync(Read, new GetDossierPaper.Request(first))).Content.ShouldBe(Scans.Png(1), "the old one is there to be seen");
    }

    [Fact]
    public async Task Filing_needs_two_persons_and_a_reason_for_gaps_and_afterwards_only_papers_are_added()
    {
        var (position, right) = await NewAsync();
        var archive = App.As("公墓档案");
        (await archive.RunAsync(File, new FileDossier.Request(right, null))).Problem!.Message.ShouldContain("承办人身份证件复印件");
        var asked = Yard.Must(await archive.RunAsync(File, new FileDossier.Request(right, "家属在外地，寄件未到")));
        asked.Complete.ShouldBeFalse();
        (await archive.RunAsync(File, new FileDossier.Request(right, "家属在外地，寄件未到"))).Problem!.Code.ShouldBe("cemetery.dossier.filing.asked");
        (await archive.RunAsync(Confirm, new ConfirmDossier.Request(asked.FilingId, false, null))).Problem!.Code.ShouldBe("cemetery.dossier.filing.two");
        (await App.As("公墓销售").RunAsync(Confirm, new ConfirmDossier.Request(asked.FilingId, false, null))).Problem!.Code.ShouldBe("kernel.denied");
        (await App.As("外公墓档案").RunAsync(Confirm, new ConfirmDossier.Request(asked.FilingId, false, null))).Problem!.Code.ShouldBe("cemetery.dossier.none");
        Yard.Must(await Second().RunAsync(Confirm, new ConfirmDossier.Request(asked.FilingId, true, "请先催补身份证件")));
        asked = Yard.Must(await archive.RunAsync(File, new FileDossier.Request(right, "家属在外地，寄件未到")));
        var paper = Yard.Must(await archive.RunAsync(Add, Papers(right, "holder-id", Scans.Png(5)))).Papers[0];
        (await Second().RunAsync(Confirm, new ConfirmDossier.Request(asked.FilingId, false, null))).Problem!.Code.ShouldBe("cemetery.dossier.filing.changed");
        Yard.Must(await Second().RunAsync(Confirm, new ConfirmDossier.Request(asked.FilingId, true, "缺项已变，重新提交")));
        asked = Yard.Must(await archive.RunAsync(File, new FileDossier.Request(right, "其余材料寄件未到")));
        var filed = Yard.Must(await Second().RunAsync(Confirm, new ConfirmDossier.Request(asked.FilingId, false, null)));
        filed.Number.ShouldNotBeNull().ShouldStartWith("MD-");
        filed.RetainUntil.ShouldNotBeNull();
        (await archive.RunAsync(Add, Papers(right, "death-proof", Scans.Png(6)))).Problem!.Code.ShouldBe("cemetery.dossier.paper.late");
        (await archive.RunAsync(s => s.GetRequiredService<WithdrawDossierPaper>(), new WithdrawDossierPaper.Request(paper, "放错了档案"))).Problem!.Code.ShouldBe("cemetery.dossier.paper.late");
        Yard.Must(await archive.RunAsync(Add, Papers(right, "death-proof", Scans.Png(6)) with { LateFor = "家属寄来原件" }));
        await Should.ThrowAsync<Exception>(() => App.SqlAsync($"update cemetery_dossier_paper set state = 'Withdrawn', state_reason = 'x' where id = '{Text(paper)}'"));
        Yard.Must(await archive.RunAsync(Get, new GetDossier.Request(position))).IsFiled.ShouldBeTrue();
    }

    [Fact]
    public async Task Another_grounds_archivist_sees_nothing_and_sales_change_nothing()
    {
        var (position, right) = await NewAsync();
        var paper = Yard.Must(await App.As("公墓档案").RunAsync(Add, Papers(right, "holder-id", Scans.Png(9)))).Papers[0];
        (await App.As("外公墓档案").RunAsync(Get, new GetDossier.Request(position))).Problem!.Code.ShouldBe("cemetery.dossier.none");
        (await App.As("外公墓档案").RunAsync(Read, new GetDossierPaper.Request(paper))).Problem!.Code.ShouldBe("cemetery.dossier.paper.none");
        (await App.As("外公墓档案").RunAsync(Add, Papers(right, "holder-id", Scans.Png(10)))).Problem!.Code.ShouldBe("cemetery.dossier.none");
        (await App.As("公墓销售").RunAsync(Add, Papers(right, "holder-id", Scans.Png(10)))).Problem!.Code.ShouldBe("kernel.denied");
        (await App.As("公墓园务").RunAsync(Get, new GetDossier.Request(position))).Problem!.Code.ShouldBe("kernel.denied");
        Yard.Must(await App.As("公墓销售").RunAsync(Get, new GetDossier.Request(position))).Of.Holder.ShouldBe("周建国");
        var looks = Yard.Must(await App.As("公墓档案").RunAsync(s => s.GetRequiredService<GetDossierHistory>(), new GetDossierHistory.Request(right, true)));
        looks.Looks.ShouldContain(l => l.Act == "打开档案");
        looks.Facts.ShouldContain(f => f.Act == "放进材料" && f.Note!.Contains("承办人身份证件复印件"));
        (await App.As("公墓销售").RunAsync(s => s.GetRequiredService<GetDossierHistory>(), new GetDossierHistory.Request(right, true))).Problem!.Code.ShouldBe("kernel.denied");
    }

    private Acting Second() => App.As(App.As("公墓档案").Actor with { Id = App.IdOf("公墓负责人") });

    private async Task<(Guid Position, Guid Right)> NewAsync()
    {
        var position = (await App.PositionsAsync())[0];
        return (position.Id, await App.ActiveAsync(position));
    }

    private Task<(int Score, string Missing)> KeptAsync(Guid right) => App.ReadAsync(async db => await db.Dossiers.AsNoTracking().Where(d => d.Id == right).Select(d => new ValueTuple<int, string>(d.Score, d.Missing)).FirstAsync());

    private string Text(Guid id) => App.Kind == Kernel.Data.DatabaseKind.Sqlite ? id.ToString().ToUpperInvariant() : id.ToString();

    private static GetDossier.Line Line(GetDossier.Reply found, string item) => found.Lines.Single(l => l.Item == item);

    internal static AddDossierPapers.Request Papers(Guid right, string item, params byte[][] files) => new(right, item, null, [.. files.Select((f, i) => new AddDossierPapers.Handed($"scan{i}.png", f))], null);

    private static GetDossier Get(IServiceProvider s) => s.GetRequiredService<GetDossier>();

    private static AddDossierPapers Add(IServiceProvider s) => s.GetRequiredService<AddDossierPapers>();

    private static GetDossierPaper Read(IServiceProvider s) => s.GetRequiredService<GetDossierPaper>();

    private static FileDossier File(IServiceProvider s) => s.GetRequiredService<FileDossier>();

    private static ConfirmDossier Confirm(IServiceProvider s) => s.GetRequiredService<ConfirmDossier>();
}

public sealed class DossierOnSqlite(SqliteApp app) : DossierTests(app), IClassFixture<SqliteApp>;

public sealed class DossierOnPostgres(PostgresApp app) : DossierTests(app), IClassFixture<PostgresApp>;
