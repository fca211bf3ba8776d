using System.Globalization;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Rules;

namespace Anmin.Funeral.Stays;

/// <summary>The clocks of a stay, each by the rule of the place and of the day it began: an old case keeps its old deadline.</summary>
internal sealed class StayClocks(RuleBook rules, Reference reference)
{
    /// <summary>Until when a body may stay; exclusive.</summary>
    public Outcome<DateTimeOffset> Due(string division, bool infectious, bool nameless, DateTimeOffset reportedAt, DateTimeOffset arrivedAt, DateTimeOffset? extendedUntil)
    {
        var due = nameless ? rules.Due("unidentified.notice", division, reportedAt)
            : infectious ? rules.Due("cremation.deadline.infectious", division, arrivedAt)
            : rules.Due("cremation.deadline", division, arrivedAt);
        return due.Ok && extendedUntil > due.Value ? extendedUntil.Value : due;
    }

    public DateTimeOffset? DueOrNone(string division, bool infectious, bool nameless, DateTimeOffset reportedAt, DateTimeOffset arrivedAt, DateTimeOffset? extendedUntil)
        => Due(division, infectious, nameless, reportedAt, arrivedAt, extendedUntil) is { Ok: true } due ? due.Value : null;

    /// <summary>How long the 经办人 has to answer, from the end of the day the letter was received.</summary>
    public Outcome<DateTimeOffset> AnswerUntil(string division, DateTimeOffset receivedAt) => rules.Due("stay.notice.answer", division, receivedAt);

    /// <summary>How long a notice hangs out before the home may propose. The nameless have their own, longer one.</summary>
    public Outcome<DateTimeOffset> AnnouncedUntil(string division, bool nameless, DateTimeOffset from) => rules.Due(nameless ? "unidentified.disposal" : "stay.announcement", division, from);

    /// <summary>The latest day of an extension that is asked for now.</summary>
    public Outcome<DateTimeOffset> LatestExtension(string division, DateTimeOffset due) => rules.Due("stay.extension.max", division, due);

    public Outcome<int> MostExtensions(string division, bool infectious, DateTimeOffset on)
    {
        if (!rules.Find("stay.extension.times", division, DayOf(on), infectious ? "infectious" : "").Try(out var rule, out var problem)) return problem;
        return int.TryParse(rule.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? times
            : new Problem("kernel.rule.not-a-clock", $"规则“stay.extension.times”的值“{rule.Value}”不是次数。请管理员核对城市包的规则表。");
    }

    /// <summary>Whether the law of that day asks for a record with the police (国务院令第824号修订《殡葬管理条例》, article still to be checked).</summary>
    public bool PoliceNeeded(string division, DateTimeOffset on) => rules.Find("stay.police-record", division, DayOf(on)) is { Ok: true, Value.Value: "required" };

    private DateOnly DayOf(DateTimeOffset at) => LocalClock.DateOf(at, reference.Now.Zone);
}

internal static class StayWords
{
    /// <summary>Row of the pack's numbering.csv.</summary>
    public static string Series(StayLetterKind kind) => kind switch
    {
        StayLetterKind.Extension => "stay-extension",
        StayLetterKind.Notice => "overdue-notice",
        StayLetterKind.Announcement => "stay-announcement",
        _ => "stay-opinion",
    };

    /// <summary>Name of the pack's letter; the same word.</summary>
    public static string Template(StayLetterKind kind) => Series(kind);

    public static string Of(StayLetterKind kind) => kind switch
    {
        StayLetterKind.Extension => "延期申请",
        StayLetterKind.Notice => "逾期处理告知书",
        StayLetterKind.Announcement => "公告",
        _ => "民政意见书",
    };

    public static string Of(DeliveryWay way) => way switch { DeliveryWay.InPerson => "当面送达", DeliveryWay.Post => "邮寄送达", DeliveryWay.LeftAtHome => "留置送达", _ => "无法送达" };

    public static string Of(OverdueState state) => state switch
    {
        OverdueState.Notified => "告知书已签发",
        OverdueState.Received => "等答复期满",
        OverdueState.Announced => "公告中",
        OverdueState.Proposed => "等民政意见",
        OverdueState.Approved => "民政已同意",
        OverdueState.Refused => "民政未同意",
        OverdueState.Signed => "馆长已签字",
        _ => "已结束",
    };
}
