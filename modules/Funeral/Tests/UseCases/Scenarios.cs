using Anmin.Funeral.Reveals;
using Anmin.Funeral.Assignments;
using Anmin.Funeral.Twins;
using Anmin.Funeral.Search;
using Anmin.Funeral.Holds;
using Anmin.Funeral.Notes;
using Anmin.Funeral.Evidence;
using Anmin.Funeral.Corrections;
using Anmin.Funeral.Ashes;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Certificates;
using Anmin.Funeral.Cremations;
using Anmin.Funeral.Custody;
using Anmin.Funeral.Dossier;
using Anmin.Funeral.Reception;
using Anmin.Funeral.Transport;
using Anmin.Funeral.Dispatch;
using Anmin.Funeral.Driving;
using Anmin.Funeral.Fleet;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.Extensions.DependencyInjection;
using static Anmin.Funeral.Tests.UseCases.Chain;

namespace Anmin.Funeral.Tests.UseCases;

/// <summary>Every command of the module, once.</summary>
internal static class Scenarios
{
    private const string NewNiche = "co-1-n-100";

    public static IReadOnlyDictionary<string, IScenario> All { get; } = new IScenario[]
    {
        // 个案
        new Scenario<ReportDeath, ReportDeath.Request, ReportDeath.Reply>("接线员", c => Task.FromResult(Report(c.IdNumber())), r => r with { Name = "吴秀英" }, "case.reported",
            _ => Task.FromResult((Report(died: "2026-04-16 08:00"), "funeral.case.died-in-future")), Elsewhere: false),
        new Scenario<AttachEvidence, AttachEvidence.Request, AttachEvidence.Reply>("前台", async c => Paper((await c.PickedUpAsync()).Id, Medical(c.Next())), r => r with { Issuer = "另一医院" }, "evidence.attached",
            async c => (Paper((await c.PickedUpAsync()).Id, "12345"), "funeral.evidence.number")),
        new Scenario<SettleTwins, SettleTwins.Request, Done>("前台", TwinsAsync, r => r with { Same = true }, "twins.settled",
            async c => (new((await c.PickedUpAsync()).Id, Guid.CreateVersion7(), false), "kernel.not-found")),
        new Scenario<AssignCase, AssignCase.Request, Done>("馆长", async c => new((await c.ReceivedAsync()).Id, c.App.IdOf("前台")), r => r with { Clerk = "t-qiantai-2" }, "case.assigned",
            async c => (new((await c.ReceivedAsync()).Id, c.App.IdOf("外前台")), "funeral.case.clerk-unknown")),
        new Scenario<UndoAssignment, UndoAssignment.Request, Done>("馆长", AssignedAsync, r => r with { Clerk = "t-qiantai-2" }, "case.unassigned",
            async c => (await AssignedAsync(c) with { Clerk = "t-qiantai-2" }, "funeral.case.assigned-since")),
        new Scenario<WriteCaseNote, WriteCaseNote.Request, WriteCaseNote.Reply>("前台", async c => new((await c.PickedUpAsync()).Id, "家属上午不方便接电话"), r => r with { Text = "家属下午不方便接电话" }, "note.written",
            async c => (new((await c.PickedUpAsync()).Id, " "), "kernel.required")),
        new Scenario<PlaceHold, PlaceHold.Request, PlaceHold.Reply>("县局", async c => new((await c.ReportedAsync()).Id, HoldKind.Dispute, "子女意见不一"), r => r with { Reason = "另一原因" }, "hold.placed",
            async c => (new((await c.CrematedAsync()).Id, HoldKind.Police, "已火化"), "funeral.remains.not-in-custody")),
        new Scenario<LiftHold, LiftHold.Request, Done>("县局", async c => await HeldAsync(c, "馆长"), r => r with { Reason = "另一原因" }, "hold.lifted",
            async c => (await HeldAsync(c, "县局"), "funeral.two-persons")),
        new Scenario<CorrectFact, CorrectFact.Request, CorrectFact.Reply>("前台", async c => new((await c.PickedUpAsync()).Id, CaseFact.Name, "周桂蓝", "家属更正"), r => r with { Value = "周桂岚" }, "fact.corrected",
            async c => (new((await c.PickedUpAsync()).Id, CaseFact.Name, "周桂兰", "没有变"), "funeral.case.nothing-to-correct")),
        new Scenario<RequestVoid, RequestVoid.Request, Done>("前台", async c => new((await c.PickedUpAsync()).Id, "重复立案"), r => r with { Reason = "另一原因" }, "void.requested",
            async c => (new((await c.CrematedAsync()).Id, "太晚"), "funeral.case.void-too-late")),
        new Scenario<ApproveVoid, ApproveVoid.Request, Done>("县局", async c => new(await VoidableAsync(c)), r => new(Guid.CreateVersion7()), "case.voided",
            async c => (new((await c.PickedUpAsync()).Id), "funeral.case.void-not-requested")),
        new Scenario<ApproveSecondCase, ApproveSecondCase.Request, Done>("县局", c => Task.FromResult(new ApproveSecondCase.Request(IdType.IdCard, c.IdNumber(), "异地已火化一次")), r => r with { Reason = "另一原因" }, "",
            _ => Task.FromResult((new ApproveSecondCase.Request(IdType.IdCard, "321302194501150011", "号码不对"), "id-number.check-character")), Elsewhere: false),

        // 接运
        new Scenario<RequestPickup, RequestPickup.Request, RequestPickup.Reply>("调度", async c => new((await c.ReportedAsync()).Id, null, "东大街2号", 5, true, null, null), r => r with { Floor = 6 }, "pickup.requested",
            async c => (new((await c.BookedAsync()).Id, null, null, null, null, null, null), "funeral.pickup.open")),
        new Scenario<CancelPickup, CancelPickup.Request, Done>("调度", async c => new((await c.BookedAsync()).Id, "家属改期"), r => r with { Reason = "另一原因" }, "pickup.cancelled",
            async c => (new((await c.ReportedAsync()).Id, "没有"), "funeral.pickup.missing")),
        new Scenario<RecordPickup, RecordPickup.Request, RecordPickup.Reply>("司机", async c => c.Crew(await c.BookedAsync()), r => r with { SignedBy = "hospital" }, "custody.moved",
            async c => (c.Crew(await c.BookedAsync()) with { SecondCrew = c.App.IdOf("司机") }, "funeral.two-persons")),
        new Scenario<DispatchVehicle, DispatchVehicle.Request, DispatchVehicle.Reply>("调度", FreeVehicleAsync, r => r with { SecondCrew = "t-siji-3" }, "pickup.dispatched",
            async c => (new((await c.WaitingAsync()).Order, "fh-1-car-3", "t-siji", "t-siji-2"), "funeral.vehicle.unfit")),
        new Scenario<FailPickup, FailPickup.Request, Done>("调度", async c => new((await c.AtAsync(PickupStatus.OnSite)).Order, PickupFailure.NoPaper, null), r => r with { Why = PickupFailure.WrongPlace }, "pickup.failed",
            async c => (new((await c.WaitingAsync()).Order, PickupFailure.NoPaper, null), "funeral.trip.not-dispatched")),
        new Scenario<RecordTripStep, RecordTripStep.Request, RecordTripStep.Reply>("司机", async c => (await c.DispatchedAsync()).Step(TripAct.Accept), r => r with { Odometer = "5" }, "trip.accepted",
            async c => ((await c.DispatchedAsync()).Step(TripAct.Arrive), "funeral.trip.step-order")),
        new Scenario<RecordPositions, RecordPositions.Request, RecordPositions.Reply>("司机", async c => new((await c.AtAsync(PickupStatus.Departed)).Order, 1, [new(c.App.Clock.GetUtcNow(), 33.8, 118.2, 5)]), r => r with { Positions = [new(r.Positions[0].At, 33.9, 118.2, 5)] }, "",
            async c => (new((await c.DispatchedAsync()).Order, 1, [new(c.App.Clock.GetUtcNow(), 33.8, 118.2, 5)]), "funeral.trip.step-order")),
        new Scenario<AttachPicture, AttachPicture.Request, AttachPicture.Reply>("司机", async c => new((await c.AtAsync(PickupStatus.OnSite)).Order, AttachmentKind.Photo, "/9j/4AAQ"), r => r with { Kind = AttachmentKind.FamilySignature }, "trip.picture",
            async c => (new((await c.AtAsync(PickupStatus.OnSite)).Order, AttachmentKind.Photo, "PHN2Zz4="), "funeral.trip.picture-shape")),
        new Scenario<ShowHandOverCode, ShowHandOverCode.Request, ShowHandOverCode.Reply>("前台", async c => new((await c.PickedUpAsync()).Tag, c.Box()), r => r with { Place = "fh-1-recv-1" }, "",
            async c => (new((await c.ReceivedAsync()).Tag, c.Box()), "funeral.trip.not-expected"), Elsewhere: false),
        new Scenario<RecordDisinfection, RecordDisinfection.Request, Done>("司机", _ => Task.FromResult(new RecordDisinfection.Request("fh-1-car-5", "喷洒", "含氯消毒剂1000mg/L")), r => r with { Method = "擦拭" }, "",
            _ => Task.FromResult((new RecordDisinfection.Request("fh-1-car-5", "喷洒", "含氯消毒剂", "2026-04-01 08:00") with { At = "2099-01-01 08:00" }, "funeral.disinfection.time"))),
        new Scenario<ReportBreakdown, ReportBreakdown.Request, ReportBreakdown.Reply>("调度", async c => new(await MendedAsync(c), "制动故障"), r => r with { Reason = "爆胎" }, "", async c => (await BrokenAsync(c), "funeral.vehicle.already-broken")),
        new Scenario<RestoreVehicle, RestoreVehicle.Request, Done>("馆长", async c => new((await BrokenAsync(c)).Vehicle), r => r with { Vehicle = "fh-1-car-4" }, "", async c => (new(await MendedAsync(c)), "funeral.vehicle.not-broken")),
        new Scenario<RenewPapers, RenewPapers.Request, Done>("馆长", _ => Task.FromResult(new RenewPapers.Request("fh-1-car-5", null, "2031-12-31", null)), r => r with { InspectedUntil = "2032-12-31" }, "",
            _ => Task.FromResult((new RenewPapers.Request("fh-1-car-5", "2020-01-01", null, null), "funeral.vehicle.papers-date"))),

        // 入馆、洽谈
        new Scenario<ReceiveRemains, ReceiveRemains.Request, ReceiveRemains.Reply>("前台", async c => With(await c.PickedUpAsync(), of => new ReceiveRemains.Request(of.Id, of.Tag, c.Box())), r => r with { Place = "fh-1-recv-1" }, "custody.moved",
            async c => (new((await c.PickedUpAsync()).Id, "T000", c.Box()), "funeral.tag.mismatch")),
        new Scenario<MoveRemains, MoveRemains.Request, MoveRemains.Reply>("冷藏", async c => With(await c.ReceivedAsync(), of => new MoveRemains.Request(of.Id, of.Tag, "fh-1-hall-1", null)), r => r with { Place = "fh-1-prep-1" }, "custody.moved",
            async c => (new((await c.ReceivedAsync()).Id, "T000", "fh-1-hall-1", null), "funeral.tag.mismatch")),
        new Scenario<ConfirmDisposition, ConfirmDisposition.Request, ConfirmDisposition.Reply>("前台", async c => Choice(await c.ProvenAsync()), r => r with { Wishes = "另一要求" }, "disposition.confirmed",
            async c => (Choice(await c.ReceivedAsync()), "funeral.evidence.missing")),
        new Scenario<RecordBurial, RecordBurial.Request, Done>("前台", async c => new((await c.ConfirmedAsync(Disposition.Burial)).Id, "回民公墓"), r => r with { Place = "另一公墓" }, "burial.recorded",
            async c => (new((await c.ConfirmedAsync()).Id, "回民公墓"), "funeral.burial.not-chosen")),
        new Scenario<TransferOut, TransferOut.Request, Done>("县局", async c => With(await c.ProvenAsync(), of => new TransferOut.Request(of.Id, "徐州市", "宿民外运1号", of.Tag)), r => r with { Destination = "连云港市" }, "transfer.approved",
            async c => (With(await c.ReceivedAsync(), of => new TransferOut.Request(of.Id, "徐州市", "宿民外运1号", of.Tag)), "funeral.evidence.missing")),

        // 火化、证明
        new Scenario<CheckTag, CheckTag.Request, CheckTag.Reply>("火化工甲", async c => With(await c.ConfirmedAsync(), of => new CheckTag.Request(of.Id, of.Tag)), r => r with { FirstScan = "T000" }, "cremation.first-scan",
            async c => (new((await c.ConfirmedAsync()).Id, "T000"), "funeral.tag.mismatch")),
        new Scenario<StartCremation, StartCremation.Request, StartCremation.Reply>("火化工乙", async c => c.Ignition(await c.CheckedAsync()), r => r with { SecondScan = "T000" }, "cremation.started",
            async c => (c.Ignition(await c.CheckedAsync()) with { SecondScan = "T000" }, "funeral.tag.mismatch")),
        new Scenario<FinishCremation, FinishCremation.Request, FinishCremation.Reply>("火化工乙", async c => new((await c.BurningAsync()).Id), _ => new(Guid.CreateVersion7()), "cremation.finished",
            async c => (new((await c.ConfirmedAsync()).Id), "funeral.cremation.not-started")),
        new Scenario<IssueCremationCertificate, IssueCremationCertificate.Request, IssueCremationCertificate.Reply>("前台", async c => new((await c.CrematedAsync()).Id), _ => new(Guid.CreateVersion7()), "certificate.issued",
            async c => (new((await c.CertifiedAsync()).Id), "funeral.certificate.issued")),
        new Scenario<ReissueCremationCertificate, ReissueCremationCertificate.Request, ReissueCremationCertificate.Reply>("馆长", async c => new((await c.CertifiedAsync()).Id, "遗失"), r => r with { Reason = "更正" }, "certificate.replaced",
            async c => (new((await c.CrematedAsync()).Id, "没有"), "funeral.certificate.none")),
        new Scenario<VoidCremationCertificate, VoidCremationCertificate.Request, Done>("馆长", async c => new((await c.CertifiedAsync()).Id, "登记有误"), r => r with { Reason = "另一原因" }, "certificate.voided",
            async c => (new((await c.CrematedAsync()).Id, "没有"), "funeral.certificate.none")),

        // 骨灰
        new Scenario<HandOverAshes, HandOverAshes.Request, Done>("骨灰", async c => With(await c.CertifiedAsync(), of => new HandOverAshes.Request(of.Id, of.Ashes, of.Handler, c.App.IdOf("骨灰乙"))), r => r with { Witness = AnotherWitness }, "custody.moved",
            async c => (With(await c.CertifiedAsync(), of => new HandOverAshes.Request(of.Id, of.Ashes, Guid.CreateVersion7(), c.App.IdOf("骨灰乙"))), "funeral.ashes.receiver")),
        new Scenario<DepositAshes, DepositAshes.Request, DepositAshes.Reply>("骨灰", async c => With(await c.CrematedAsync(), of => new DepositAshes.Request(of.Id, of.Ashes, c.Niche("fh-1"), 3)), r => r with { Years = 2 }, "custody.moved",
            async c => (With(await c.CrematedAsync(), of => new DepositAshes.Request(of.Id, of.Ashes, c.Niche("fh-1"), 4)), "cemetery.deposit.term")),
        new Scenario<PlaceAshes, PlaceAshes.Request, PlaceAshes.Reply>("骨灰", async c => With(await c.CertifiedAsync(), of => new PlaceAshes.Request(of.Id, of.Ashes, c.Niche(), 20)), r => r with { Niche = NewNiche }, "custody.moved",
            async c => (With(await c.CrematedAsync(), of => new PlaceAshes.Request(of.Id, of.Ashes, c.Niche(), 20)), "funeral.certificate.none")),
        new Scenario<SplitAshes, SplitAshes.Request, SplitAshes.Reply>("骨灰", async c => With(await c.CrematedAsync(), of => new SplitAshes.Request(of.Id, of.Ashes, 3)), r => r with { Parts = 2 }, "ashes.split",
            async c => (With(await c.CrematedAsync(), of => new SplitAshes.Request(of.Id, "GH-none", 2)), "funeral.ashes.not-held")),

        // what is shown, printed or taken out: no fact of the case, but an audit row
        new Scenario<RecordUnidentified, RecordUnidentified.Request, RecordUnidentified.Reply>("民警", _ => Task.FromResult(Found("2026-04-15 06:00")), r => r with { Address = "另一处" }, "case.reported",
            _ => Task.FromResult((Found("2026-04-16 06:00"), "funeral.unidentified.found-in-future")), Elsewhere: false),
        new Scenario<RevealIdNumber, Revealing.Request, Revealing.Reply>("前台", async c => new((await c.PickedUpAsync(Chain.Report(c.IdNumber()))).Id, "id", "核对身份"), r => r with { Detail = "另一次" }, "",
            async c => (new((await c.PickedUpAsync()).Id, "id", "想看看"), "funeral.purpose.needed")),
        new Scenario<RevealPhone, Revealing.Request, Revealing.Reply>("前台", async c => new((await c.PickedUpAsync()).Id, "phone-1", "联系家属"), r => r with { Detail = "另一次" }, "",
            async c => (new((await c.PickedUpAsync()).Id, "phone-1", "其他，请写明", "看"), "funeral.personal.reason")),
        new Scenario<RevealAddress, Revealing.Request, Revealing.Reply>("前台", async c => new((await c.PickedUpAsync()).Id, "address", "安排接运"), r => r with { What = "pickup" }, "",
            async c => (new((await c.PickedUpAsync()).Id, "id", "安排接运"), "kernel.not-found")),
        new Scenario<ExportCustody, ExportCustody.Request, ExportCustody.Reply>("馆长", async c => new((await c.PickedUpAsync()).Id), _ => new(Guid.CreateVersion7()), "",
            _ => Task.FromResult((new ExportCustody.Request(Guid.CreateVersion7()), "kernel.not-found"))),
        new Scenario<PrintCertificate, PrintCertificate.Request, PrintCertificate.Reply>("前台", async c => new((await c.CertifiedAsync()).Certificate, "https://example.invalid"), r => r with { Site = "https://other.invalid" }, "",
            _ => Task.FromResult((new PrintCertificate.Request("HH-none", "https://example.invalid"), "kernel.not-found"))),
        new Scenario<PrintPickupSheet, PrintPickupSheet.Request, PrintPickupSheet.Reply>("前台", async c => new(await c.PickupNumberAsync(await c.BookedAsync())), _ => new("JY-none"), "",
            _ => Task.FromResult((new PrintPickupSheet.Request("JY-none"), "kernel.not-found"))),
        new Scenario<ExportCases, ExportCases.Request, ExportCases.Reply>("馆长", _ => Task.FromResult(new ExportCases.Request(new FindCases.Request())), _ => new(new FindCases.Request { Q = "周" }), "",
            _ => Task.FromResult((new ExportCases.Request(new FindCases.Request { From = "没有这一天" }), "calendar.date.unread")), Elsewhere: false),
    }.Concat(FurnaceScenarios.All).Concat(Desk.DeskScenarios.All).Concat(HomeScenarios.All).Concat(Field.FieldScenarios.All).Concat(Scheduling.ScheduleScenarios.All).ToDictionary(s => s.UseCase.Name);

