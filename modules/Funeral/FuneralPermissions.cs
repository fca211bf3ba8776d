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

    public static readonly IReadOnlyList<Permission> All =
    [
        ReportDeath, ReadCases, AssignCase, RequestVoid, ApproveVoid, ApproveSecond, CorrectFact, ExportCase, AttachEvidence, RequestPickup, RecordPickup,
        ReceiveRemains, MoveRemains, ConfirmDisposition, StartCremation, FinishCremation, IssueCertificate, ReissueCertificate, VoidCertificate,
        HandOverAshes, DepositAshes, PlaceAshes, SplitAshes, PlaceHold, LiftHold, RecordUnidentified, ApproveTransfer, RecordBurial, RevealIdNumber, RevealPhone, RevealAddress,
    ];
}
