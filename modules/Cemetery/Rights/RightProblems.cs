using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Rights;

/// <summary>How holds, contracts and what follows them are refused.</summary>
internal static class RightProblems
{
    public static readonly Problem TooManyHolds = new("cemetery.hold.too-many", "这个电话已经留了规定数目的墓位。请先取消一个，或者等留位到期。");
    public static readonly Problem RuleNotNumber = new("cemetery.rule.not-number", "墓位规则的值不是数。请管理员核对城市包的规则表。");
    public static readonly Problem NoGround = new("cemetery.ground.nature-unknown", "这个单位还没有登记墓园性质，不能签合同。请管理员在城市包的墓园表中补上。");
    public static readonly Problem YearsWrong = new("cemetery.contract.years", "使用年限要填 1 到 100 的整数。请核对后重新填写。", ProblemKind.Invalid);
    public static readonly Problem CareYearsWrong = new("cemetery.contract.care-years", "维护管理费年数要填 0 到 100 的整数。请核对后重新填写。", ProblemKind.Invalid);
    public static readonly Problem CertificateMissing = new("cemetery.contract.certificate-missing", "请填写死亡证明或者火化证明的编号。", ProblemKind.Invalid, "BasisNumber");
    public static readonly Problem BasisWrong = new("cemetery.contract.basis", "请选择凭什么提供墓位：火化证明、死亡证明或者规定的特殊情形。", ProblemKind.Invalid, "Basis");
    public static readonly Problem CertificateVoid = new("cemetery.contract.certificate-void", "这个编号是本市殡仪馆的火化证明，但没有查到有效的一份。请核对编号，或者请家属到殡仪馆补办。", ProblemKind.Refused, "BasisNumber");
    public static readonly Problem CertificateElsewhere = new("cemetery.contract.certificate-elsewhere", "外地出具的证明要写明出具单位和核对情况。请填写核对说明。", ProblemKind.Invalid, "EvidenceNote");
    public static readonly Problem OtherPerson = new("cemetery.contract.other-person", "证明上的逝者和填写的使用人不是同一人。请核对姓名和证件号码。", ProblemKind.Refused, "UserName");
    public static readonly Problem UserMissing = new("cemetery.contract.user", "请填写使用人姓名。", ProblemKind.Invalid, "UserName");
    public static readonly Problem NotOnList = new("cemetery.contract.no-price", "这个墓区没有收费项目，不能签合同。请负责人先在墓区上选定清单里的使用费项目。");
    public static readonly Problem NoException = new("cemetery.exception.unknown", "没有这份审批申请，或者不归您办理。请从列表中选择。", ProblemKind.NotFound);
    public static readonly Problem ExceptionCode = new("cemetery.exception.code", "请选择要审批的情形。", ProblemKind.Invalid, "Matter");
    public static readonly Problem ExceptionOpen = new("cemetery.exception.open", "这份合同的同一情形已经在审批。请等审批结果。");
    public static readonly Problem ExceptionDecided = new("cemetery.exception.decided", "这份申请已经审批过，不能再改。情况有变化的，请重新申请。");
    public static readonly Problem ExceptionTwo = new("cemetery.exception.two", "申请人和审批人不能是同一人。请由另一人审批。");
    public static readonly Problem ExceptionAnswer = new("cemetery.exception.answer", "不同意要写明理由。请填写后再提交。", ProblemKind.Invalid, "Answer");
    public static readonly Problem ExceptionUsed = new("cemetery.exception.used", "这份审批已经用过，不能再用。请重新申请。");
    public static readonly Problem StillResting = new("cemetery.right.resting", "这个墓位里还有安放的骨灰，不能退墓。请先办理迁出。");
    public static readonly Problem NoHeir = new("cemetery.heir.unknown", "没有登记这位权利人。请从名单中选择。", ProblemKind.NotFound);
    public static readonly Problem NoHeirs = new("cemetery.heir.none", "还没有登记权利人。请先登记全部权利人，再办理变更。");
    public static readonly Problem HeirSilent = new("cemetery.heir.silent", "还有权利人没有书面同意，不能变更。请补齐每一位的同意。");
    public static readonly Problem HeirTwice = new("cemetery.heir.twice", "这位权利人已经登记过。请核对姓名和证件号码。");
    public static readonly Problem ConsentGiven = new("cemetery.heir.consented", "这位权利人已经同意过。请核对名单。");
    public static readonly Problem NoLatePayment = new("cemetery.late-payment.unknown", "没有这笔款项，或者不归您办理。请从列表中选择。", ProblemKind.NotFound);
    public static readonly Problem LateSettled = new("cemetery.late-payment.settled", "这笔款项已经登记了退费。请在收费页面查看退费结果。");
    public static readonly Problem NoTemplate = new("cemetery.paper.no-template", "没有这种文书的模板。请管理员在城市包中补上。");
    public static readonly Problem FilterUnknown = new("cemetery.right.filter", "没有这个筛选条件。请从列表上方选择。", ProblemKind.Invalid);
    public static readonly Problem PageKey = new("cemetery.right.page-key", "翻页位置不正确。请从第一页重新打开。", ProblemKind.Invalid);
    public static readonly Problem Unapproved = new("cemetery.right.unapproved", "这项变更要由另一人审批。请先提交审批。");
    public static readonly Problem SamePriceLost = new("cemetery.renewal.no-price", "当天的收费清单没有这个墓区的收费项目，不能续期。请财务核对清单。");
}
