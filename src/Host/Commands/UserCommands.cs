using Anmin.Identity.Accounts;
using Anmin.Kernel.Outcomes;

namespace Anmin.Host.Commands;

/// <summary>Accounts from the server's own command line: for the first administrator, and for the day nobody gets in any more.</summary>
internal static class UserCommands
{
    public static async Task<int> AddAsync(CommandInput input, CancellationToken ct)
    {
        if (input.Login is not { } login) throw new UsageException("user add 要写 --login，例如 anmin user add 王强 --login wangqiang --role system-administrator。", CommandList.Named("user add"));
        await using var app = await OpenAsync(input, ct);
        return Handed(await AccountCommands.AddAsync(app.Services, input.Operand, login, input.Role, input.At, input.AsPassword, ct), input);
    }

    public static async Task<int> ResetAsync(CommandInput input, CancellationToken ct)
    {
        await using var app = await OpenAsync(input, ct);
        return Handed(await AccountCommands.ResetAsync(app.Services, input.Operand, input.AsPassword, ct), input);
    }

    public static async Task<int> UnlockAsync(CommandInput input, CancellationToken ct)
    {
        await using var app = await OpenAsync(input, ct);
        _ = Told(await AccountCommands.UnlockAsync(app.Services, input.Operand, ct));
        input.Print.Line($"{input.Operand} 可以登录了。");
        input.Print.Document(new { ok = true, login = input.Operand });
        return 0;
    }

    public static async Task<int> ListAsync(CommandInput input, CancellationToken ct)
    {
        await using var app = await OpenAsync(input, ct);
        IReadOnlyList<ListedAccount> all = Told(await AccountCommands.ListAsync(app.Services, ct));
        if (all.Count == 0) input.Print.Line("还没有账号。开第一个：anmin user add 姓名 --login 用户名 --role system-administrator");
        foreach (var a in all) input.Print.Line($"{a.Login}  {a.Name}  {a.Post}  {a.State}  {(a.Second.Length > 0 ? a.Second : "没有第二步验证")}  {(a.LastEnteredAt is { } at ? $"最近登录 {at.ToLocalTime():yyyy-MM-dd HH:mm}" : "还没有登录过")}");
        input.Print.Document(new { accounts = all });
        return 0;
    }

    private static async Task<WebApplication> OpenAsync(CommandInput input, CancellationToken ct)
    {
        var app = AnminApp.Quiet(input.Options);
        await Demo.PrepareAsync(app.Services, input with { Print = new Printer(TextWriter.Null, json: false) }, ct);
        return app;
    }

    private static int Handed(Outcome<IssuedAccount> outcome, CommandInput input)
    {
        var issued = Told(outcome);
        var link = issued.Path is null ? null : input.Options.Urls.Split(';')[0].TrimEnd('/') + issued.Path;
        input.Print.Line($"{issued.Name}，用户名 {issued.Login}。{issued.ExpiresAt.ToLocalTime():yyyy-MM-dd HH:mm} 前有效，只能用一次，请只交给本人。");
        input.Print.Line(link is null ? $"临时密码：{issued.Password}" : $"打开链接自己设密码（网址换成本单位的地址）：{link}");
        input.Print.Document(new { issued.StaffId, issued.Name, issued.Login, link, password = issued.Password, issued.ExpiresAt });
        return 0;
    }

    private static T Told<T>(Outcome<T> outcome) => outcome.Try(out var value, out var problem) ? value : throw new RefusalException(string.Join("", problem.All().Select(p => p.Message)));
}
