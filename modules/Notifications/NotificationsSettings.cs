using Anmin.Kernel.Settings;

namespace Anmin.Notifications;

/// <summary>What an administrator may turn here (参数).</summary>
internal static class NotificationsSettings
{
    public static readonly Setting QuietFrom = Setting.Number("notifications.quiet.from", "夜间停发从几点起", 21, 0, 24, "点") with { Hint = "普通消息从这时起留到早上再发；紧急消息和验证码不受影响。" };
    public static readonly Setting QuietUntil = Setting.Number("notifications.quiet.until", "夜间停发到几点止", 7, 0, 24, "点");
    public static readonly Setting PhoneHour = Setting.Number("notifications.phone.hour", "同一号码每小时最多短信", 10, 1, 1000, "条");
    public static readonly Setting PhoneDay = Setting.Number("notifications.phone.day", "同一号码每天最多短信", 30, 1, 1000, "条");
    public static readonly Setting Attempts = Setting.Number("notifications.send.attempts", "发送不成时最多试几次", 6, 1, 20, "次");
    public static readonly Setting KeptDays = Setting.Number("notifications.kept.days", "消息保留天数", 180, 30, 3650, "天") with { Hint = "到期后连同号码和内容一起删除。" };
    public static readonly Setting SiteAddress = Setting.Text("notifications.site.address", "本站网址", "") with { Hint = "写在短信的链接里，如https://mz.example.gov.cn；空着则短信里不写链接。" };
    public static readonly Setting PrivateAddresses = Setting.Switch("notifications.private.allowed", "允许向内网和本机地址推送", false) with { Hint = "接收方在政务内网时打开。打开后，能登记推送地址的人可以让本系统访问内网地址。" };

    public static readonly Setting WebhookAttempts = Setting.Number("notifications.webhook.attempts", "推送不成时最多重试几次", 8, 1, 8, "次") with { Hint = "间隔从5秒逐次加长到8小时，8次约一天。" };

    public static readonly IReadOnlyList<Setting> All = [QuietFrom, QuietUntil, PhoneHour, PhoneDay, Attempts, KeptDays, SiteAddress, PrivateAddresses, WebhookAttempts];
}
