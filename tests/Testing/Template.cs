using System.Security.Cryptography;
using Anmin.Host;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Anmin.Testing;

/// <summary>
/// An empty database with all tables, triggers and the small test pack, made once for these binaries and copied for every test class.
/// Several test processes share it, under a file lock.
/// </summary>
internal static class Template
{
    private static readonly string Mark = Fingerprint();
    private static readonly string Root = Path.Combine(Path.GetTempPath(), "anmin-tests-" + Environment.UserName, Mark);
    private static readonly Lazy<Task> Sqlite = new(() => OnceAsync("sqlite.made", MakeSqliteAsync));
    private static readonly Lazy<Task> Postgres = new(() => OnceAsync("postgres.made", MakePostgresAsync));

    public static string Pack => Path.Combine(AppContext.BaseDirectory, "pack");

    public static string KeyFile => Path.Combine(Root, "keys", "personal.json");

    public static string SqliteFile => Path.Combine(Root, "template", "anmin.db");

    public static string PostgresName => "anmin_template_" + Mark;

    /// <summary>Connection string of a server where databases may be made; ./test starts one.</summary>
    public static string PostgresServer => Environment.GetEnvironmentVariable("ANMIN_TEST_POSTGRES") is { Length: > 0 } given
        ? given
        : throw new InvalidOperationException("ANMIN_TEST_POSTGRES is not set. Run ./test, which starts a private PostgreSQL, or set it to a connection string such as \"Host=127.0.0.1;Port=5432;Username=anmin;Password=anmin\".");

    public static Task ReadyAsync(DatabaseKind kind) => kind == DatabaseKind.Sqlite ? Sqlite.Value : Postgres.Value;

    private static async Task OnceAsync(string name, Func<Task> make)
    {
        Directory.CreateDirectory(Root);
        await using var held = await LockAsync(Path.Combine(Root, name + ".lock"));
        var made = Path.Combine(Root, name + (name.StartsWith("postgres", StringComparison.Ordinal) ? "-" + Port() : ""));
        if (!File.Exists(KeyFile)) PersonalKeys.OpenOrCreate(KeyFile, TimeProvider.System);
        if (File.Exists(made)) return;
        OldTemplates.Forget(Path.GetDirectoryName(Root)!, Mark, TimeProvider.System.GetUtcNow().AddDays(-1));
        await make();
        await File.WriteAllTextAsync(made, "");
    }

    private static async Task<FileStream> LockAsync(string path)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(50);
            }
        }
    }

    private static async Task MakeSqliteAsync()
    {
        var folder = Path.GetDirectoryName(SqliteFile)!;
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        var settings = DatabaseSetup.Settings(folder, null);
        await FillAsync(new HostOptions { Data = folder, Jobs = false });
        SqliteConnection.ClearAllPools();
        await using var connection = new SqliteConnection(settings.ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "pragma wal_checkpoint(truncate)";
        await command.ExecuteNonQueryAsync();
    }

    private static async Task MakePostgresAsync()
    {
        await OnServerAsync($"drop database if exists {PostgresName} with (force)");
        await OnServerAsync($"create database {PostgresName}");
        var connection = To(PostgresName);
        await FillAsync(new HostOptions { Data = Path.Combine(Root, "postgres"), Database = connection, Jobs = false });
        await using var used = new NpgsqlConnection(connection);
        NpgsqlConnection.ClearPool(used);
    }

    private static async Task FillAsync(HostOptions options)
    {
        var builder = AnminApp.Compose(options);
        builder.Services.AddSingleton<TimeProvider>(new FakeClock());
        await using var services = builder.Services.BuildServiceProvider();
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AnminDb>();
            if (db.Database.GetMigrations().Any()) await Anmin.Host.Database.MigrateAsync(db, default);
            else
            {
                await db.Database.EnsureCreatedAsync();
                await Guards.ApplyAsync(db, default);
            }
        }
        var loader = services.GetRequiredService<PackLoader>();
        var pack = loader.Read(Pack);
        if (!pack.Ok) throw new InvalidOperationException("The test pack has faults: " + string.Join("; ", pack.Faults.Select(f => $"{f.File}:{f.Line} {f.Reason}")));
        await loader.LoadAsync(pack, default);
    }

    public static string To(string database) => new NpgsqlConnectionStringBuilder(PostgresServer) { Database = database, MaxPoolSize = 24, IncludeErrorDetail = true }.ConnectionString;

    public static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(PostgresServer) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string Port() => new NpgsqlConnectionStringBuilder(PostgresServer).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Changes with every build of the product and every edit of the pack, so that no stale template is ever copied.</summary>
    private static string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "*nmin*.dll").Where(f => Product(Path.GetFileName(f))).Concat(Directory.GetFiles(Pack, "*", SearchOption.AllDirectories)).Order(StringComparer.Ordinal))
            hash.AppendData(File.ReadAllBytes(file));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static bool Product(string name) => name is "anmin.dll" or "Anmin.Kernel.dll" or "Anmin.Billing.dll" or "Anmin.Booking.dll" or "Anmin.Funeral.dll" or "Anmin.Identity.dll" or "Anmin.Notifications.dll" or "Anmin.Contracts.dll" || name.StartsWith("Anmin.Migrations", StringComparison.Ordinal) || name == "Anmin.Testing.dll";
}
