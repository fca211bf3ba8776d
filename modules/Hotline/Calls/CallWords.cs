namespace Anmin.Hotline.Calls;

/// <summary>What people read for kinds, states and outcomes.</summary>
internal static class CallWords
{
    public static string Of(CallKind? value) => value switch { CallKind.Death => "报告去世", CallKind.Progress => "催问进度", CallKind.Advice => "咨询", CallKind.Complaint => "投诉", CallKind.Other => "其他", _ => "" };

    public static string Of(CallState value) => value switch { CallState.Ringing => "正在响铃", CallState.Answered => "通话中", CallState.Ended => "已结束", _ => "未接" };

    public static string Of(CallOutcome? value) => value switch { CallOutcome.Solved => "已答复", CallOutcome.CaseOpened => "已建案卷", CallOutcome.CallBack => "约了回拨", CallOutcome.PassedOn => "已转办", CallOutcome.Broken => "对方挂断", _ => "" };

    /// <summary>1:05 for sixty-five seconds.</summary>
    public static string Length(TimeSpan? span) => span is { } s ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(int)s.TotalMinutes}:{s.Seconds:00}") : "—";
}
