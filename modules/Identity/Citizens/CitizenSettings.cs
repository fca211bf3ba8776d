using Anmin.Kernel.Settings;

namespace Anmin.Identity.Citizens;

/// <summary>What an administrator may turn about citizens' sign-in.</summary>
internal static class CitizenSettings
{
    public static readonly Setting CodeMinutes = Setting.Number("identity.citizen.code-minutes", "群众登录验证码有效", 5, 1, 30, "分钟");
    public static readonly Setting CodePause = Setting.Number("identity.citizen.code-pause", "同一号码再取验证码至少隔", 60, 10, 600, "秒");
    public static readonly Setting CodesPerPhone = Setting.Number("identity.citizen.codes-per-phone", "同一号码每小时最多取验证码", 5, 1, 50, "次");
    public static readonly Setting CodesPerDevice = Setting.Number("identity.citizen.codes-per-device", "同一设备每小时最多取验证码", 10, 1, 200, "次");
    public static readonly Setting CodesPerAddress = Setting.Number("identity.citizen.codes-per-address", "同一地址每小时最多取验证码", 60, 1, 5000, "次") with { Hint = "政务大厅、村居服务站往往共用一个出口地址，不宜太小。" };
    public static readonly Setting Idle = Setting.Number("identity.citizen.idle", "群众多久不操作要重新登录", 30, 5, 240, "分钟");
    public static readonly Setting Longest = Setting.Number("identity.citizen.longest", "群众登录最长", 12, 1, 72, "小时");
    public static readonly Setting ProxyDays = Setting.Number("identity.proxy.days", "代办授权最长", 30, 1, 365, "天");

    public static readonly IReadOnlyList<Setting> All = [CodeMinutes, CodePause, CodesPerPhone, CodesPerDevice, CodesPerAddress, Idle, Longest, ProxyDays];
}
