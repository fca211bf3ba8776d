using Anmin.Funeral.Archive;
using Anmin.Funeral.Ashes;
using Anmin.Funeral.Cremations;
using Anmin.Funeral.CremationData;
using Anmin.Funeral.Emissions;
using Anmin.Funeral.Furnaces;
using Anmin.Funeral.Papers;
using Anmin.Funeral.Reports;
using Anmin.Funeral.Shifts;
using Anmin.Funeral.SpecialRemains;
using Anmin.Funeral.Tags;
using Anmin.Kernel.Outcomes;
using Microsoft.Extensions.DependencyInjection;
using static Anmin.Funeral.Tests.UseCases.Chain;

namespace Anmin.Funeral.Tests.UseCases;

/// <summary>Commands at the furnaces, of the archive, of shifts and reports.</summary>
internal static class FurnaceScenarios
{
    public static readonly byte[] Scan = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    public static IEnumerable<IScenario> All =>
    [
        new Scenario<CallToFurnace, CallToFurnace.Request, CallToFurnace.Reply>("火化工甲", async c => new((await c.ConfirmedAsync()).Id, c.Cremator()), r => r with { Cremator = "fh-1-crem-1" }, "furnace.called",
            async c => (new((await c.ReceivedAsync()).Id, c.Cremator()), "funeral.evidence.missing")),
        new Scenario<ChooseScreenName, ChooseScreenName.Request, Done>("火化工甲", async c => new((await c.ConfirmedAsync()).Id, true), r => r with { MayShow = false }, "furnace.screen-name",
            async c => (new((await c.ConfirmedAsync()).Id, false), "funeral.furnace.screen-name")),
        new Scenario<CheckSecondTag, CheckSecondTag.Request, CheckSecondTag.Reply>("火化工乙", async c => { var of = await c.CheckedAsync(); return new(of.Id, of.Tag); }, r => r with { SecondScan = "T000" }, "cremation.second-scan",
            async c => (new((await c.CheckedAsync()).Id, "T000"), "funeral.tag.mismatch")),
        new Scenario<FinishWithoutAshes, FinishWithoutAshes.Request, FinishWithoutAshes.Reply>("火化工乙", async c => { var of = await c.InfantAsync(); return new(of.Id, of.Handler, "婴儿，未见骨灰"); }, r => r with { Reason = "另一说明" }, "ashes.none",
            async c => { var of = await c.BurningAsync(); return (new(of.Id, of.Handler, "未见骨灰"), "funeral.ashes.expected"); }),
        new Scenario<RecordCremationReading, RecordCremationReading.Request, Done>("火化工乙", async c => new((await c.BurningAsync()).Id, FuelKind.Diesel, "21.5", "12", "870", null), r => r with { Electricity = "13" }, "cremation.reading",
            async c => (new((await c.ConfirmedAsync()).Id, FuelKind.Diesel, "21.5", null, null, null), "funeral.cremation.not-started")),
        new Scenario<RecordEmission, RecordEmission.Request, RecordEmission.Reply>("火化工乙", c => Task.FromResult(new RecordEmission.Request("fh-1-crem-1", "so2", "12", null)), r => r with { Value = "13" }, "",
            _ => Task.FromResult((new RecordEmission.Request("fh-1-crem-1", "smoke", "12", null), "funeral.emission.pollutant"))),
        new Scenario<StopFurnace, StopFurnace.Request, StopFurnace.Reply>("火化工甲", c => Task.FromResult(new StopFurnace.Request(c.Cremator(), StopKind.Repair, null, "2026-04-15 18:00", "换炉门密封")), r => r with { Reason = "另一原因" }, "furnace.stopped",
            c => Task.FromResult((new StopFurnace.Request(c.Cremator(), StopKind.Repair, "2026-04-15 18:00", "2026-04-15 12:00", "时间反了"), "funeral.furnace.stop-times"))),
        new Scenario<ReopenFurnace, ReopenFurnace.Request, Done>("火化工甲", async c => new(await StoppedAsync(c), "已修好"), r => r with { Result = "另一结果" }, "furnace.reopened",
            async c => { var id = await StoppedAsync(c); Must(await c.App.As("火化工甲").RunAsync(s => s.GetRequiredService<ReopenFurnace>(), new ReopenFurnace.Request(id, "已修好"))); return (new(id, "再来一次"), "funeral.furnace.stop-none"); }),
        new Scenario<ReprintWristTag, ReprintWristTag.Request, ReprintWristTag.Reply>("火化工甲", async c => new((await c.ReceivedAsync()).Id, "腕带浸水"), r => r with { Reason = "另一原因" }, "tag.reprinted",
            async c => (new((await c.CertifiedAsync()).Id, ""), "kernel.required")),
        new Scenario<CollectAshes, CollectAshes.Request, CollectAshes.Reply>("骨灰", async c => await CollectedAsync(c), r => r with { Witness = "t-guanzhang" }, "ashes.signed",
            async c => (await CollectedAsync(c) with { Signature = "" }, "funeral.ashes.signature")),
        new Scenario<ReceiveBodyPart, ReceiveBodyPart.Request, ReceiveBodyPart.Reply>("前台", c => Task.FromResult(Part(c)), r => r with { Contents = "另一件" }, "body-part.received",
            c => Task.FromResult((Part(c) with { IssuedOn = "2026-04-16" }, "funeral.body-part.paper-date")), Elsewhere: false),
        new Scenario<CheckBodyPart, CheckBodyPart.Request, Done>("火化工甲", async c => { var (id, number) = await PartAsync(c); return new(id, number); }, r => r with { Scan = "ZT" }, "body-part.checked",
            async c => (new((await PartAsync(c)).Id, "ZT-0"), "funeral.body-part.mismatch")),
        new Scenario<CremateBodyPart, CremateBodyPart.Request, Done>("火化工乙", async c => { var (id, number) = await PartAsync(c, check: true); return new(id, c.Cremator(), number); }, r => r with { Scan = "ZT" }, "body-part.cremated",
            async c => { var (id, number) = await PartAsync(c); return (new(id, c.Cremator(), number), "funeral.body-part.first"); }),
        new Scenario<AttachPaper, AttachPaper.Request, AttachPaper.Reply>("档案", async c => new((await c.PickedUpAsync()).Id, "handler-id", Scan, null), r => r with { Item = "other" }, "archive.paper",
            async c => (new((await c.PickedUpAsync()).Id, "handler-id", [1, 2, 3], null), "funeral.paper.kind")),
        new Scenario<FileCase, FileCase.Request, FileCase.Reply>("档案", async c => new((await c.ClosedAsync()).Id, "经办人证件没有复印"), r => r with { Reason = "另一原因" }, "archive.filed",
            async c => (new((await c.PickedUpAsync()).Id, "没有办完"), "funeral.archive.open")),
        new Scenario<ExportArchive, ExportArchive.Request, ExportArchive.Reply>("档案", _ => Task.FromResult(new ExportArchive.Request(null, null)), r => r with { State = "filed" }, "",
            _ => Task.FromResult((new ExportArchive.Request("nonsense", null), "funeral.find.filter")), Elsewhere: false),
        new Scenario<GiveShift, GiveShift.Request, GiveShift.Reply>("前台", async c => { await NoShiftAsync(c); return new("2号炉门有异响"); }, r => r with { Remarks = "另一句" }, "shift.given",
            async c => { await ShiftAsync(c); return (new("又一次"), "funeral.shift.waiting"); }, Elsewhere: false),
        new Scenario<TakeShift, TakeShift.Request, Done>("馆长", async c => new(await ShiftAsync(c), "已知晓"), r => r with { Answer = "另一句" }, "shift.taken",
            async c => { var id = await ShiftAsync(c); Must(await c.App.As("馆长").RunAsync(s => s.GetRequiredService<TakeShift>(), new TakeShift.Request(id, null))); return (new(id, "再接"), "funeral.shift.taken"); }),
        new Scenario<ExportDailyReport, ExportDailyReport.Request, ExportDailyReport.Reply>("馆长", _ => Task.FromResult(new ExportDailyReport.Request("2026-04-15")), r => r with { Day = "2026-04-14" }, "",
            _ => Task.FromResult((new ExportDailyReport.Request("没有这一天"), "calendar.date.unread")), Elsewhere: false),
        new Scenario<ExportCremationData, ExportCremationData.Request, ExportCremationData.Reply>("馆长", _ => Task.FromResult(new ExportCremationData.Request("2026-04", "record", "csv", null, "上报四月火化数据")), r => r with { Set = "national" }, "",
            _ => Task.FromResult((new ExportCremationData.Request("四月", "record", "csv", null, "上报四月火化数据"), "funeral.cremation-data.month")), Elsewhere: false),
    ];

