using System.Text;
using Anmin.Funeral.Archive;
using Anmin.Funeral.Attachments;
using Anmin.Funeral.Dossier;
using Anmin.Funeral.Families;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Documents;
using Anmin.Funeral.Tests.UseCases;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Anmin.Funeral.Tests.UseCases.Chain;

namespace Anmin.Funeral.Tests.Field;

/// <summary>材料附件: what is kept of what was handed in, who may open it, and that nothing of it is ever lost.</summary>
public abstract class AttachmentTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Chain Chain => Chain.Of(App);

    private Task<Outcome<AddAttachment.Reply>> AddAsync(Guid of, byte[]? content, string type = "identity", string? late = null)
        => App.As("前台").RunAsync(s => s.GetRequiredService<AddAttachment>(), new AddAttachment.Request(of, type, null, content, late));

    private Task<Outcome<SeeAttachment.Reply>> SeeAsync(string persona, Guid id, string? purpose = "核对身份", string? detail = null)
        => App.As(persona).RunAsync(s => s.GetRequiredService<SeeAttachment>(), new SeeAttachment.Request(id, purpose, detail));

    private async Task<IReadOnlyList<FindAttachments.Row>> RowsAsync(Guid of)
        => Must(await App.As("前台").RunAsync(s => s.GetRequiredService<FindAttachments>(), new FindAttachments.Request(of))).Rows;

    [Fact]
    public async Task What_the_camera_wrote_beside_the_picture_is_not_kept_but_its_hash_and_its_upright_are()
    {
        var of = await Chain.PickedUpAsync();
        var photo = Handed.Photo(9, orientation: 6);
        var made = Must(await AddAsync(of.Id, photo));
        made.Hash.ShouldBe(ScannedFile.HashOf(photo));
        var row = (await RowsAsync(of.Id)).ShouldHaveSingleItem();
        (row.Hash, row.KeptHash, row.Turn, row.Scan, row.State).ShouldBe((ScannedFile.HashOf(photo), ScannedFile.HashOf(Handed.Bare(9)), 90, ScanState.NotScanned, AttachmentState.Current));
        var shown = Must(await SeeAsync("前台", made.AttachmentId));
        var svg = Encoding.UTF8.GetString(shown.Content);
        svg.ShouldContain(Convert.ToBase64String(Handed.Bare(9)));
        svg.ShouldContain("rotate(90)");
        svg.ShouldContain(System.Net.WebUtility.HtmlEncode($"仅用于殡葬服务 · {App.As("前台").Actor.Name} · "));
        var kept = await App.ReadAsync(db => db.AttachmentContents.Where(c => c.Id == made.AttachmentId).Select(c => c.Content).SingleAsync());
        kept.AsSpan().IndexOf(Handed.Bare(9)).ShouldBe(-1, "sealed at rest");
    }

    [Theory]
    [InlineData("empty", "kernel.scan.empty"), InlineData("words", "kernel.scan.kind"), InlineData("cut", "kernel.scan.broken"), InlineData("large", "kernel.scan.too-large"), InlineData("script", "kernel.scan.active"), InlineData("torn", "kernel.scan.broken")]
    public async Task Files_that_are_not_whole_or_not_only_a_paper_are_refused_with_why(string which, string code)
    {
        var of = await Chain.PickedUpAsync();
        byte[] content = which switch
        {
            "empty" => [],
            "words" => Encoding.UTF8.GetBytes("身份证"),
            "cut" => [.. Handed.Bare(1)[..^2], .. new byte[60]],
            "large" => [.. Handed.Bare(1), .. new byte[CaseAttachment.Largest]],
            "script" => Handed.Pdf("/JavaScript"),
            // a length that points past the end
            _ => [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xF0, .. new byte[160], 0xFF, 0xD9],
        };
        var problem = (await AddAsync(of.Id, content)).Problem.ShouldNotBeNull();
        (problem.Code, problem.Field).ShouldBe((code, "File"));
        (await RowsAsync(of.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_look_needs_a_right_and_a_purpose_and_stands_in_the_record_of_the_case()
    {
        var of = await Chain.PickedUpAsync();
        var id = Must(await AddAsync(of.Id, Handed.Photo(4), "death")).AttachmentId;
        (await SeeAsync("司机", id)).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await SeeAsync("外前台", id)).Problem.ShouldBe(KernelProblems.NotFound);
        (await SeeAsync("前台", id, "想看看")).Problem!.Code.ShouldBe("funeral.purpose.needed");
        (await SeeAsync("前台", id, "其他，请写明", "看")).Problem!.Code.ShouldBe("funeral.personal.reason");
        Must(await SeeAsync("前台", id, "开具或核对证明"));
        var look = Must(await App.As("前台").RunAsync(s => s.GetRequiredService<GetCase>(), new GetCase.Request(of.Id))).Journal.Where(j => j.Group == "look").ShouldHaveSingleItem();
        (look.Act, look.Subject, look.Note).ShouldBe(("看", "材料", "理由：查看材料：开具或核对证明"));
        (await App.ReadAsync(db => db.Set<FirstAnswer>().CountAsync(a => a.UseCase == nameof(SeeAttachment)))).ShouldBe(0, "what was shown is never stored");
    }

    [Fact]
    public async Task A_newer_one_takes_the_place_of_the_older_which_stays_and_can_be_seen()
    {
        var of = await Chain.PickedUpAsync();
        var first = Must(await AddAsync(of.Id, Handed.Photo(5)));
        (await AddAsync(of.Id, Handed.Photo(5))).Problem.ShouldBe(AttachmentProblems.Twice);
        var second = Must(await App.As("前台").RunAsync(s => s.GetRequiredService<ReplaceAttachment>(), new ReplaceAttachment.Request(first.AttachmentId, Handed.Photo(6), "原来的拍糊了")));
        second.Edition.ShouldBe(2);
        (await App.As("前台").RunAsync(s => s.GetRequiredService<ReplaceAttachment>(), new ReplaceAttachment.Request(first.AttachmentId, Handed.Photo(8), "再换一次"))).Problem.ShouldBe(AttachmentProblems.Old);
        Must(await App.As("前台").RunAsync(s => s.GetRequiredService<WithdrawAttachment>(), new WithdrawAttachment.Request(second.AttachmentId, "不是这位逝者的")));
        var rows = await RowsAsync(of.Id);
        rows.Select(r => (r.Edition, r.State, r.StateReason)).ShouldBe([(2, AttachmentState.Withdrawn, "不是这位逝者的"), (1, AttachmentState.Replaced, "原来的拍糊了")]);
        foreach (var row in rows) Must(await SeeAsync("前台", row.Id));
        Must(await AddAsync(of.Id, Handed.Photo(6)));
    }

    [Fact]
    public async Task The_database_itself_keeps_what_was_handed_in()
    {
        var of = await Chain.PickedUpAsync();
        var made = Must(await AddAsync(of.Id, Handed.Photo(11)));
        var id = App.Kind == DatabaseKind.Sqlite ? $"'{made.AttachmentId.ToString().ToUpperInvariant()}'" : $"'{made.AttachmentId}'";
        (await App.ReadAsync(db => db.CaseAttachments.CountAsync(a => a.Id == made.AttachmentId))).ShouldBe(1);
        foreach (var sql in (string[])[$"delete from funeral_attachment where id = {id}", $"update funeral_attachment set hash = kept_hash where id = {id}", $"update funeral_attachment set turn = 45 where id = {id}", $"update funeral_attachment_content set content = content where id = {id}", $"delete from funeral_attachment_content where id = {id}"])
            await Should.ThrowAsync<Exception>(() => App.SqlAsync(sql), sql);
    }

    [Fact]
    public async Task A_filed_case_takes_a_late_paper_only_with_a_reason()
    {
        var of = await Chain.ClosedAsync();
        Must(await App.As("档案").RunAsync(s => s.GetRequiredService<FileCase>(), new FileCase.Request(of.Id, "证件没有复印")));
        (await AddAsync(of.Id, Handed.Photo(12))).Problem.ShouldBe(AttachmentProblems.LateReason);
        Must(await AddAsync(of.Id, Handed.Photo(12), late: "家属今天才交来"));
        (await RowsAsync(of.Id)).ShouldHaveSingleItem().LateFor.ShouldBe("家属今天才交来");
    }

    [Fact]
    public async Task A_scanner_that_finds_something_closes_the_file_and_its_word_stands()
    {
        var of = await Chain.PickedUpAsync();
        var id = Must(await AddAsync(of.Id, Handed.Photo(13))).AttachmentId;
        var scanner = new Scanner();
        var round = ActivatorUtilities.CreateInstance<AttachmentScanRound>(App.Services, scanner);
        await round.RunAsync(null!, CancellationToken.None);
        (await StateAsync(id)).ShouldBe(ScanState.NotScanned, "no answer is not a clean one");
        scanner.Says = ScanState.Blocked;
        await round.RunAsync(null!, CancellationToken.None);
        (await StateAsync(id)).ShouldBe(ScanState.Blocked);
        (await SeeAsync("前台", id)).Problem.ShouldBe(AttachmentProblems.Blocked);
        Must(await App.As(Kernel.Actors.Actor.System).RunAsync(s => s.GetRequiredService<RecordAttachmentScan>(), new RecordAttachmentScan.Request(id, ScanState.Clean)));
        (await StateAsync(id)).ShouldBe(ScanState.Blocked);
        var next = Must(await AddAsync(of.Id, Handed.Photo(14))).AttachmentId;
        scanner.Says = ScanState.Clean;
        await round.RunAsync(null!, CancellationToken.None);
        (await StateAsync(next)).ShouldBe(ScanState.Clean);
    }

    [Fact]
    public async Task A_family_adds_a_paper_to_its_own_case_and_the_desk_finds_it()
    {
        var of = await Chain.PickedUpAsync();
        var pass = App.Services.GetRequiredService<FamilyPass>().Issue(of.Id).Pass;
        Task<Outcome<AddFamilyAttachment.Reply>> Hand(string? with, byte[] content) => App.As(Kernel.Actors.Actor.Public).RunAsync(s => s.GetRequiredService<AddFamilyAttachment>(), new AddFamilyAttachment.Request(with, "kinship", null, content));
        (await Hand(null, Handed.Photo(15))).Problem.ShouldBe(FuneralProblems.PassOver);
        (await Hand("not-a-pass", Handed.Photo(15))).Problem.ShouldBe(FuneralProblems.PassOver);
        (await Hand(pass, Encoding.UTF8.GetBytes("<svg>"))).Problem.ShouldBe(ScannedFile.Kind);
        Must(await Hand(pass, Handed.Photo(15)));
        var row = (await RowsAsync(of.Id)).ShouldHaveSingleItem();
        (row.By, row.Type, row.State).ShouldBe(("家属", "关系证明", AttachmentState.Current));
    }

    private Task<ScanState> StateAsync(Guid id) => App.ReadAsync(db => db.CaseAttachments.Where(a => a.Id == id).Select(a => a.Scan).SingleAsync());

    private sealed class Scanner : IFileScanning
    {
        public ScanState Says { get; set; }

        public bool IsSetUp => true;

        public Task<ScanState> ScanAsync(byte[] content, CancellationToken ct) => Task.FromResult(Says);
    }
}

public sealed class AttachmentsOnSqlite(SqliteApp f) : AttachmentTests(f), IClassFixture<SqliteApp>;

public sealed class AttachmentsOnPostgres(PostgresApp f) : AttachmentTests(f), IClassFixture<PostgresApp>;
