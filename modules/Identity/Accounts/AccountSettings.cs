using Anmin.Kernel.Settings;

namespace Anmin.Identity.Accounts;

internal static class AccountSettings
{
    public static readonly Setting LockFrom = Setting.Number("identity.lock.from", "连续输错几次后暂停登录", 5, 3, 20, "次") with { Hint = "从这一次起暂停1分钟，再错一次加倍。" };

    public static readonly Setting LockLongest = Setting.Number("identity.lock.longest", "暂停登录最长", 60, 5, 1440, "分钟");

    public static readonly Setting AddressMost = Setting.Number("identity.lock.address", "同一地址一刻钟内最多输错", 60, 10, 1000, "次") with { Hint = "全单位共用一个出口地址时，这个数不要太小。" };

    public static readonly Setting InviteLife = Setting.Number("identity.invite.life", "邀请链接和临时密码的有效期", 72, 1, 720, "小时");

    public static readonly Setting SecondForAll = Setting.Switch("identity.second-factor.everyone", "所有人登录都要第二步验证", false) with { Hint = "关闭时只有系统、安全、审计管理员必须使用。" };

    public static readonly IReadOnlyList<Setting> All = [LockFrom, LockLongest, AddressMost, InviteLife, SecondForAll];

    /// <summary>The span the tries from one address are counted over; the setting's label says it.</summary>
    public static readonly TimeSpan AddressSpan = TimeSpan.FromMinutes(15);

    public static BackOff BackOff(SettingBook settings) => new((int)settings.Number(LockFrom), settings.Minutes(LockLongest));
}
