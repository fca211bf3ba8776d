using Anmin.Kernel.Actors;

namespace Anmin.Identity;

internal static class IdentityPermissions
{
    public static readonly Permission ReadAudit = new("identity.audit.read", "查看审计") { Kind = PermissionKind.Audit };
    public static readonly Permission ManageStaff = new("identity.staff.manage", "管理人员") { Kind = PermissionKind.System };
    public static readonly Permission ManageClients = new("identity.client.manage", "管理接入系统") { Kind = PermissionKind.Security };
    public static readonly Permission RotateKeys = new("identity.signing-key.rotate", "更换签名密钥") { Kind = PermissionKind.Security };

    public static readonly Permission ReadSessions = new("identity.session.read", "查看在线用户") { Kind = PermissionKind.Security };
    /// <summary>For work beside a road or a furnace on a phone of one's own: the session lives as long as a stretch without network does.</summary>
    public static readonly Permission KeepFieldSession = new("identity.session.field", "外勤登录");
    public static readonly Permission EndSessions = new("identity.session.end", "强制退出") { Kind = PermissionKind.Security };
    public static readonly Permission ReadSignIns = new("identity.sign-in.read", "查看登录日志") { Kind = PermissionKind.Audit };
    public static readonly Permission ManageAccounts = new("identity.account.manage", "管理账号") { Kind = PermissionKind.System };

    public static readonly Permission ManageOrganisations = new("identity.organisation.manage", "管理机构和部门") { Kind = PermissionKind.System };
    public static readonly Permission AppointStaff = new("identity.post.appoint", "安排任职和代岗") { Kind = PermissionKind.System };
    public static readonly Permission ManageRoles = new("identity.role.manage", "管理角色权限") { Kind = PermissionKind.Security };
    public static readonly Permission ArrangeMenus = new("identity.menu.arrange", "编排菜单") { Kind = PermissionKind.System };
    public static readonly Permission ChangeSettings = new("identity.setting.change", "修改参数") { Kind = PermissionKind.System };
    public static readonly Permission ChangeSecuritySettings = new("identity.security-setting.change", "修改安全参数") { Kind = PermissionKind.Security };
    public static readonly Permission RunJobs = new("identity.job.run", "管理定时任务") { Kind = PermissionKind.System };
    public static readonly Permission ReadHealth = new("identity.health.read", "查看服务监控") { Kind = PermissionKind.System };
    public static readonly Permission KeepDictionaries = new("identity.dictionary.change", "维护字典") { Kind = PermissionKind.System };
    public static readonly Permission ExportAudit = new("identity.audit.export", "导出审计") { Kind = PermissionKind.Audit };

    public static readonly Permission ActAsProxy = new("identity.proxy.act", "替群众代办");

    public static readonly IReadOnlyList<Permission> All =
    [
        ReadAudit, ManageStaff,
        ManageOrganisations, AppointStaff, ManageRoles,
        ReadSessions, EndSessions, KeepFieldSession, ReadSignIns, ManageAccounts,
        ActAsProxy,
        ManageClients, RotateKeys,
        ArrangeMenus, ChangeSettings, ChangeSecuritySettings, RunJobs, ReadHealth, KeepDictionaries, ExportAudit,
    ];
}
