using Anmin.Kernel.Actors;

namespace Anmin.Notifications;

/// <summary>Everything somebody may be allowed to do here, with the label of the role screen.</summary>
internal static class NotificationsPermissions
{
    public static readonly Permission WatchMessages = new("notifications.message.watch", "查看消息发送") { Kind = PermissionKind.System };
    public static readonly Permission ManageChannels = new("notifications.channel.manage", "管理消息通道") { Kind = PermissionKind.System };

    public static readonly Permission ManageNotices = new("notifications.notice.manage", "发布通知公告") { Kind = PermissionKind.System };
    public static readonly Permission ManageWebhooks = new("notifications.webhook.manage", "管理推送和密钥") { Kind = PermissionKind.Security };

    public static readonly IReadOnlyList<Permission> All = [WatchMessages, ManageChannels, ManageNotices, ManageWebhooks];
}
