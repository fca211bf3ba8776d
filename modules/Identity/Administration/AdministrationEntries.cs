using Anmin.Kernel.Actors;
using Anmin.Ui.Frame;

namespace Anmin.Identity.Administration;

/// <summary>The portal and the administrators' pages of this part of the module.</summary>
internal static class AdministrationEntries
{
    public static readonly IReadOnlyList<MenuEntry> All =
    [
        new(1, Permission.SignedIn, "/portal", "门户", "home"),
        new(700, IdentityPermissions.ArrangeMenus, "/admin/menus", "菜单", "workbench") { Group = "系统" },
        new(710, IdentityPermissions.KeepDictionaries, "/admin/dictionaries", "字典", "document") { Group = "系统" },
        new(720, IdentityPermissions.ChangeSettings, "/admin/parameters", "参数", "settings") { Group = "系统" },
        new(730, IdentityPermissions.RunJobs, "/admin/jobs", "定时任务", "clock") { Group = "系统" },
        new(740, IdentityPermissions.ReadHealth, "/admin/health", "服务监控", "chart") { Group = "系统" },
        new(650, IdentityPermissions.ChangeSecuritySettings, "/admin/security-parameters", "安全参数", "lock") { Group = "权限与安全" },
        new(800, IdentityPermissions.ReadAudit, "/admin/audit", "操作日志", "shield") { Group = "审计" },
    ];
}
