using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Stays;

/// <summary>How stays, extensions and overdue letters refuse.</summary>
internal static class StayProblems
{
    public static readonly Problem NotOverdue = new("funeral.stay.not-overdue", "还没有到存放期限，不能签发逾期告知书。请看期限，到期以后再办。");

    public static readonly Problem NotStaying = new("funeral.stay.not-here", "遗体不在馆内存放，不能办这一步。请看流转记录。");

    public static readonly Problem Already = new("funeral.stay.already", "这位逝者已有在办的逾期处理。请打开那一件接着办理。", ProblemKind.Conflict);

    public static readonly Problem NoneOpen = new("funeral.stay.none", "这位逝者没有在办的逾期处理。请先签发逾期告知书；无名遗体请先发布公告。");

    public static readonly Problem WrongStep = new("funeral.stay.wrong-step", "现在不是办这一步的时候，可能已有同事办过。请刷新后看当前进度。", ProblemKind.Conflict);

    public static readonly Problem NamelessGoesPublic = new("funeral.stay.nameless", "无名遗体没有经办人可以告知。请直接发布公告。");

    public static readonly Problem HandlerUnknown = new("funeral.stay.handler", "请选择这份案卷登记的经办人。还没有登记的，请先登记。", ProblemKind.Invalid, "Handler");

    public static readonly Problem ReceiptTooEarly = new("funeral.stay.receipt-early", "送达日期早于告知书的签发日期。请核对送达回证。", ProblemKind.Invalid, "ReceivedOn");

    public static readonly Problem ReceiptInFuture = new("funeral.stay.receipt-future", "送达日期晚于今天。请核对送达回证。", ProblemKind.Invalid, "ReceivedOn");

    public static readonly Problem AnswerRuns = new("funeral.stay.answer-runs", "告知书的答复期还没有满。请等期满以后再发布公告。");

    public static readonly Problem NoticeRuns = new("funeral.stay.notice-runs", "公告期还没有满。请等期满以后再报民政局。");

    public static readonly Problem PoliceRecordMissing = new("funeral.stay.police-record", "还没有填写公安机关的备案或意见编号。请先报公安机关，再由馆长签字。", ProblemKind.Invalid, "PoliceRecord");

    public static readonly Problem ClockBack = new("funeral.stay.clock-back", "现在的时间早于上一步的时间，服务器时钟可能被调过。请管理员核对时钟后再办。");

    public static readonly Problem NotSignedYet = new("funeral.stay.not-signed", "逾期处理还没有走完，或者已经停止，不能火化。请看逾期处理的进度。");

    public static readonly Problem OpinionForeign = new("funeral.stay.opinion-foreign", "确认书依据的民政意见不是这位逝者的，或者没有同意。请核对意见书。");

    public static readonly Problem UntilTooEarly = new("funeral.stay.until-early", "延期要到现在的期限以后。请核对日期。", ProblemKind.Invalid, "Until");

    public static Problem UntilTooLate(string most) => new("funeral.stay.until-late", $"按本地规则，这次最多延到{most}。请改早一些。", ProblemKind.Invalid, "Until");

    public static Problem TooOften(int most) => new("funeral.stay.too-often", most == 0 ? "按本地规则，这种情形不能延期。请与经办人商定火化时间。" : $"按本地规则最多延期{most}次，已经用完。请与经办人商定火化时间。");

    public static readonly Problem AlreadySigned = new("funeral.stay.signed", "馆长已按民政意见签字，不能再延期。家属到馆的，请先办确认书。");

    public static readonly Problem LetterUsed = new("funeral.stay.letter-used", "这个文书编号已经用过。请重新提交。", ProblemKind.Conflict);

    public static readonly Problem ConfirmedAlready = new("funeral.stay.confirmed", "家属已经签过确认书，不走逾期处理。请按确认书办理。", ProblemKind.Conflict);
}
