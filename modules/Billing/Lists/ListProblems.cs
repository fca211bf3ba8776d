using Anmin.Kernel.Outcomes;

namespace Anmin.Billing.Lists;

/// <summary>Every way price lists refuse.</summary>
internal static class ListProblems
{
    public static readonly Problem SecondPerson = new("billing.list.second-person", "公布要由编制人以外的人办理。请交给另一位有公布权限的人。");
    public static readonly Problem NotChecked = new("billing.list.not-checked", "清单还没有核对通过。请先提交核对，改完所有问题再备案。");
    public static readonly Problem NotFiled = new("billing.list.not-filed", "清单还没有备案。请先登记备案号，再公布。");
    public static readonly Problem OverlapsAnother = new("billing.list.overlaps", "这个执行日期与本单位另一份已公布的清单重叠。请改一个更晚的日期。", ProblemKind.Conflict, "From");
    public static readonly Problem AmountsReversed = new("billing.list.amounts", "最低价不能高于最高价，也不能小于零。请改金额。", ProblemKind.Invalid, "Most");
    public static readonly Problem Kept = new("billing.list.kept", "已公布的清单不能改。要改价格，请复制一份新清单，从新的日期执行。");
    public static readonly Problem EvaluatedAlready = new("billing.list.evaluated", "这一天已经登记过评估。请核对日期。", ProblemKind.Conflict, "On");
    public static readonly Problem NothingToCopy = new("billing.list.nothing-to-copy", "本单位没有正在执行的清单可以复制。请新建空白清单。", ProblemKind.Refused, "Copy");
    public static readonly Problem ItemNotThere = new("billing.list.item-gone", "清单里没有这个项目，可能已经删去。请刷新页面后再看。", ProblemKind.NotFound);
    public static readonly Problem PackageNotThere = new("billing.list.package-gone", "清单里没有这个组合，可能已经删去。请刷新页面后再看。", ProblemKind.NotFound);
    public static readonly Problem NoRows = new("billing.list.file-empty", "表里没有项目。请按模板填写后再导入。", ProblemKind.Invalid, "File");
    public static readonly Problem CodeBad = new("billing.list.code", "编码只能用小写字母、数字和横线，最多40位。请改编码。", ProblemKind.Invalid, "Item");
    public static readonly Problem AmountUnread = new("billing.list.amount", "金额要写成数字，最多两位小数，不超过100万元。请改金额。", ProblemKind.Invalid, "Most");
    public static readonly Problem UnknownInstitution = new("billing.list.institution", "没有找到这个单位。请从列表中选择。", ProblemKind.Invalid, "Institution");
    public static readonly Problem EvaluationTooEarly = new("billing.list.evaluation-day", "评估日期不能早于清单的执行日期，也不能晚于今天。请改日期。", ProblemKind.Invalid, "On");
    public static readonly Problem NotPublished = new("billing.list.not-published", "这份清单没有公布过，不用评估。请选择正在执行的清单。");
    public static readonly Problem OtherInstitution = new("billing.list.other-institution", "只能比较同一单位的两份清单。请重新选择。", ProblemKind.Invalid, "Other");

    public static Problem NotOpen(PriceListState state) => new("billing.list.not-open", $"清单{PriceList.Label(state)}，不能再改。要改价格，请复制一份新清单。");

    public static Problem FromTooEarly(DateOnly earliest) => new("billing.list.from", $"执行日期最早是{earliest:yyyy年M月d日}。请改日期。", ProblemKind.Invalid, "From");

    public static Problem Overlaps(string title, DateOnly earliest) => OverlapsAnother with { Message = $"执行日期与“{title}”重叠，最早可以从{earliest:yyyy年M月d日}起。请改日期。" };

    public static Problem OffList(string item) => new("billing.off-list", $"收费清单里没有“{item}”，不得收费。请从清单中选择项目。", ProblemKind.Refused, "Item");

    public static Problem TermUnread(string clause) => new("billing.list.term", $"看不懂计价条件“{clause}”。请照“条件写法”里的句子写。", ProblemKind.Invalid, "Terms");

    public static Problem PackageLine(string line) => new("billing.list.package-line", $"看不懂组合的这一行“{line}”。请写成“项目编码 数量”，一行一项。", ProblemKind.Invalid, "Items");
}
