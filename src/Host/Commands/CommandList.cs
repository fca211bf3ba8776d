namespace Anmin.Host.Commands;

/// <summary>Everything the binary can do.</summary>
internal static class CommandList
{
    public static readonly IReadOnlyList<OptionSpec> Common =
    [
        new("--data", "DIR", "数据文件夹：SQLite 库、密钥、上传文件（默认 ./data）", "data folder: SQLite file, keys, uploads (default ./data)"),
        new("--database", "\"Host=…\"", "PostgreSQL 连接串；不写就用 SQLite", "PostgreSQL connection string; SQLite without it"),
        new("--json", null, "输出 JSON，给脚本用", "print JSON for scripts"),
        new("--help", null, "这一条命令的用法", "how to use this command"),
    ];

    private static readonly OptionSpec Pack = new("--pack", "DIR", "城市包的文件夹或名称（默认 packs/suqian）", "city pack, folder or name (default packs/suqian)");
    private static readonly OptionSpec Days = new("--days", "N", "填多少天的演示数据，1到3660（默认 30）", "days of demonstration data, 1 to 3660 (default 30)");
    private static readonly OptionSpec Seed = new("--seed", "N", "随机种子，同一种子数据相同（默认 1）", "seed; the same seed gives the same data (default 1)");

    private static readonly OptionSpec Handed = new("--password", null, "给临时密码，不给链接", "a temporary password instead of a link");
    private static readonly OptionSpec Site = new("--urls", "URL", "链接开头的网址（默认 http://127.0.0.1:5080）", "what the link begins with (default http://127.0.0.1:5080)");

    public static CommandSpec Named(string name) => All.Single(c => c.Name == name);

    public static readonly IReadOnlyList<CommandSpec> All =
    [
        new("serve", null, "启动服务", "run the server",
            [
                new("--urls", "URL", "监听地址，几个用分号隔开（默认 http://127.0.0.1:5080）", "addresses, parted by semicolons (default http://127.0.0.1:5080)"),
                Pack,
                new("--demo", null, "登录页给出演示身份；库是空的就填演示数据", "persona buttons; fill an empty database with demonstration data"),
                new("--personas", null, "登录页给出演示身份，不填数据", "persona buttons, no data"),
                Days, Seed,
            ], Serve.RunAsync),
        new("migrate", null, "把数据库升级到本程序的版本", "bring the database to this program's version",
            [new("--plan", null, "只列出要执行的步骤和 SQL，不改库", "list the steps and the SQL, change nothing")], Migrate.RunAsync),
        new("pack check", "DIR", "检查城市包，列出所有错误", "check a city pack, list every fault", [], PackCommands.CheckAsync),
        new("pack diff", "DIR", "列出装入城市包会改变什么", "list what loading a city pack would change", [], PackCommands.DiffAsync),
        new("pack load", "DIR", "装入城市包，可以重复执行", "load a city pack; may be repeated", [], PackCommands.LoadAsync),
        new("demo", null, "给空库填演示数据", "fill an empty database with demonstration data", [Pack, Days, Seed], Demo.RunAsync),
        new("journal verify", null, "重新计算流转日志，指出第一处不符", "re-compute the journal, name the first thing that does not fit", [], Journal.VerifyAsync),
        new("user add", "NAME", "给一个人开账号，给出设密码的链接；写 --role 就先登记这个人", "open an account for somebody and print the link to choose a password; with --role the person is entered first",
            [
                new("--login", "LOGIN", "用户名", "user name"),
                new("--role", "POST", "岗位，例如 system-administrator；写了就登记一个新人", "post of somebody new, such as system-administrator"),
                new("--at", "ID", "单位编号（默认市局）", "institution (default the city's bureau)"),
                Handed, Site,
            ], UserCommands.AddAsync),
        new("user reset", "LOGIN", "密码、动态码、备用码和通行密钥全部作废，重新给链接", "void password, app, codes and passkeys, and print a new link", [Handed, Site], UserCommands.ResetAsync),
        new("user unlock", "LOGIN", "解除连续输错后的暂停登录", "end the rest after wrong tries", [], UserCommands.UnlockAsync),
        new("user list", null, "列出账号", "list the accounts", [], UserCommands.ListAsync),
        new("doctor", null, "检查这台机器和数据库，说明怎么办", "examine machine and database, say what to do", [Pack], Doctor.RunAsync),
    ];
}
