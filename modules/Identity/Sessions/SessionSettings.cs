using Anmin.Kernel.Settings;

namespace Anmin.Identity.Sessions;

internal static class SessionSettings
{
    public static readonly Setting Idle = Setting.Number("identity.session.idle", "不操作自动退出", 30, 5, 240, "分钟") with { Hint = "连续这么久没有操作，登录自动结束。" };

    public static readonly Setting FieldIdle = Setting.Number("identity.session.field-idle", "外勤手机不操作自动退出", 240, 30, 720, "分钟") with { Hint = "有“外勤登录”权限的人（司机、火化工）在路上可能几个小时没有信号，登录保留这么久。" };

    public static readonly Setting Longest = Setting.Number("identity.session.longest", "一次登录最长", 12, 1, 24, "小时") with { Hint = "从登录算起到这么久，无论是否在操作，都要重新登录。" };

    public static readonly Setting Most = Setting.Number("identity.session.most", "一个人同时登录", 3, 1, 20, "处") with { Hint = "同一个人最多可以在几台设备或几个浏览器上同时登录。" };

    public static readonly Setting Replace = Setting.Switch("identity.session.replace", "登录处数已满时，替换最早的一处", true) with { Hint = "关闭后，登录处数已满时新的登录会被拒绝。" };

    /// <summary>Before something that changes how one gets in, the proof must be this fresh.</summary>
    public static readonly Setting Fresh = Setting.Number("identity.session.fresh", "改登录方式前多久内要验证过身份", 15, 1, 240, "分钟");

    public static readonly IReadOnlyList<Setting> All = [Idle, FieldIdle, Longest, Most, Replace, Fresh];

    /// <summary>The cookie outlives any session by settings; the row decides.</summary>
    public static readonly TimeSpan CookieLife = TimeSpan.FromHours(Longest.Most);
}
