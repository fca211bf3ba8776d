using Anmin.Identity.Sessions;

namespace Anmin.Identity.SignInLog;

/// <summary>Results, methods and endings as people read them.</summary>
internal static class SignInWords
{
    public static readonly IReadOnlyDictionary<SignInResult, string> Results = new Dictionary<SignInResult, string>
    {
        [SignInResult.Entered] = "登录",
        [SignInResult.SecondAsked] = "密码正确，等待第二步",
        [SignInResult.WrongPassword] = "密码不对",
        [SignInResult.UnknownAccount] = "没有这个账号",
        [SignInResult.Locked] = "账号暂停登录中",
        [SignInResult.Barred] = "账号已停用",
        [SignInResult.WrongCode] = "动态码不对",
        [SignInResult.WrongRecoveryCode] = "备用码不对",
        [SignInResult.PasskeyRefused] = "通行密钥未通过",
        [SignInResult.LinkRefused] = "链接或临时密码已失效",
        [SignInResult.TooManyFromAddress] = "这个地址试得太多",
        [SignInResult.Full] = "登录处数已满",
        [SignInResult.PasswordChanged] = "改了密码",
        [SignInResult.PasswordReset] = "由管理员重置",
        [SignInResult.ProvedAgain] = "再次验证身份",
        [SignInResult.Ended] = "登录结束",
    };

    private static readonly Dictionary<string, string> Ends = new()
    {
        [SessionEnd.Left] = "本人退出",
        [SessionEnd.Idle] = "长时间不操作",
        [SessionEnd.Age] = "到了最长时间",
        [SessionEnd.Revoked] = "被强制退出",
        [SessionEnd.Replaced] = "被新的登录替换",
        [SessionEnd.Barred] = "账号停用",
    };

    private static readonly Dictionary<string, string> Proofs = new()
    {
        [Proof.Password] = "密码",
        [Proof.Code] = "动态码",
        [Proof.RecoveryCode] = "备用码",
        ["hwk"] = "通行密钥",
        ["fed"] = "统一身份认证",
        [Proof.Demonstration] = "演示身份",
        [Proof.ConsoleLink] = "控制台链接",
    };

    public static bool IsGood(SignInResult result) => result is SignInResult.Entered or SignInResult.SecondAsked or SignInResult.PasswordChanged or SignInResult.PasswordReset or SignInResult.ProvedAgain or SignInResult.Ended;

    public static string Of(SignInResult result, string methods) => result == SignInResult.Ended ? $"{Results[result]}：{Ends.GetValueOrDefault(methods, methods)}" : Results[result];

    public static string How(string methods) => string.Join('、', methods.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(m => Proofs.GetValueOrDefault(m)).OfType<string>());
}
