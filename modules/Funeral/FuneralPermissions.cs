using Anmin.Funeral.Holds;
using Anmin.Funeral.Evidence;
using Anmin.Funeral.Corrections;
using Anmin.Kernel.Actors;

namespace Anmin.Funeral;

internal static class FuneralPermissions
{
    public static readonly Permission ReportDeath = new("funeral.case.report", "报告去世");
    public static readonly Permission ReadCases = new("funeral.case.read", "查看案卷");
    public static readonly Permission AssignCase = new("funeral.case.assign", "分派承办人");
    public static readonly Permission WriteNote = new("funeral.case.note", "写备注");
    public static readonly Permission RequestVoid = new("funeral.case.void-request", "申请作废案卷");
    public static readonly Permission ApproveVoid = new("funeral.case.void-approve", "批准作废案卷");
    public static readonly Permission ApproveSecond = new("funeral.case.second-approve", "批准再立案卷");
    public static readonly Permission CorrectFact = new("funeral.case.correct", "更正登记事项");
    public static readonly Permission ExportCase = new("funeral.case.export", "导出流转记录");
    public static readonly Permission AttachEvidence = new("funeral.evidence.attach", "登记死亡证明");
    public static readonly Permission RequestPickup = new("funeral.pickup.request", "预约接运");
    public static readonly Permission RecordPickup = new("funeral.pickup.record", "登记接运");
    public static readonly Permission ReceiveRemains = new("funeral.remains.receive", "接收入馆");
    public static readonly Permission MoveRemains = new("funeral.remains.move", "登记遗体流转");
    public static readonly Permission ConfirmDisposition = new("funeral.disposition.confirm", "确认丧葬方式与合同");
    public static readonly Permission StartCremation = new("funeral.cremation.start", "开始火化");
    public static readonly Permission FinishCremation = new("funeral.cremation.finish", "结束火化");
    public static readonly Permission IssueCertificate = new("funeral.certificate.issue", "签发火化证明");
    public static readonly Permission ReissueCertificate = new("funeral.certificate.reissue", "补发火化证明");
    public static readonly Permission VoidCertificate = new("funeral.certificate.void", "作废火化证明");
    public static readonly Permission HandOverAshes = new("funeral.ashes.hand-over", "交付骨灰");
    public static readonly Permission DepositAshes = new("funeral.ashes.deposit", "寄存骨灰");
    public static readonly Permission PlaceAshes = new("funeral.ashes.place", "安放骨灰");
    public static readonly Permission SplitAshes = new("funeral.ashes.split", "分装骨灰");
    public static readonly Permission PlaceHold = new("funeral.hold.place", "暂停处置");
    public static readonly Permission LiftHold = new("funeral.hold.lift", "解除暂停");
    public static readonly Permission RecordUnidentified = new("funeral.unidentified.record", "登记无名遗体");
    public static readonly Permission ApproveTransfer = new("funeral.transfer.approve", "批准外运");
    public static readonly Permission RecordBurial = new("funeral.burial.record", "登记土葬");
    public static readonly Permission RevealIdNumber = new("funeral.id-number.reveal", "查看证件号码");
    public static readonly Permission RevealPhone = new("funeral.phone.reveal", "查看电话");
    public static readonly Permission RevealAddress = new("funeral.address.reveal", "查看地址");

