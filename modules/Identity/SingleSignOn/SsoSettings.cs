using Anmin.Kernel.Settings;

namespace Anmin.Identity.SingleSignOn;

/// <summary>What a system may be told about a person.</summary>
internal static class SsoScopes
{
    public const string OpenId = "openid";
    public const string Profile = "profile";
    public const string Roles = "roles";
    public const string Offline = "offline_access";

    public static readonly IReadOnlyList<string> All = [OpenId, Profile, Roles, Offline];
}

/// <summary>参数 of single sign-on and of programs.</summary>
internal static class SsoSettings
{
    public static readonly Setting CodeSeconds = Setting.Number("identity.sso.code-seconds", "单点登录授权码有效时间", 60, 10, 60, "秒") with { Hint = "对方系统拿到授权码后，须在这个时间内换取令牌。" };
    public static readonly Setting AccessMinutes = Setting.Number("identity.sso.access-minutes", "单点登录访问令牌有效时间", 10, 1, 60, "分钟") with { Hint = "越短越安全；对方系统会用刷新令牌换新的。" };
    public static readonly Setting RefreshDays = Setting.Number("identity.sso.refresh-days", "单点登录刷新令牌最长使用时间", 14, 1, 90, "天") with { Hint = "从登录那一刻算起，换新不会延长。" };
    public static readonly Setting KeyDays = Setting.Number("identity.sso.key-days", "单点登录签名密钥更换周期", 90, 7, 365, "天") with { Hint = "到期自动换新，旧密钥保留到它签发的令牌全部过期。" };
    public static readonly Setting KeyAhead = Setting.Number("identity.sso.key-ahead-hours", "新签名密钥提前公布", 48, 1, 168, "小时") with { Hint = "让对方系统有时间取到新密钥。" };
    public static readonly Setting MachineMinutes = Setting.Number("identity.machine.token-minutes", "程序接口令牌有效时间", 30, 1, 120, "分钟");
    public static readonly Setting SecretOverlap = Setting.Number("identity.client.overlap-hours", "更换密钥后旧密钥继续有效", 24, 0, 720, "小时") with { Hint = "填0表示旧密钥立即失效。" };

    public static readonly IReadOnlyList<Setting> All = [CodeSeconds, AccessMinutes, RefreshDays, KeyDays, KeyAhead, MachineMinutes, SecretOverlap];
}
