using Anmin.Kernel.Outcomes;

namespace Anmin.Hotline;

/// <summary>Every way this room refuses, with the sentence people read.</summary>
internal static class HotlineProblems
{
    public static readonly Problem TakenByOther = new("hotline.call.taken", "这个电话已经由同事接听。请接下一个来电。", ProblemKind.Conflict);

    public static readonly Problem CallOver = new("hotline.call.over", "这个电话已经结束。需要补充时，请给来电人回拨后另记一次通话。");

    public static readonly Problem NotYours = new("hotline.call.not-yours", "这个电话是同事在接。请由接听的人登记，或请他转给您。");

    public static readonly Problem HasCase = new("hotline.call.has-case", "这次通话已经建过案卷。请打开案卷补充资料，不要再建一份。");

    public static readonly Problem CallerNeeded = new("hotline.call.caller", "请填写来电号码。", ProblemKind.Invalid, "Caller");

    public static readonly Problem NameNeeded = new("hotline.report.name", "请填写逝者姓名。不知道的勾选“姓名暂时不知道”。", ProblemKind.Invalid, "Name");

    public static readonly Problem KindNeeded = new("hotline.call.kind", "请选择这次来电是为了什么事。", ProblemKind.Invalid, "Kind");

    public static readonly Problem OutcomeNeeded = new("hotline.call.outcome", "请选择这次通话的结果。", ProblemKind.Invalid, "Outcome");

    public static readonly Problem WrongCase = new("hotline.call.case", "没有查到这份案卷，或者它不是来电人经办的。请从列表中选择。", ProblemKind.Invalid, "FuneralCase");

    public static readonly Problem CallBackDone = new("hotline.call-back.done", "这个回拨已经了结。需要再联系时，请另建一个回拨。", ProblemKind.Conflict);

    public static readonly Problem CallBackPast = new("hotline.call-back.past", "回拨时间已经过去。请填写现在以后的时间。", ProblemKind.Invalid, "CallBackAt");

    public static readonly Problem OwnCall = new("hotline.quality.own", "不能给自己接的电话打分。请由另一人评分。");

    public static readonly Problem Scored = new("hotline.quality.scored", "这次通话已经评过分。评分不能改，有不同意见请写进备注另行处理。", ProblemKind.Conflict);

    public static readonly Problem NoSheet = new("hotline.quality.sheet", "城市包里没有评分表。请管理员补上 hotline_quality.csv 后再评分。");

    public static readonly Problem DayNotOver = new("hotline.quality.day", "这一天还没有过完。请抽取今天以前的通话。", ProblemKind.Invalid, "Date");

    public static readonly Problem NothingToDraw = new("hotline.quality.none", "这一天没有可以抽取的通话。请换一天。");

    public static readonly Problem PeriodReversed = new("hotline.statistics.period", "结束日期早于开始日期。请重新填写。", ProblemKind.Invalid, "Until");

    public static Problem PeriodTooLong(int most) => new("hotline.statistics.long", $"一次最多看{most}天。请缩短时间范围。", ProblemKind.Invalid, "Until");

    public static Problem Points(string field, string title, int most) => new("hotline.quality.points", $"“{title}”请打0到{most}分。", ProblemKind.Invalid, field);

    public static Problem NoTown(string text) => new("hotline.town.none", $"没有叫“{text}”的街道或镇。请换几个字母，或者打汉字。", ProblemKind.Invalid, "Place");

    public static Problem ManyTowns(string text, string names) => new("hotline.town.many", $"“{text}”对应多处：{names}。请多打几个字母，或者先打县区的首字母。", ProblemKind.Invalid, "Place");
}
