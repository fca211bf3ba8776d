using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Burials;

/// <summary>How burials, work orders and moves refuse.</summary>
internal static class BurialProblems
{
    public static readonly Problem NoOrder = new("cemetery.burial.unknown", "没有这份安葬预约，或者不归您办理。请从列表中选择。", ProblemKind.NotFound);
    public static readonly Problem NoWork = new("cemetery.work-order.unknown", "没有这张工单，或者不归您办理。请从列表中选择。", ProblemKind.NotFound);
    public static readonly Problem NoMove = new("cemetery.move.unknown", "没有这份迁葬申请，或者不归您办理。请从列表中选择。", ProblemKind.NotFound);
    public static readonly Problem NoInterment = new("cemetery.interment.unknown", "没有这条安葬记录，或者不归您办理。请核对后再查。", ProblemKind.NotFound);
    public static readonly Problem DayPast = new("cemetery.burial.past", "安葬日期不能早于今天。请重新选择。", ProblemKind.Invalid, "On");
    public static readonly Problem PeopleWrong = new("cemetery.burial.people", "到场人数应在1到500之间。请核对后重新填写。", ProblemKind.Invalid, "People");
    public static readonly Problem NoCapacity = new("cemetery.burial.full", "这个半天的安葬已经约满。请另选半天。", ProblemKind.Conflict, "On");
    public static readonly Problem CapacityRule = new("cemetery.burial.rule", "每半天安葬数的规则不是数。请管理员核对城市包的规则表。");
    public static readonly Problem OrderOver = new("cemetery.burial.over", "这份安葬预约已经办完或者取消。请打开安葬记录查看。");
    public static readonly Problem WorkOver = new("cemetery.work-order.over", "这张工单已经完成。不需要再办。");
    public static readonly Problem WorkUnstarted = new("cemetery.work-order.unstarted", "这张工单还没有开始。请先点开始。");
    public static readonly Problem WorkStarted = new("cemetery.work-order.started", "这张工单已经有人开始。请完成后再点完成。");
    public static readonly Problem AshesUnknown = new("cemetery.burial.ashes-unknown", "没有查到这个骨灰标签。请核对号码；外地骨灰请填火化证明编号。", ProblemKind.Invalid, "Ashes");
    public static readonly Problem AshesOrPerson = new("cemetery.burial.who", "请填写骨灰标签号；外地骨灰请填姓名和火化证明编号。", ProblemKind.Invalid, "Ashes");
    public static readonly Problem CertificateNeeded = new("cemetery.burial.certificate", "安葬要有火化证明。请填写火化证明编号。", ProblemKind.Invalid, "Certificate");
    public static readonly Problem NotNamed = new("cemetery.burial.not-named", "合同上的使用人不是这位逝者。请核对，或者先办理更名。");
    public static readonly Problem RelationNeeded = new("cemetery.burial.relation", "合葬要写明与已安葬者的关系。请填写。", ProblemKind.Invalid, "Relation");
    public static readonly Problem WayUnfit = new("cemetery.burial.way", "这个墓位不能用这种方式安葬。请核对安葬方式。", ProblemKind.Invalid, "Kind");
    public static readonly Problem WitnessNeeded = new("cemetery.burial.witness", "要有一位同事见证，见证人不能是登记人自己。请另选一位同事。", ProblemKind.Invalid, "Witness");
    public static readonly Problem SplitWhole = new("cemetery.burial.split", "这份骨灰已经分装。请扫每一份的新标签。", ProblemKind.Invalid, "Ashes");
    public static readonly Problem MoveOpen = new("cemetery.move.open", "这条安葬记录已有迁葬申请在办。请先办结。");
    public static readonly Problem MoveOver = new("cemetery.move.over", "这份申请已经办结。请打开安葬记录查看。");
    public static readonly Problem MoveUndecided = new("cemetery.move.undecided", "这份申请还没有复核。请先由负责人复核。");
    public static readonly Problem MoveSecond = new("cemetery.move.second-person", "申请人和复核人不能是同一人。请由另一人复核。");
    public static readonly Problem MoveWhere = new("cemetery.move.where", "迁葬要写明去处：本市的合同编号，或者迁往的地方。请填写一项。", ProblemKind.Invalid, "To");
    public static readonly Problem SamePlace = new("cemetery.move.same", "新的位置和现在的位置相同。请核对合同编号。", ProblemKind.Invalid, "To");

    public static Problem TermOver(DateOnly last) => TermIsOver with { Message = $"这份合同的使用期到{last.Year}年{last.Month}月{last.Day}日止，不能在以后安葬。请先办理续期，再安葬。" };

    public static readonly Problem TermIsOver = new("cemetery.burial.term-over", "这份合同的使用期已经届满，不能安葬。请先办理续期，再安葬。");
}
