using Anmin.Funeral.Attachments;
using Anmin.Funeral.Villages;
using Anmin.Funeral.Tests.UseCases;
using Anmin.Kernel.Outcomes;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Funeral.Tests.Field;

/// <summary>The five questions of conventions §10 for papers of a case and for the village.</summary>
internal static class FieldScenarios
{
    public static IEnumerable<IScenario> All =>
    [
        new Scenario<AddAttachment, AddAttachment.Request, AddAttachment.Reply>("前台", async c => new((await c.PickedUpAsync()).Id, "identity", "户口簿本人页", Handed.Photo((byte)(c.Next() % 200)), null), r => r with { Title = "另一页" }, "attachment.added",
            async c => (new((await c.PickedUpAsync()).Id, "passport-cover", null, Handed.Photo(1), null), "funeral.attachment.type")),
        new Scenario<ReplaceAttachment, ReplaceAttachment.Request, ReplaceAttachment.Reply>("前台", async c => new((await HandedInAsync(c)).Id, Handed.Photo(7), "原来的拍糊了"), r => r with { Reason = "另一个原因" }, "attachment.replaced",
            async c => (new((await HandedInAsync(c)).Id, Handed.Photo(3), "原来的拍糊了"), "funeral.attachment.twice")),
        new Scenario<WithdrawAttachment, WithdrawAttachment.Request, Done>("前台", async c => new((await HandedInAsync(c)).Id, "不是这位逝者的"), r => r with { Reason = "家属要求撤回" }, "attachment.withdrawn",
            async c => (new((await HandedInAsync(c)).Id, "错"), "funeral.attachment.reason")),
        new Scenario<TurnAttachment, TurnAttachment.Request, TurnAttachment.Reply>("前台", async c => new((await HandedInAsync(c)).Id), _ => new(Guid.CreateVersion7()), "attachment.turned",
            async c => (new((await HandedInAsync(c, Handed.Pdf())).Id), "funeral.attachment.not-picture")),
        new Scenario<ReportVillageDeath, ReportVillageDeath.Request, ReportVillageDeath.Reply>("村干部", c => Task.FromResult(new ReportVillageDeath.Request(Somebody(c), "321302001002", "三组12号", "2026-04-15 06:30", "13812345678")), r => r with { Address = "四组" }, "case.reported",
            _ => Task.FromResult((new ReportVillageDeath.Request("周某", "321322", "三组", null, "13812345678"), "funeral.village.outside")), Elsewhere: false),
        new Scenario<ReportGraves, ReportGraves.Request, ReportGraves.Reply>("村干部", _ => Task.FromResult(Graves()), r => r with { Count = "9" }, "grave.reported",
            _ => Task.FromResult((Graves() with { Count = "很多" }, "funeral.village.count")), Elsewhere: false),
        new Scenario<AddGravePhoto, AddGravePhoto.Request, AddGravePhoto.Reply>("村干部", async c => new((await ReportedAsync(c)).Ref, Handed.Photo(1)), r => r with { Data = Handed.Photo(2) }, "grave.photo",
            async c => (new((await ReportedAsync(c)).Ref, Handed.Pdf()), "kernel.scan.kind"), Elsewhere: false),
        new Scenario<CheckGraveReport, CheckGraveReport.Request, Done>("县局", async c => new((await ReportedAsync(c)).Id, true, "现场看过"), r => r with { Note = "另一次" }, "grave.checked",
            async c => (new((await ReportedAsync(c)).Id, false, null), "funeral.village.reason")),
        new Scenario<ReopenGraveReport, ReopenGraveReport.Request, Done>("县局", async c => new((await ReportedAsync(c, confirmed: "县局")).Id), _ => new(Guid.CreateVersion7()), "grave.reopened",
            async c => (new((await ReportedAsync(c)).Id), "funeral.village.not-reopened")),
        new Scenario<SettleGraveReport, SettleGraveReport.Request, Done>("县局", async c => new((await ReportedAsync(c, confirmed: "乡镇民政")).Id, Today(c), "迁入公益性公墓"), r => r with { Note = "平坟还耕" }, "grave.settled",
            async c => (new((await ReportedAsync(c)).Id, Today(c), "迁入公益性公墓"), "funeral.village.not-confirmed")),
        new Scenario<ExportGraveReports, ExportGraveReports.Request, ExportGraveReports.Reply>("乡镇民政", _ => Task.FromResult(new ExportGraveReports.Request("321302001", null)), r => r with { State = "Settled" }, "",
            _ => Task.FromResult((new ExportGraveReports.Request(null, "nonsense"), "funeral.village.filter")), Elsewhere: false),
        new Scenario<RecordVisit, RecordVisit.Request, RecordVisit.Reply>("村干部", async c => new(await DeathAsync(c), "2026-04-15", "老伴独居，要代办丧葬补贴", "下周陪着去镇里"), r => r with { Needs = "另一句" }, "village.visited",
            async c => (new(await DeathAsync(c), "2027-01-01", "老伴独居"), "funeral.village.visited-on"), Elsewhere: false),
    ];

    /// <summary>A name of Han characters that nobody else here has.</summary>
    private static string Somebody(Chain c) => "周村" + (char)(0x4E00 + c.Next());

    private static string Today(Chain c) => c.App.Clock.GetUtcNow().AddHours(8).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static ReportGraves.Request Graves(Guid? mark = null, string? division = null) => new(mark ?? Guid.CreateVersion7(), GraveKind.Scattered, "3", division, "三组水渠东侧坡地", 33.8320, 118.2410, 12.4, "旁边有新土");

    public static async Task<(Guid Id, Guid Ref)> ReportedAsync(Chain c, string? confirmed = null)
    {
        var mark = Guid.CreateVersion7();
        var made = Chain.Must(await c.App.As("村干部").RunAsync(s => s.GetRequiredService<ReportGraves>(), Graves(mark)));
        if (confirmed is not null) Chain.Must(await c.App.As(confirmed).RunAsync(s => s.GetRequiredService<CheckGraveReport>(), new CheckGraveReport.Request(made.ReportId, true, null)));
        return (made.ReportId, mark);
    }

    public static async Task<Guid> DeathAsync(Chain c)
        => Chain.Must(await c.App.As("村干部").RunAsync(s => s.GetRequiredService<ReportVillageDeath>(), new ReportVillageDeath.Request(Somebody(c), null, "三组12号", null, "13812345678"))).CaseId;

    public static async Task<(Guid Id, Guid Case)> HandedInAsync(Chain c, byte[]? content = null)
    {
        var of = await c.PickedUpAsync();
        return (Chain.Must(await c.App.As("前台").RunAsync(s => s.GetRequiredService<AddAttachment>(), new AddAttachment.Request(of.Id, "identity", null, content ?? Handed.Photo(3), null))).AttachmentId, of.Id);
    }
}
