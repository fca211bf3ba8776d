using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.SpecialRemains;

/// <summary>Every way the handling of special remains refuses.</summary>
internal static class SpecialProblems
{
    public static readonly Problem AshesExpected = new("funeral.ashes.expected", "只有婴幼儿可以登记无骨灰。请按有骨灰结束火化，收殓骨灰并打印标签。");

    public static readonly Problem AbsenceSigned = new("funeral.ashes.absence-signed", "这次火化已经登记无骨灰，不能再有骨灰。请核对案卷。", ProblemKind.Conflict);

    public static readonly Problem SignerNeeded = new("funeral.ashes.absence-signer", "请选择签字的经办人。无骨灰要由登记的经办人签字知晓。", ProblemKind.Invalid, "SignedBy");

    public static readonly Problem PaperUsed = new("funeral.body-part.paper", "这份医院证明已经登记过。请核对编号；编号没有写错的，请联系医院。", ProblemKind.Conflict, "PaperNumber");

    public static readonly Problem PaperDate = new("funeral.body-part.paper-date", "医院证明的日期不能晚于今天。请核对证明。", ProblemKind.Invalid, "IssuedOn");

    public static readonly Problem PartDone = new("funeral.body-part.done", "这一件已经火化。请看记录。", ProblemKind.Conflict);

    public static readonly Problem PartMismatch = new("funeral.body-part.mismatch", "标签与这一件不符。请停下，核对包装上的标签和记录。", ProblemKind.Refused, "Scan");

    public static readonly Problem PartFirst = new("funeral.body-part.first", "还没有第一人核对。请第一人先用自己的账号扫包装上的标签。", ProblemKind.Refused, "Scan");
}
