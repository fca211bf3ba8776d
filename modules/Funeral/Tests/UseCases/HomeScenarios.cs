using Anmin.Contracts.Booking;
using Anmin.Funeral.Ceremonies;
using Anmin.Funeral.ColdStore;
using Anmin.Funeral.Preparation;
using Anmin.Funeral.Stays;
using Anmin.Funeral.Temperatures;
using Anmin.Kernel.Outcomes;
using Microsoft.Extensions.DependencyInjection;
using static Anmin.Funeral.Tests.UseCases.Chain;

namespace Anmin.Funeral.Tests.UseCases;

/// <summary>Every command of cold store, stays, preparation and ceremonies, once.</summary>
internal static class HomeScenarios
{
    public static IEnumerable<IScenario> All =>
    [
        // 冷藏
        new Scenario<MoveByScan, MoveByScan.Request, MoveByScan.Reply>("冷藏", async c => With(await c.ReceivedAsync(), of => new MoveByScan.Request(of.Tag, c.Box())), r => r with { Place = "fh-1-prep-1" }, "custody.moved",
            async c => (new((await c.ReceivedAsync()).Tag, "fh-1\uFFFDbox"), "text.broken-character"), Elsewhere: false),
        new Scenario<CloseBox, CloseBox.Request, CloseBox.Reply>("冷藏", c => Task.FromResult(new CloseBox.Request(c.Box(), "2026-04-16 10:00", "压缩机检修")), r => r with { Reason = "另一原因" }, "",
            async c => (new((await c.ReceivedAsync()).Box, "2026-04-16 10:00", "压缩机检修"), "funeral.box.used")),
        new Scenario<ReopenBox, ReopenBox.Request, Done>("冷藏", async c => new(await c.ClosedBoxAsync()), _ => new("fh-1-box-1"), "",
            c => Task.FromResult((new ReopenBox.Request(c.Box()), "funeral.box.not-closed"))),
        new Scenario<RecordTemperatures, RecordTemperatures.Request, RecordTemperatures.Reply>("冷藏", c => Task.FromResult(Readings(c, "3.5")), r => r with { Readings = [r.Readings![0] with { Celsius = "4.5" }] }, "",
            c => Task.FromResult((Readings(c, "NaN"), "funeral.temperature.unread"))),
        new Scenario<AcknowledgeAlarm, AcknowledgeAlarm.Request, Done>("冷藏", async c => new(await c.AlarmAsync(), "柜门没有关严，已关好"), r => r with { Reason = "另一原因" }, "",
            async c => (new(await c.SettledAlarmAsync(), "又看了一次"), "funeral.temperature.alarm-done")),
        new Scenario<RaiseSilence, RaiseSilence.Request, RaiseSilence.Reply>("冷藏", _ => Task.FromResult(new RaiseSilence.Request("fh-1")), _ => new("fh-2"), "",
            _ => Task.FromResult((new RaiseSilence.Request("nowhere"), "kernel.not-found"))),

        // 存放期限
        new Scenario<ExtendStay, ExtendStay.Request, ExtendStay.Reply>("前台", async c => Longer(await c.ReceivedAsync()), r => r with { Reason = "另一原因" }, "stay.extended",
            async c => (Longer(await c.ReceivedAsync(), "2026-12-31"), "funeral.stay.until-late")),
        new Scenario<GiveOverdueNotice, GiveOverdueNotice.Request, GiveOverdueNotice.Reply>("馆长", async c => With(await c.OverdueAsync(), of => new GiveOverdueNotice.Request(of.Id, of.Handler)), r => r with { Handler = Guid.Empty }, "stay.notified",
            async c => (With(await c.ReceivedAsync(), of => new GiveOverdueNotice.Request(of.Id, of.Handler)), "funeral.stay.not-overdue")),
        new Scenario<RecordNoticeReceipt, RecordNoticeReceipt.Request, RecordNoticeReceipt.Reply>("馆长", async c => new((await c.NotifiedAsync()).Id, DeliveryWay.InPerson, "2026-04-15"), r => r with { Way = DeliveryWay.Post }, "stay.received",
            async c => (new((await c.NotifiedAsync()).Id, DeliveryWay.InPerson, "2026-04-14"), "funeral.stay.receipt-early")),
        new Scenario<AnnounceOverdue, AnnounceOverdue.Request, AnnounceOverdue.Reply>("馆长", async c => new((await c.DeliveredAsync()).Id), _ => new(Guid.CreateVersion7()), "stay.announced",
            async c => (new((await c.NotifiedAsync()).Id), "funeral.stay.wrong-step")),
        new Scenario<ProposeDisposal, ProposeDisposal.Request, Done>("馆长", async c => new((await c.AnnouncedAsync()).Id, "公告期满无人办理，建议火化"), r => r with { Reason = "另一建议" }, "stay.proposed",
            async c => (new((await c.DeliveredAsync()).Id, "公告期满无人办理"), "funeral.stay.wrong-step")),
        new Scenario<GiveStayOpinion, GiveStayOpinion.Request, GiveStayOpinion.Reply>("县局", async c => new((await c.ProposedAsync()).Id, true, "程序完备，同意"), r => r with { Approve = false }, "stay.decided",
            async c => (new((await c.AnnouncedAsync()).Id, true, "程序完备"), "funeral.stay.wrong-step")),
        new Scenario<SignByOpinion, SignByOpinion.Request, SignByOpinion.Reply>("馆长", async c => new((await c.ApprovedAsync()).Id, "宿公备2026-1", true), r => r with { PoliceRecord = "宿公备2026-2" }, "disposition.by-opinion",
            async c => (new((await c.ApprovedAsync()).Id, null, true), "funeral.stay.police-record")),
        new Scenario<EndOverdue, EndOverdue.Request, Done>("馆长", async c => new((await c.NotifiedAsync()).Id, "家属已到馆"), r => r with { Reason = "另一原因" }, "stay.ended",
            async c => (new((await c.ReceivedAsync()).Id, "家属已到馆"), "funeral.stay.none")),
        new Scenario<PrintStayLetter, PrintStayLetter.Request, PrintStayLetter.Reply>("馆长", async c => new(await c.NoticeNumberAsync(await c.NotifiedAsync())), _ => new("GZ-none"), "",
            _ => Task.FromResult((new PrintStayLetter.Request("GZ-none"), "kernel.not-found"))),

        // 整理
        new Scenario<OrderPreparation, OrderPreparation.Request, OrderPreparation.Reply>("前台", async c => Makeup(await c.ReceivedAsync()), r => r with { Wishes = "另一要求" }, "preparation.ordered",
            async c => (Makeup(await c.ReceivedAsync()) with { ConsentBy = null }, "funeral.preparation.consent")),
        new Scenario<StartPreparation, StartPreparation.Request, Done>("整容", async c => With(await c.InRoomAsync(), x => new StartPreparation.Request(x.Order, x.Of.Tag, null)), r => r with { Protection = "一级防护" }, "preparation.started",
            async c => (With(await c.InRoomAsync(), x => new StartPreparation.Request(x.Order, "T000", null)), "funeral.tag.mismatch")),
        new Scenario<FinishPreparation, FinishPreparation.Request, Done>("整容", async c => new((await c.PreparingAsync()).Order, "化妆品1套"), r => r with { Materials = "另一用品" }, "preparation.finished",
            async c => (new((await c.InRoomAsync()).Order, "化妆品1套"), "funeral.preparation.wrong-step")),
        new Scenario<CancelPreparation, CancelPreparation.Request, Done>("前台", async c => new((await c.InRoomAsync()).Order, "家属改了主意"), r => r with { Reason = "另一原因" }, "preparation.cancelled",
            async c => (new((await c.PreparingAsync()).Order, "家属改了主意"), "funeral.preparation.wrong-step")),
        new Scenario<AddPreparationPhoto, AddPreparationPhoto.Request, AddPreparationPhoto.Reply>("整容", async c => new((await c.PreparingAsync()).Order, PhotoMoment.Before, Chain.Picture), r => r with { Moment = PhotoMoment.After }, "preparation.photo",
            async c => (new((await c.InRoomAsync()).Order, PhotoMoment.Before, Chain.Picture), "funeral.preparation.not-started")),

        // 告别、守灵
        new Scenario<DescribeCeremony, DescribeCeremony.Request, Done>("告别厅", async c => With(await c.HallAsync(), x => new DescribeCeremony.Request(x.Of.Id, x.Booking, "40", true, true, "花圈由家属自备")), r => r with { People = "41" }, "ceremony.described",
            async c => (With(await c.HallAsync(), x => new DescribeCeremony.Request(x.Of.Id, x.Booking, "很多", true, true, null)), "funeral.ceremony.people")),
        new Scenario<ReadyHall, ReadyHall.Request, Done>("告别厅", async c => With(await c.HallAsync(), x => new ReadyHall.Request(x.Of.Id, x.Booking)), r => r with { Booking = Guid.CreateVersion7() }, "ceremony.ready",
            async c => (With(await c.ReadyAsync(), x => new ReadyHall.Request(x.Of.Id, x.Booking)), "funeral.ceremony.wrong-step")),
        new Scenario<StartCeremony, StartCeremony.Request, Done>("告别厅", async c => With(await c.ReadyAsync(withBody: false), x => new StartCeremony.Request(x.Of.Id, x.Booking)), r => r with { Booking = Guid.CreateVersion7() }, "ceremony.started",
            async c => (With(await c.ReadyAsync(), x => new StartCeremony.Request(x.Of.Id, x.Booking)), "funeral.ceremony.body")),
        new Scenario<EndCeremony, EndCeremony.Request, Done>("告别厅", async c => With(await c.RunningAsync(), x => new EndCeremony.Request(x.Of.Id, x.Booking)), r => r with { Booking = Guid.CreateVersion7() }, "ceremony.ended",
            async c => (With(await c.HallAsync(), x => new EndCeremony.Request(x.Of.Id, x.Booking)), "funeral.ceremony.wrong-step")),
    ];

    private static T With<TFrom, T>(TFrom from, Func<TFrom, T> make) => make(from);

    private static RecordTemperatures.Request Readings(Chain chain, string celsius) => new("fh-1", [new("1区", $"probe-{chain.Next()}", "2026-04-15 09:30", celsius)]);

    private static ExtendStay.Request Longer(Deceased of, string until = "2026-05-05") => new(of.Id, of.Handler, "等待在外子女回来", until, true);

    private static OrderPreparation.Request Makeup(Deceased of) => new(of.Id, "makeup", null, "t-zhengrong", null, of.Handler, "同意书原件存前台", "淡妆");
}
