using Anmin.Kernel.Actors;

namespace Anmin.Workbench;

/// <summary>Everything somebody may be allowed to do here, with the label of the role screen. The tray itself is everybody's own.</summary>
internal static class WorkbenchPermissions
{
    public static readonly Permission RunExports = new("workbench.export.run", "制作和清理导出文件") { Kind = PermissionKind.System };

    public static readonly Permission RunBulk = new("workbench.bulk.run", "记录批量办理的结果") { Kind = PermissionKind.System };

    public static readonly Permission ShareFilters = new("workbench.filter.share", "把筛选共享给本单位");

    public static readonly IReadOnlyList<Permission> All = [RunExports, RunBulk, ShareFilters];
}
