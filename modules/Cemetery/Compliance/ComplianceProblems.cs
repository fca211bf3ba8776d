using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Compliance;

internal static class ComplianceProblems
{
    public static readonly Problem NoFinding = new("cemetery.finding.unknown", "没有这条合规线索，或者不归您办理。请从清单中选择。", ProblemKind.NotFound);
    public static readonly Problem Judged = new("cemetery.finding.judged", "这条线索已经核实办结。不需要再核实。");
    public static readonly Problem Proposed = new("cemetery.finding.proposed", "这条线索已有核实意见，等第二人复核。请由另一人复核。");
    public static readonly Problem NotProposed = new("cemetery.finding.unproposed", "这条线索还没有核实意见。请先核实，再由另一人复核。");
    public static readonly Problem SamePerson = new("cemetery.finding.same-person", "核实和复核不能是同一人。请由另一人复核。");
    public static readonly Problem NoDecision = new("cemetery.finding.no-decision", "没有选核实结果。请选择属实、不属实或者移送。", ProblemKind.Invalid, "Decision");
    public static readonly Problem ToWhom = new("cemetery.finding.to-whom", "没有写移送给谁。请写明接收的部门。", ProblemKind.Invalid, "PassedTo");
    public static readonly Problem Elsewhere = new("cemetery.finding.ground", "没有这个墓园，或者不归您监管。请从列表中选择。", ProblemKind.NotFound);
    public static readonly Problem BadFilter = new("cemetery.finding.filter", "没有这个筛选条件。请从列表中选择，或者清除筛选。", ProblemKind.Invalid);
}
