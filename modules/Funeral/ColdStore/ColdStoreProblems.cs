using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.ColdStore;

internal static class ColdStoreProblems
{
    public static Problem OutOfOrder(string box, string until) => new("funeral.box.out-of-order", $"{box}正在停用检修，到{until}。请换一个空位。", ProblemKind.Conflict, "Place");

    public static readonly Problem TagUnknown = new("funeral.box.tag-unknown", "本馆存放的遗体里没有这个腕带。请重新扫描；标签损坏的，按案卷查找并报告值班负责人。", ProblemKind.Refused, "Tag");

    public static readonly Problem CodeDamaged = new("funeral.box.code-damaged", "这个码读不全。请擦净后重新扫描，或者照着柜门手工输入。", ProblemKind.Invalid, "Place");

    public static readonly Problem BoxUsed = new("funeral.box.used", "这个柜里有遗体，不能停用。请先转到别的柜。", ProblemKind.Conflict, "Box");

    public static readonly Problem BoxUnknown = new("funeral.box.unknown", "本馆没有这个冷藏柜。请从列表中选择。", ProblemKind.Invalid, "Box");

    public static readonly Problem NotClosed = new("funeral.box.not-closed", "这个柜没有停用登记，或者已经恢复。请刷新。", ProblemKind.Conflict, "Box");

    public static readonly Problem UntilPast = new("funeral.box.until", "预计恢复时间要在现在以后。请核对。", ProblemKind.Invalid, "Until");
}