    /// <summary>Strokes of a pen.</summary>
    public const string Signature = "M10 10 L20 20 L30 15 M42 18 L50 30";

    private static ReceiveBodyPart.Request Part(Chain c) => new(BodyPartKind.Limb, "宿城测试医院", "YY-" + c.Next(), "2026-04-14", "吴某", "左下肢一件");

    private static async Task<CollectAshes.Request> CollectedAsync(Chain c)
    {
        var of = await c.CrematedAsync();
        return new(of.Id, of.Ashes, of.Handler, c.App.IdOf("骨灰乙"), Signature, true);
    }

    private static async Task<(Guid Id, string Number)> PartAsync(Chain c, bool check = false)
    {
        var part = Must(await c.App.As("前台").RunAsync(s => s.GetRequiredService<ReceiveBodyPart>(), Part(c)));
        if (check) Must(await c.App.As("火化工甲").RunAsync(s => s.GetRequiredService<CheckBodyPart>(), new CheckBodyPart.Request(part.Id, part.Number)));
        return (part.Id, part.Number);
    }

    private static async Task<Guid> StoppedAsync(Chain c)
        => Must(await c.App.As("火化工甲").RunAsync(s => s.GetRequiredService<StopFurnace>(), new StopFurnace.Request(c.Cremator(), StopKind.Overhaul, null, "2026-04-20 18:00", "大修"))).StopId;

    private static async Task NoShiftAsync(Chain c)
    {
        foreach (var open in (Must(await c.App.As("馆长").RunAsync(s => s.GetRequiredService<FindShifts>(), new FindShifts.Request()))).Rows.Where(r => r.TakenAt is null))
            Must(await c.App.As("馆长").RunAsync(s => s.GetRequiredService<TakeShift>(), new TakeShift.Request(open.Id, null)));
    }

    private static async Task<Guid> ShiftAsync(Chain c)
    {
        await NoShiftAsync(c);
        return Must(await c.App.As("前台").RunAsync(s => s.GetRequiredService<GiveShift>(), new GiveShift.Request("交班"))).Id;
    }
}
