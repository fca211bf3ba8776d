using Anmin.Kernel.Outcomes;

namespace Anmin.Identity.Outside;

/// <summary>Every way coming in from outside refuses.</summary>
internal static class OutsideProblems
{
    public static readonly Problem Off = new("identity.outside.off", "这里没有开通外部身份认证。请用安民的账号登录。", ProblemKind.NotFound);

    public static readonly Problem Failed = new("identity.outside.failed", "外部身份认证没有通过，或者这一页已经打开过。请回到登录页重新开始；仍不行时用安民的账号登录。");

    public static readonly Problem NotLinked = new("identity.outside.not-linked", "您的外部账号还没有和安民的账号关联。请先用安民的账号登录，再到“我的外部账号”里关联。");

    public static readonly Problem TakenByOther = new("identity.outside.taken", "这个外部账号已经关联了另一位工作人员。请确认登录的是您本人的外部账号；确实有误时请联系安全管理员。", ProblemKind.Conflict);

    public static readonly Problem AlreadyLinked = new("identity.outside.already", "您已经关联了一个外部账号。要换成另一个，请先解除现在的关联。", ProblemKind.Conflict);

    public static readonly Problem AccountNeeded = new("identity.outside.account-needed", "您的岗位登录要有第二重验证，需要先有安民的账号。请联系系统管理员开账号，设好验证后再用外部账号登录。");

    public static readonly Problem Shut = new("identity.outside.shut", "这个账号现在不能登录。请联系本单位管理员。");

    public static Problem? Of(string? code) => new[] { Off, Failed, NotLinked, TakenByOther, AlreadyLinked, AccountNeeded, Shut }.FirstOrDefault(p => p.Code == code);
}