    /// <summary>Opened by a family's pass and not by a post, so the five questions of a post do not fit them.</summary>
    public static readonly IReadOnlyList<string> WithAPass = ["AskForPickup", "TrackCase", "ShareCase", "EndShare", "TakeCertificate", "TakeSignedPaper", "OpenMyCase", "AddFamilyAttachment"];

    /// <summary>Never refused, never answered twice alike, or only for the demonstration: they have tests of their own.</summary>
    public static readonly IReadOnlyList<string> Apart = ["DeleteOldPhotos", "SeePreparationPhoto", "BookDemoHall", "SeeAttachment", "RecordAttachmentScan", "GiveUpTripItem"];

    private static RecordUnidentified.Request Found(string at) => new("321302001001", "河堤北侧", at, Sex.Male, false, "徐宁", "13812345678");

    private const string AnotherWitness = "t-guanzhang";

    private static TRequest With<TRequest>(Deceased of, Func<Deceased, TRequest> request) => request(of);

    private static AttachEvidence.Request Paper(Guid id, string number) => new(id, EvidenceKind.MedicalCertificate, number, "测试医院", "2026-04-14");

    private static async Task<UndoAssignment.Request> AssignedAsync(Chain c)
    {
        var of = await c.ReceivedAsync();
        Must(await c.App.As("馆长").RunAsync(s => s.GetRequiredService<AssignCase>(), new AssignCase.Request(of.Id, c.App.IdOf("前台"))));
        return new(of.Id, c.App.IdOf("前台"));
    }

