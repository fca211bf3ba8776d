using Anmin.Kernel.Settings;

namespace Anmin.Workbench;

/// <summary>What an administrator may turn here (参数).</summary>
internal static class WorkbenchSettings
{
    public static readonly Setting AtOnce = Setting.Number("workbench.export.at-once", "导出时当场给文件的最多行数", 2000, 10, 10_000, "行") with { Hint = "超过这个行数的清单在后台做，做好后在任务托盘里下载。" };

    public static readonly Setting Most = Setting.Number("workbench.export.most", "一次后台导出最多行数", 200_000, 1000, 1_000_000, "行") with { Hint = "超过的请导出的人缩小范围。" };

    public static readonly Setting OpenMost = Setting.Number("workbench.export.open-most", "每人同时在办的后台导出、批量办理", 5, 1, 50, "项") with { Hint = "两样分别计数。" };

    public static readonly Setting KeptDays = Setting.Number("workbench.export.kept-days", "导出文件保留天数", 7, 1, 90, "天") with { Hint = "到期后删除文件，谁何时导出仍留在审计里。" };

    public static readonly Setting UndoMinutes = Setting.Number("workbench.bulk.undo-minutes", "批量办理可以撤销的时间", 30, 1, 1440, "分钟") with { Hint = "从办完算起。过后只能逐份更正。" };

    public static readonly IReadOnlyList<Setting> All = [AtOnce, Most, OpenMost, KeptDays, UndoMinutes];
}
