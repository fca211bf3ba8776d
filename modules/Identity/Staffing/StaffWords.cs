using Anmin.Ui.Words;

namespace Anmin.Identity.Staffing;

/// <summary>What the pages about people say.</summary>
internal static class StaffWords
{
    public static string StateOf(FindStaff.Row row) => row switch
    {
        { Here: false } => "离职",
        { StandIn: true } => "在岗，代岗中",
        _ => "在岗",
    };

    public static string SourceOf(bool local) => local ? "本地登记" : "城市包";

    /// <summary>From a day to a day, both inclusive.</summary>
    public static string Period(DateOnly? from, DateOnly? until)
        => (from, until) switch
        {
            (null, null) => "长期",
            ({ } first, null) => $"{ChineseTime.IsoDate(first)} 起",
            (null, { } last) => $"到 {ChineseTime.IsoDate(last)}",
            ({ } first, { } last) => $"{ChineseTime.IsoDate(first)} 至 {ChineseTime.IsoDate(last)}",
        };

    /// <summary>After something was done, for the notice on top; null where the address says nothing known.</summary>
    public static string? Done(string? what) => what switch
    {
        "added" => "已登记。接着可以安排其他岗位，或开通账号。",
        "edited" => "资料已保存。",
        "appointed" => "任职已安排。到起始日期那天起，权限自动有效。",
        "stand-in" => "代岗已安排。到期自动结束。",
        "ended" => "已结束，权限当即收回。",
        "handed" => "在办的事已移交给接手的同事，案卷里留有记录。",
        "left" => "离职已登记。",
        "saved" => "已保存。",
        "closed" => "已停用。",
        _ => null,
    };
}