    private static async Task<SettleTwins.Request> TwinsAsync(Chain chain)
    {
        var first = await chain.PickedUpAsync(Report(name: "吴章兰"));
        var second = await chain.App.As("接线员").RunAsync(s => s.GetRequiredService<ReportDeath>(), Report(name: "吴章兰"));
        return new(first.Id, Must(second).CaseId, false);
    }

    private static async Task<LiftHold.Request> HeldAsync(Chain chain, string by)
    {
        var of = await chain.ReceivedAsync();
        var hold = Must(await chain.App.As(by).RunAsync(s => s.GetRequiredService<PlaceHold>(), new PlaceHold.Request(of.Id, HoldKind.Police, "待查")));
        return new(of.Id, hold.HoldId, "查明");
    }

    private static async Task<Guid> VoidableAsync(Chain chain)
    {
        var of = await chain.PickedUpAsync();
        Must(await chain.App.As("前台").RunAsync(s => s.GetRequiredService<RequestVoid>(), new RequestVoid.Request(of.Id, "重复立案")));
        return of.Id;
    }

    private static async Task<DispatchVehicle.Request> FreeVehicleAsync(Chain c)
    {
        var (_, order) = await c.WaitingAsync();
        await c.GiveBackAsync();
        return new(order, "fh-1-car-2", "t-siji-4", "t-siji-2");
    }

    private static async Task<string> MendedAsync(Chain c)
    {
        await c.App.SqlAsync("update funeral_vehicle_record set out_of_service_since = null, out_of_service_reason = null where id = 'fh-1-car-5'");
        return "fh-1-car-5";
    }

    private static async Task<ReportBreakdown.Request> BrokenAsync(Chain c)
    {
        var request = new ReportBreakdown.Request(await MendedAsync(c), "制动故障");
        Must(await c.App.As("调度").RunAsync(s => s.GetRequiredService<ReportBreakdown>(), request));
        return request;
    }
}
