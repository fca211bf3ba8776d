using System.Data.Common;
using Anmin.Kernel.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Anmin.Host.Commands;

internal enum Health
{
    Fine,
    Attention,
    Broken,
}

/// <param name="Advice">What to do; empty where nothing.</param>
internal sealed record Finding(string Subject, Health Health, string Found, string Advice = "");

/// <summary>Looks at machine, folder, keys and database, and changes nothing. Exit code 1 when something is broken.</summary>
internal static class Doctor
{
    public static async Task<int> RunAsync(CommandInput input, CancellationToken ct)
    {
        var findings = new List<Finding>(DoctorMachine.All(input.Options));
        findings.AddRange(await DatabaseAsync(input.Options, ct));
        foreach (var f in findings)
        {
            input.Print.Line($"{Word(f.Health),-4}　{f.Subject}：{f.Found}");
            if (f.Advice.Length > 0) input.Print.Line($"　　　　→ {f.Advice}");
        }
        var broken = findings.Count(f => f.Health == Health.Broken);
        var attention = findings.Count(f => f.Health == Health.Attention);
        input.Print.Line(broken + attention == 0 ? "一切正常。" : $"有问题{broken}处，要注意{attention}处。");
        input.Print.Document(new { ok = broken == 0, findings });
        return broken == 0 ? 0 : 1;
    }

    private static string Word(Health health) => health switch
    {
        Health.Fine => "正常",
        Health.Attention => "注意",
        _ => "有问题",
    };

    private static async Task<IReadOnlyList<Finding>> DatabaseAsync(HostOptions options, CancellationToken ct)
    {
        if (options.Database is null && !File.Exists(options.SqliteFile)) return [new("数据库", Health.Attention, "还没有建立", "anmin serve 或 anmin migrate 会建立它。")];
        var findings = new List<Finding>();
        try
        {
            await using var app = AnminApp.Quiet(options with { ReadOnly = true });
            await using var connection = await OpenAsync(AnminApp.Settings(options with { ReadOnly = true }), ct);
            findings.Add(await VersionAsync(connection, ct));
            if (options.Database is not null) findings.Add(await ClockAsync(connection, ct));
            await using var scope = app.Services.CreateAsyncScope();
            findings.AddRange(await DoctorDatabase.AllAsync(scope.ServiceProvider.GetRequiredService<AnminDb>(), options, ct));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            findings.Add(new("数据库", Health.Broken, Sentences.Of(e)));
        }
        return findings;
    }

    private static async Task<DbConnection> OpenAsync(DatabaseSettings settings, CancellationToken ct)
    {
        DbConnection connection = settings.Kind == DatabaseKind.Postgres ? new NpgsqlConnection(settings.ConnectionString) : new SqliteConnection(settings.ConnectionString);
        await connection.OpenAsync(ct);
        return connection;
    }

    private static async Task<Finding> VersionAsync(DbConnection connection, CancellationToken ct)
    {
        if (connection is not NpgsqlConnection postgres)
        {
            await using var check = connection.CreateCommand();
            check.CommandText = "pragma quick_check(1)";
            var said = (string?)await check.ExecuteScalarAsync(ct);
            return said == "ok" ? new("数据库", Health.Fine, $"SQLite {connection.ServerVersion}，文件完好") : new("数据库", Health.Broken, $"SQLite 文件有损坏：{said}", "停止服务，从备份恢复。");
        }
        var version = postgres.PostgreSqlVersion;
        return version.Major >= 15 ? new("数据库", Health.Fine, $"PostgreSQL {version}") : new("数据库", Health.Broken, $"PostgreSQL {version}", "请升级到 15 或更高。");
    }

    private static async Task<Finding> ClockAsync(DbConnection connection, CancellationToken ct)
    {
        await using var ask = connection.CreateCommand();
        ask.CommandText = "select extract(epoch from clock_timestamp())::float8";
        var there = Convert.ToDouble(await ask.ExecuteScalarAsync(ct), System.Globalization.CultureInfo.InvariantCulture);
        var apart = Math.Abs((TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds - there);
        return new("时钟", apart < 2 ? Health.Fine : apart < 60 ? Health.Attention : Health.Broken, $"与数据库相差{apart:F1}秒", apart < 2 ? "" : "请让两台机器用同一个时间服务器（NTP）。");
    }
}
