using Anmin.Kernel.Actors;

namespace Anmin.Kernel.Commands;

public static class KernelPermissions
{
    public static readonly Permission ReplayParked = new("kernel.parked.replay", "重新投递搁置消息") { Kind = PermissionKind.System };
    public static readonly Permission VerifyJournal = new("kernel.journal.verify", "核验流转日志") { Kind = PermissionKind.Business | PermissionKind.Audit };
    public static readonly Permission ReadRules = new("kernel.rules.read", "查看规则") { Kind = PermissionKind.Any };

    public static readonly IReadOnlyList<Permission> All = [ReplayParked, VerifyJournal, ReadRules];
}
