using Anmin.Kernel.Outcomes;

namespace Anmin.Billing.Bills;

/// <summary>Every way a bill refuses, with the sentence people read.</summary>
internal static class BillProblems
{
    public static readonly Problem NoCase = new("billing.bill.no-case", "没有查到这个案卷，或者不在本馆。请核对案卷编号。", ProblemKind.NotFound);
    public static readonly Problem NoHome = new("billing.bill.no-home", "这个案卷还没有殡仪馆接收，不能报价。请等接运安排以后再办。");
    public static readonly Problem NoBill = new("billing.bill.none", "没有查到这份费用清单。请核对编号，或从收费页面重新打开。", ProblemKind.NotFound);
    public static readonly Problem NoLines = new("billing.bill.no-lines", "清单上还没有项目。请至少加一项。", ProblemKind.Invalid, "Lines");
    public static readonly Problem TooManyLines = new("billing.bill.too-many-lines", "一份清单最多六十项。请核对项目。", ProblemKind.Invalid, "Lines");
    public static readonly Problem ItemTwice = new("billing.bill.item-twice", "同一个项目写了两行。请合成一行，改数量。", ProblemKind.Invalid, "Lines");
    public static readonly Problem BelowNothing = new("billing.bill.below-nothing", "减免比应收还多。请核对减免。");
    public static readonly Problem AlreadySettled = new("billing.bill.settled", "这份清单已经结算，不能再改。多收的请办退费。", ProblemKind.Conflict);
    public static readonly Problem AlreadyPaid = new("billing.bill.paid", "这份清单的费用已经收齐，不用再收。请刷新后打印收据。", ProblemKind.Conflict);
    public static readonly Problem AlreadySigned = new("billing.bill.signed", "这一版清单经办人已经签过名，不用再签。", ProblemKind.Conflict);
    public static readonly Problem ChangedSinceShown = new("billing.bill.changed", "清单在您看的时候有了新的一版。请刷新，核对以后再签。", ProblemKind.Conflict);
    public static readonly Problem NotSigned = new("billing.bill.unsigned", "经办人还没有签这一版清单，不能收款。请先请经办人核对并签名。");
    public static readonly Problem ReasonForChange = new("billing.bill.reason", "经办人已经签过名。请写明为什么改，改后要重新签名。", ProblemKind.Invalid, "Reason");
    public static readonly Problem MoreThanOpen = new("billing.payment.more-than-open", "收款金额要大于零，并且不能超过未收的金额。请核对金额。", ProblemKind.Refused, "Amount");
    public static readonly Problem MoreThanPaid = new("billing.refund.more-than-paid", "退费不能超过已收的金额。请核对金额。", ProblemKind.Refused, "Amount");
    public static readonly Problem NotPng = new("billing.signature.not-png", "没有收到完整的签名图像。请清除后重新签名，或者改用纸质件签名。", ProblemKind.Invalid, "Image");
    public static readonly Problem TypedName = new("billing.signature.typed", "填写的姓名和合同上的持证人不一样。请照合同填写姓名，或者手写签名。", ProblemKind.Invalid, "Typed");
    public static readonly Problem TooLarge = new("billing.signature.too-large", "签名图像太大。请清除后重新签名，或者改用纸质件签名。", ProblemKind.Invalid, "Image");
    public static readonly Problem NoHandler = new("billing.signature.no-handler", "这个案卷没有登记经办人，不能签名。请先在案卷里登记经办人。");
    public static readonly Problem Kept = new("billing.bill.kept", "已经写定的清单不能改。要更改请出新的一版。", ProblemKind.Conflict);
    public static readonly Problem Unlisted = new("billing.unlisted", "清单以外的项目不能收费。请从本馆公布的收费清单中选择。");
    public static readonly Problem OverCeiling = new("billing.over-ceiling", "单价超过收费清单的上限。请改低单价。");
    public static readonly Problem PassOver = new("billing.bill.pass-over", "查询已过期。请从办理进度重新打开费用清单。", ProblemKind.NotFound);
    public static readonly Problem Broken = new("billing.bill.broken", "这份清单的内容与签名时的校验值不符，不能结算。请报告系统管理员。", ProblemKind.Conflict);

    public static Problem OffList(string item) => new("billing.off-list", $"“{(item.Length > 40 ? item[..40] : item)}”不在本馆公布的收费清单里，不能收费。这次尝试已经记录。请从清单中选择。", ProblemKind.Refused, "Lines");

    public static Problem NoTemplate(string name) => new("billing.no-template", $"城市包里没有文书模板“{name}”。请管理员补上后再打印。");

    public static Problem Number(string field, string label) => new("billing.number", $"{label}要写数字，例如 1 或 2.5。请改正后再提交。", ProblemKind.Invalid, field);
}
