using Anmin.Ui.Status;

namespace Anmin.Identity.Accounts;

/// <summary>States of an account and what can be done with it, as the administrator reads them.</summary>
internal static class AccountWords
{
    public static readonly IReadOnlyDictionary<string, string> Titles = new Dictionary<string, string> { ["open"] = "开账号", ["reset"] = "重置", ["unlock"] = "解除暂停", ["bar"] = "停用", ["unbar"] = "启用" };

    public static string State(FindAccounts.Row row) => row switch
    {
        { AccountId: null } => "没有账号",
        { Barred: true } => "已停用",
        { Locked: true } => "暂停登录",
        { HasPassword: false } => "等本人设密码",
        { MustChange: true } => "等本人换密码",
        _ => "可登录",
    };

    public static StatusShape Shape(FindAccounts.Row row) => row switch
    {
        { AccountId: null } => StatusShape.Todo,
        { Barred: true } or { Locked: true } => StatusShape.Bad,
        { HasPassword: false } or { MustChange: true } => StatusShape.Wait,
        _ => StatusShape.Ok,
    };

    public static string Second(FindAccounts.Row row) => string.Join('、', new[] { row.HasTotp ? "动态码" : null, row.Passkeys > 0 ? $"通行密钥 {row.Passkeys} 个" : null }.OfType<string>());

    /// <summary>What this row offers; nobody resets or bars themselves.</summary>
    public static IEnumerable<(string Act, string Word)> Acts(FindAccounts.Row row, string me)
    {
        if (row.AccountId is null) return Of("open");
        var own = row.StaffId == me;
        return Of([.. row.Locked ? (string[])["unlock"] : [], .. own ? [] : (string[])["reset", row.Barred ? "unbar" : "bar"]]);
    }

    private static IEnumerable<(string, string)> Of(params string[] acts) => acts.Select(a => (a, Titles[a]));
}
