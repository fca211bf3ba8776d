using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery;

/// <summary>Every way this room refuses, with the sentence people read. Parts with many of their own keep them beside themselves.</summary>
internal static class CemeteryProblems
{
    public static readonly Problem NoGround = new("cemetery.ground.unknown", "没有这个墓园，或者不归您办理。请从列表中选择。", ProblemKind.NotFound);
    public static readonly Problem NoSection = new("cemetery.section.unknown", "没有这个墓区，或者不归您办理。请从列表中选择。", ProblemKind.NotFound);
    public static readonly Problem NoPosition = new("cemetery.position.unknown", "没有这个墓位，或者不归您办理。请从墓区图中选择。", ProblemKind.NotFound);
    public static readonly Problem NoRight = new("cemetery.right.unknown", "没有这份墓位合同，或者不归您办理。请核对合同编号。", ProblemKind.NotFound);
    public static readonly Problem SectionTwice = new("cemetery.section.twice", "这个墓园已有同样代码的墓区。请换一个代码。");
    public static readonly Problem PositionTwice = new("cemetery.position.twice", "这个排号已有墓位。请核对排和号。");
    public static readonly Problem SpotTaken = new("cemetery.position.spot", "图上这个位置已有墓位。请核对坐标。");
    public static readonly Problem SizesWrong = new("cemetery.position.sizes", "面积、高度和容纳人数不能小于零，至少能安放一人。请核对后重新填写。", ProblemKind.Invalid);
    public static readonly Problem BlockedReason = new("cemetery.position.blocked-reason", "停用墓位要写原因。请填写后再停用。", ProblemKind.Invalid);
    public static readonly Problem PositionOpen = new("cemetery.position.open", "这个墓位已经开放。不需要再开放。");
    public static readonly Problem PositionInUse = new("cemetery.position.in-use", "这个墓位已有人使用或者预留，不能停用。请先办结合同。");

    public static readonly Problem Taken = new("cemetery.position.taken", "这个墓位刚刚被别人选走。请在图上另选一个。");
    public static readonly Problem NotFree = new("cemetery.position.not-free", "这个墓位现在不能选。请在图上选一个可选的墓位。");
    public static readonly Problem HoldLapsed = new("cemetery.right.lapsed", "留位已经到期，墓位已放开。请重新选位。");
    public static readonly Problem AlreadySigned = new("cemetery.right.signed", "这个墓位已经签了合同。请打开合同继续办理。");
    public static readonly Problem NotSigned = new("cemetery.right.unsigned", "这个墓位还没有签合同。请先签合同。");
    public static readonly Problem AlreadyPaid = new("cemetery.right.paid", "这份合同的费用已经收齐。不需要再交费。");
    public static readonly Problem NotPaid = new("cemetery.right.unpaid", "这份合同的费用还没有收齐，不能发证。请先到收费窗口交费。");
    public static readonly Problem AlreadyActive = new("cemetery.right.active", "这份合同已经发证。请在合同页查看证号。");
    public static readonly Problem NotActive = new("cemetery.right.inactive", "这份合同还没有生效，不能办理这一项。请先交费、发证。");
    public static readonly Problem RightEnded = new("cemetery.right.ended", "这份合同已经终止，不能再办理。需要墓位的，请重新选位签约。");
    public static readonly Problem NotCancellable = new("cemetery.right.not-cancellable", "已经交费的合同不能直接取消。请办理退墓。");
    public static readonly Problem NoTerm = new("cemetery.right.no-term", "这份合同没有使用期限，不用续期。");
    public static readonly Problem RenewalShort = new("cemetery.right.renewal-short", "续期的截止日要晚于现在的到期日。请核对后重新填写。", ProblemKind.Invalid);
    public static readonly Problem CarePaidAlready = new("cemetery.right.care-paid", "这段时间的维护管理费已经交过。请核对截止日。");
    public static readonly Problem Disputed = new("cemetery.right.disputed", "这份合同有争议，暂停办理。请先由负责人登记处理结果。");
    public static readonly Problem NotDisputed = new("cemetery.right.undisputed", "这份合同没有登记争议。请核对合同编号。");
    public static readonly Problem ExceptionUnapproved = new("cemetery.right.exception", "没有死亡证明或者火化证明的，要由第二人审批特殊情形。请先提交审批。");
    public static readonly Problem SecondPerson = new("cemetery.right.second-person", "审批人和签约人不能是同一人。请由另一人办理。");
    public static readonly Problem AmountWrong = new("cemetery.amount", "金额和日期要合理，金额不能小于零。请核对后重新填写。", ProblemKind.Invalid);

    public static readonly Problem RestsElsewhere = new("cemetery.interment.elsewhere", "这位逝者的骨灰已经安放在别处。请先办理迁出，再安葬到这里。");
    public static readonly Problem NoRoom = new("cemetery.interment.no-room", "这个墓位已经放满。请核对墓位的容纳人数。");
    public static readonly Problem PartWrong = new("cemetery.interment.part", "骨灰最多分为九份。请核对份号。", ProblemKind.Invalid);
    public static readonly Problem RemovedAlready = new("cemetery.interment.removed", "这条安葬记录已经迁出，不能再改。请打开现在的安葬记录。");
    public static readonly Problem NothingToMove = new("cemetery.interment.scattered", "撒散和海葬以后，没有骨灰可以迁出。");
}
