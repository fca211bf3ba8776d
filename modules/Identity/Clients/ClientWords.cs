namespace Anmin.Identity.Clients;

/// <summary>What the pages call things.</summary>
internal static class ClientWords
{
    public static string Of(ClientKind kind) => kind switch
    {
        ClientKind.Web => "网站系统",
        ClientKind.Public => "网页或手机应用",
        _ => "程序接口",
    };

    public static string Explain(ClientKind kind) => kind switch
    {
        ClientKind.Web => "有自己的服务器，能保管密钥。工作人员从那里点“登录”，到这里验证身份。",
        ClientKind.Public => "直接在浏览器或手机里运行，不能保管密钥。同样到这里验证身份。",
        _ => "没有人在前面操作，由程序凭密钥调用接口，例如每晚同步数据。",
    };
}
