using System.Globalization;
using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Fees;

/// <summary>Every way maintenance fees refuse, with the sentence people read.</summary>
internal static class FeeProblems
{
    public static readonly Problem Years = new("cemetery.fee.years", "年数要写一年以上的整数。请重新填写。", ProblemKind.Invalid, "Years");
    public static readonly Problem NoItem = new("cemetery.fee.no-item", "这个墓区没有对应的维护管理费项目，不能收费。请先在墓区资料里补上收费项目。");
    public static readonly Problem NoUseItem = new("cemetery.fee.no-use-item", "这个墓区没有对应的使用费项目，不能续期。请先在墓区资料里补上收费项目。");
    public static readonly Problem Overlaps = new("cemetery.fee.overlap", "这段时间已经计过费。请刷新后按新的起止日期办理。", ProblemKind.Conflict);
    public static readonly Problem MoreThanOwed = new("cemetery.fee.more-than-owed", "金额超过应交的维护管理费。请核对金额。");
    public static readonly Problem MoreThanPaid = new("cemetery.fee.more-than-paid", "退费超过已经交的维护管理费。请核对金额。");
    public static readonly Problem Evidence = new("cemetery.waiver.evidence", "请写明证明材料的名称和编号。", ProblemKind.Invalid, "Evidence");
    public static readonly Problem WaiverOpen = new("cemetery.waiver.open", "这份合同已有一份减免申请等待审批。请等审批后再办。", ProblemKind.Conflict);
    public static readonly Problem NoWaiver = new("cemetery.waiver.unknown", "没有这份减免申请，或者不归您办理。请从待批列表中打开。", ProblemKind.NotFound);
    public static readonly Problem WaiverDecided = new("cemetery.waiver.decided", "这份减免申请已经审批。请刷新后查看结果。", ProblemKind.Conflict);
    public static readonly Problem WaiverSame = new("cemetery.waiver.second-person", "申请人和审批人不能是同一人。请由另一人审批。");
    public static readonly Problem BillOpen = new("cemetery.fee.bill-open", "这份合同有一份没有交清的费用清单。请先收款，或者等付款结果。", ProblemKind.Conflict);
    public static readonly Problem NothingChosen = new("cemetery.letter.none", "没有需要出具文书的合同。请先在列表中勾选。", ProblemKind.Invalid);
    public static readonly Problem NothingTicked = new("cemetery.letter.not-chosen", "还没有勾选合同。请返回列表勾选，或者点“全部预览”。", ProblemKind.Invalid);
    public static readonly Problem TooMany = new("cemetery.letter.too-many", "一次最多出具三百份。请分几次办理。", ProblemKind.Invalid);
    public static readonly Problem NoLetter = new("cemetery.letter.unknown", "没有这份文书，或者不归您办理。请核对编号。", ProblemKind.NotFound);
    public static readonly Problem NoMatch = new("cemetery.mine.no-match", "合同编号和手机号对不上。请核对合同上的编号和登记的手机号，或者打公墓电话询问。", ProblemKind.Refused);
    public static readonly Problem TooManyTries = new("cemetery.mine.too-many", "查错次数太多。请15分钟后再试，或者打公墓电话询问。", ProblemKind.Refused) { RetryAfter = TimeSpan.FromMinutes(15) };
    public static readonly Problem PassOver = new("cemetery.mine.over", "查询已过期。请重新填写合同编号和手机号。", ProblemKind.Refused);
    public static readonly Problem NoBill = new("cemetery.mine.no-bill", "还没有费用清单。请先选择要交的年数。", ProblemKind.Conflict);
    public static readonly Problem NotSigned = new("cemetery.mine.not-signed", "还没有签名。请手写签名，或者填写持证人姓名。", ProblemKind.Invalid, "Typed");
    public static readonly Problem NoPayer = new("cemetery.fee.no-payer", "这份合同没有登记持证人姓名，不能出具费用清单。请先补登持证人。");
    public static readonly Problem Year = new("cemetery.reserve.year", "年度要写四位数字，例如2026。请重新填写。", ProblemKind.Invalid, "Year");
    public static readonly Problem Voucher = new("cemetery.reserve.voucher", "请填写凭证号，预留金要有存款凭证。", ProblemKind.Invalid, "Voucher");
    public static readonly Problem Amount = new("cemetery.reserve.amount", "金额要大于零，最多两位小数。请重新填写。", ProblemKind.Invalid, "Amount");
    public static readonly Problem NoUnit = new("cemetery.reserve.no-unit", "没有这家单位，或者不归您办理。请从列表中选择。", ProblemKind.NotFound, "Institution");

    public static Problem PrepaidTooFar(int most, DateOnly latest, string source)
        => new("cemetery.fee.prepay", string.Create(CultureInfo.InvariantCulture, $"维护管理费一次最多预交{most}年，现在最晚可交到{latest:yyyy年M月d日}（{source}）。请减少年数。"), ProblemKind.Refused, "Years");

    public static Problem TermTooLong(int most, string source) => new("cemetery.fee.term", $"一次最多续期{most}年（{source}）。请减少年数。", ProblemKind.Refused, "Years");

    public static Problem NoTemplate(string name) => new("cemetery.letter.template", $"城市包里没有文书模板“{name}”。请管理员补上后再打印。");
}
