using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Deposits;

/// <summary>How deposits refuse.</summary>
internal static class DepositProblems
{
    public static readonly Problem NicheUnknown = new("cemetery.niche.unknown", "没有这个格位。请从列表中选择。", ProblemKind.Invalid, "Niche");
    public static readonly Problem NotANiche = new("cemetery.niche.not-a-niche", "这个位置不是格位，不能寄存骨灰。请选择骨灰堂的格位。", ProblemKind.Invalid, "Niche");
    public static readonly Problem AshesUnknown = new("cemetery.deposit.ashes-unknown", "没有查到这个骨灰标签。请核对标签上的号码。", ProblemKind.Invalid, "Ashes");
    public static readonly Problem NotDeposited = new("cemetery.deposit.not-here", "这份骨灰现在不在寄存。请核对寄存证号。");
    public static readonly Problem TermRule = new("cemetery.deposit.term-rule", "寄存期限的规则不是年数。请管理员核对城市包的规则表。");
    public static readonly Problem IdUnseen = new("cemetery.deposit.id-unseen", "要先看领取人的身份证原件。看过后勾选，再办理领取。", ProblemKind.Invalid, "IdSeen");
    public static readonly Problem AuthorisationNeeded = new("cemetery.deposit.authorisation", "领取人不是寄存人，要有寄存人的授权。请填写授权的情况。", ProblemKind.Invalid, "Authorisation");
    public static readonly Problem WitnessNeeded = new("cemetery.deposit.witness", "要有一位同事见证，见证人不能是经办人自己。请另选一位同事。", ProblemKind.Invalid, "Witness");
    public static readonly Problem NotOverdue = new("cemetery.deposit.not-overdue", "这份寄存还没有到期，不需要通知领取。到期后再办理。");
    public static readonly Problem ClockRunning = new("cemetery.deposit.clock", "无人认领的期限还没有到。请到期限届满后再办理。");
    public static readonly Problem NotNotified = new("cemetery.deposit.unnotified", "还没有通知寄存人。请先发通知。");
    public static readonly Problem AlreadyNotified = new("cemetery.deposit.notified", "已经通知过寄存人。请等期限届满。");
    public static readonly Problem NotAnnounced = new("cemetery.deposit.unannounced", "还没有公告，或者公告期没有满。请在公告期满后办理。");
    public static readonly Problem AlreadyAnnounced = new("cemetery.deposit.announced", "已经公告过。请等公告期满。");
    public static readonly Problem AlreadyProposed = new("cemetery.deposit.proposed", "处置意见已经提交。请等县区民政局批准。");
    public static readonly Problem NotProposed = new("cemetery.deposit.unproposed", "馆方还没有提交处置意见。请先由馆方提交。");
    public static readonly Problem SecondPerson = new("cemetery.deposit.second-person", "提出的人和批准的人不能是同一人。请由民政局另一人批准。");
    public static readonly Problem ClaimOver = new("cemetery.deposit.claim-over", "这次无人认领的办理已经结束。请打开寄存记录查看结果。");
    public static readonly Problem ClaimOpen = new("cemetery.deposit.claim-open", "这份寄存的领取通知正在办理。不需要再发。");
    public static readonly Problem NobodyToAnnounce = new("cemetery.deposit.nobody", "没有要公告的寄存。请先选择已通知、期限届满的寄存。", ProblemKind.Invalid, "Claims");
    public static readonly Problem EcoPlaceNeeded = new("cemetery.deposit.eco", "要安放到生态葬的位置。请从列表中选一个生态葬位置。", ProblemKind.Invalid, "Place");

    public static readonly Problem NoPaper = new("cemetery.deposit.no-paper", "没有这份通知或者公告，或者不归您办理。请从列表中选择。", ProblemKind.NotFound);
    public static readonly Problem NoTemplate = new("cemetery.deposit.template", "城市包里没有这份文书的式样。请管理员补上后再打印。");

    public static Problem TermTooLong(string most) => new("cemetery.deposit.term", $"期限最长{most}年，最短一年。请修改后再提交。", ProblemKind.Invalid, "Years");
}
