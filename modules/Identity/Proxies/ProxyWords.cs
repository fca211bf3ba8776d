namespace Anmin.Identity.Proxies;

/// <summary>How consents are called on the pages.</summary>
internal static class ProxyWords
{
    public static string Of(ProxyScope scope) => scope == ProxyScope.Act ? "看进度，也代为提交" : "只看进度";

    public static string ForSms(ProxyScope scope) => scope == ProxyScope.Act ? "殡葬事项" : "查殡葬办理进度";

    public static string State(string state) => state switch { "given" => "有效", "asked" => "等对方念验证码", _ => "已结束" };
}