    // the home at work
    public static readonly Permission ReadDispatch = new("funeral.dispatch.read", "查看调度台");
    public static readonly Permission Dispatch = new("funeral.dispatch.assign", "派车");
    public static readonly Permission RecordTrip = new("funeral.trip.record", "登记接运行程");
    public static readonly Permission ReadTrips = new("funeral.trip.read", "查看接运行程");
    public static readonly Permission ReadVehicles = new("funeral.vehicle.read", "查看车辆档案");
    public static readonly Permission ManageVehicles = new("funeral.vehicle.manage", "管理车辆档案");
    public static readonly Permission RecordDisinfection = new("funeral.disinfection.record", "登记车辆消毒");
    public static readonly Permission Arrange = new("funeral.arrangement.prepare", "业务洽谈");
    public static readonly Permission ReadArrangements = new("funeral.arrangement.read", "查看洽谈内容");
    public static readonly Permission RecordBelongings = new("funeral.belongings.record", "登记随身物品");
    public static readonly Permission ReadSchedule = new("funeral.schedule.read", "查看排期");
    public static readonly Permission BookTime = new("funeral.schedule.book", "预约厅和炉");
    public static readonly Permission PlanDay = new("funeral.schedule.plan", "编排一天");
    public static readonly Permission RecordMaintenance = new("funeral.maintenance.record", "登记停用检修");
    public static readonly Permission ReadColdStore = new("funeral.cold-store.read", "查看冷藏");
    public static readonly Permission RecordTemperature = new("funeral.cold-store.temperature", "登记冷藏温度");
    public static readonly Permission ExtendStay = new("funeral.stay.extend", "登记存放延期");
    public static readonly Permission GiveStayNotice = new("funeral.stay.notice", "签发逾期告知");
    public static readonly Permission GiveStayOpinion = new("funeral.stay.opinion", "出具逾期处理意见");
    public static readonly Permission OrderPreparation = new("funeral.preparation.order", "开遗体整理单");
    public static readonly Permission Prepare = new("funeral.preparation.work", "办理遗体整理");
    public static readonly Permission SeePreparationPhoto = new("funeral.preparation.photo", "查看整理照片");
    public static readonly Permission HostCeremony = new("funeral.ceremony.host", "办理告别和守灵");
    public static readonly Permission ReadFurnaces = new("funeral.furnace.read", "查看炉况和次序");
    public static readonly Permission CallToFurnace = new("funeral.furnace.call", "火化呼号");
    public static readonly Permission RecordEmissions = new("funeral.emission.record", "登记火化能耗和排放");
    public static readonly Permission PrintTags = new("funeral.tag.print", "打印骨灰标签");
    public static readonly Permission ReadArchive = new("funeral.archive.read", "查看一尸一档");
    public static readonly Permission FileArchive = new("funeral.archive.file", "归档一尸一档");
    public static readonly Permission HandOverShift = new("funeral.shift.hand-over", "交接班");
    public static readonly Permission ReadDailyReport = new("funeral.report.read", "查看日报");
    public static readonly Permission ExportCremations = new("funeral.cremation-data.export", "导出火化数据");

    public static readonly Permission AddAttachment = new("funeral.attachment.add", "添加材料");
    public static readonly Permission SeeAttachment = new("funeral.attachment.see", "查看材料");
    public static readonly Permission WithdrawAttachment = new("funeral.attachment.withdraw", "撤回材料");

    // in the village
    public static readonly Permission WorkInVillage = new("funeral.village.work", "办理村级事项");
    public static readonly Permission ReadVillageReports = new("funeral.village-report.read", "查看散坟上报");
    public static readonly Permission VerifyVillageReports = new("funeral.village-report.verify", "核实散坟上报");

    public static readonly IReadOnlyList<Permission> All =
    [
        ReportDeath, ReadCases, AssignCase, WriteNote, RequestVoid, ApproveVoid, ApproveSecond, CorrectFact, ExportCase, AttachEvidence, RequestPickup, RecordPickup,
        ReceiveRemains, MoveRemains, ConfirmDisposition, StartCremation, FinishCremation, IssueCertificate, ReissueCertificate, VoidCertificate,
        HandOverAshes, DepositAshes, PlaceAshes, SplitAshes, PlaceHold, LiftHold, RecordUnidentified, ApproveTransfer, RecordBurial, RevealIdNumber, RevealPhone, RevealAddress,
        ReadDispatch, Dispatch, RecordTrip, ReadTrips, ReadVehicles, ManageVehicles, RecordDisinfection, Arrange, ReadArrangements, RecordBelongings, ReadSchedule,
        BookTime, PlanDay, RecordMaintenance, ReadColdStore, RecordTemperature, ExtendStay, GiveStayNotice, GiveStayOpinion, OrderPreparation, Prepare,
        SeePreparationPhoto, HostCeremony, ReadFurnaces, CallToFurnace, RecordEmissions, PrintTags, ReadArchive, FileArchive, HandOverShift, ReadDailyReport,
        ExportCremations, AddAttachment, SeeAttachment, WithdrawAttachment, WorkInVillage, ReadVillageReports, VerifyVillageReports,
    ];
}
