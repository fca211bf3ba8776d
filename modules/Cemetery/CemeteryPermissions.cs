using Anmin.Kernel.Actors;

namespace Anmin.Cemetery;

/// <summary>Everything somebody may be allowed to do here, with the label of the role screen.</summary>
internal static class CemeteryPermissions
{
    public static readonly Permission ReadGrounds = new("cemetery.ground.read", "查看墓区图和墓位");
    public static readonly Permission ArrangeGrounds = new("cemetery.ground.arrange", "建墓区墓位、改墓区图");
    public static readonly Permission ReadRights = new("cemetery.right.read", "查看墓位合同");
    public static readonly Permission ReservePosition = new("cemetery.right.hold", "留位");
    public static readonly Permission SignRight = new("cemetery.right.sign", "签墓位合同");
    public static readonly Permission ApproveException = new("cemetery.right.approve", "审批特殊情形和更名");
    public static readonly Permission ActivateRight = new("cemetery.right.activate", "发安葬证、安放证");
    public static readonly Permission RenewRight = new("cemetery.right.renew", "办理续期");
    public static readonly Permission PassOnRight = new("cemetery.right.pass-on", "办理更名、继承");
    public static readonly Permission DisputeRight = new("cemetery.right.dispute", "登记和了结争议");
    public static readonly Permission EndRight = new("cemetery.right.end", "办理退墓");
    public static readonly Permission ReadBurials = new("cemetery.burial.read", "查看安葬记录");
    public static readonly Permission ArrangeBurial = new("cemetery.burial.arrange", "预约安葬、派工单");
    public static readonly Permission RecordBurial = new("cemetery.burial.record", "登记安葬");
    public static readonly Permission MoveBurial = new("cemetery.burial.move", "办理迁葬、起掘、合葬");
    public static readonly Permission ApproveMove = new("cemetery.burial.approve", "复核迁葬、起掘");
    public static readonly Permission DoGroundsWork = new("cemetery.work-order.do", "办园务工单");
    public static readonly Permission ReadDeposits = new("cemetery.deposit.read", "查看骨灰寄存");
    public static readonly Permission TakeDeposit = new("cemetery.deposit.take", "办理寄存、续存");
    public static readonly Permission CollectDeposit = new("cemetery.deposit.collect", "办理寄存骨灰领取");
    public static readonly Permission ProposeDisposal = new("cemetery.deposit.propose", "提出无人认领骨灰处置");
    public static readonly Permission ApproveDisposal = new("cemetery.deposit.approve", "批准无人认领骨灰处置");
    public static readonly Permission ReadFees = new("cemetery.fee.read", "查看维护管理费台账");
    public static readonly Permission ChargeFees = new("cemetery.fee.charge", "登记维护管理费、催缴");
    public static readonly Permission AskWaiver = new("cemetery.fee.waiver-ask", "申请维护管理费减免");
    public static readonly Permission ApproveWaiver = new("cemetery.fee.waiver-approve", "批准维护管理费减免");
    public static readonly Permission RecordReserve = new("cemetery.fee.reserve", "登记预留金");
    public static readonly Permission ReadDossiers = new("cemetery.dossier.read", "查看一墓一档");
    public static readonly Permission FileDossier = new("cemetery.dossier.file", "归档、补档");
    public static readonly Permission ExportDossier = new("cemetery.dossier.export", "导出一墓一档");
    public static readonly Permission ImportRegister = new("cemetery.register.import", "导入旧墓册");
    public static readonly Permission ReadCompliance = new("cemetery.compliance.read", "查看公墓合规清单");
    public static readonly Permission JudgeCompliance = new("cemetery.compliance.judge", "核实、移送合规线索");

    public static readonly IReadOnlyList<Permission> All =
    [
        ReadGrounds, ArrangeGrounds, ReadRights, ReservePosition, SignRight, ApproveException, ActivateRight, RenewRight, PassOnRight, DisputeRight, EndRight,
        ReadBurials, ArrangeBurial, RecordBurial, MoveBurial, ApproveMove, DoGroundsWork, ReadDeposits, TakeDeposit, CollectDeposit, ProposeDisposal, ApproveDisposal,
        ReadFees, ChargeFees, AskWaiver, ApproveWaiver, RecordReserve, ReadDossiers, FileDossier, ExportDossier, ImportRegister, ReadCompliance, JudgeCompliance,
    ];
}
