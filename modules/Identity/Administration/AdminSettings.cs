using Anmin.Kernel.Settings;

namespace Anmin.Identity.Administration;

/// <summary>What an administrator may turn of this part of the module.</summary>
internal static class AdminSettings
{
    public static readonly Setting DiskLeft = Setting.Number("identity.health.disk-left", "磁盘剩余提醒线", 10, 1, 50, "%") with { Hint = "数据所在磁盘剩余空间低于这个比例时，服务监控显示“有问题”。" };

    public static readonly Setting ExportMost = Setting.Number("identity.audit.export-most", "一次导出审计最多", 20_000, 100, 200_000, "条") with { Hint = "超过这个数目的导出不办理，请导出的人缩小范围。" };

    public static readonly IReadOnlyList<Setting> All = [DiskLeft, ExportMost];
}
