using Anmin.Kernel.Outcomes;

namespace Anmin.Identity.Citizens;

/// <summary>Every way citizens' sign-in and acting for somebody is refused.</summary>
internal static class CitizenProblems
{
    public static readonly Problem NotMobile = new("identity.citizen.not-mobile", "这个号码收不到短信。请填写手机号，没有手机可以请村居工作人员代办。", ProblemKind.Invalid, "Phone");

    public static readonly Problem BadCode = new("identity.citizen.bad-code", "验证码是6位数字。请看短信后重新填写。", ProblemKind.Invalid, "Code");

    public static readonly Problem CodeOver = new("identity.citizen.code-over", "这个验证码不能用了。请重新取一个。");

    public static readonly Problem SignInFirst = new("identity.citizen.sign-in-first", "请先用手机号登录，再办这一项。");

    public static readonly Problem NoScope = new("identity.proxy.scope", "请选择对方同意您办什么。", ProblemKind.Invalid, "Scope");

    public static readonly Problem NotYours = new("identity.proxy.not-yours", "这份代办授权不是给您的，或者已经结束。请重新取得同意。");

    public static Problem WrongCode(int left) => new("identity.citizen.wrong-code", $"验证码不对，还可以试{left}次。请看短信后重新填写。", ProblemKind.Invalid, "Code");

    public static Problem TooManyCodes(string again) => new("identity.citizen.too-many", $"取验证码太勤。请在{again}以后再取。");

    public static Problem TooManyDays(long most) => new("identity.proxy.days", $"代办最多{most}天。请改短一些。", ProblemKind.Invalid, "Days");
}
