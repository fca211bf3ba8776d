using Anmin.Host;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Anmin.Bench;

/// <summary>The product's services on a fresh durable database: SQLite with synchronous=FULL, or the private PostgreSQL. No web server, no jobs.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private readonly WebApplication app;

    private BenchDatabase(DatabaseKind kind, string folder, WebApplication app) => (Kind, Folder, this.app) = (kind, folder, app);

    public DatabaseKind Kind { get; }

    public string Folder { get; }

    /// <summary>As it stands in the names of the lines.</summary>
    public string Name => Kind == DatabaseKind.Sqlite ? "sqlite" : "postgres";

    public IServiceProvider Services => app.Services;

    public DatabaseSettings Settings => Services.GetRequiredService<DatabaseSettings>();

    public static IEnumerable<DatabaseKind> Kinds(Settings settings) => settings.Postgres is null ? [DatabaseKind.Sqlite] : [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    public static async Task<BenchDatabase> MakeAsync(Settings settings, DatabaseKind kind, bool pack)
    {
        var folder = Directory.CreateDirectory(Path.Combine(settings.Work, $"{kind}-{Guid.NewGuid():N}")).FullName;
        var app = AnminApp.Quiet(new HostOptions { Data = folder, Database = kind == DatabaseKind.Postgres ? await CreateAsync(settings.Postgres!) : null });
        var made = new BenchDatabase(kind, folder, app);
        await made.WithAsync(async db => await Anmin.Host.Database.MigrateAsync(db, default));
        if (!pack) return made;
        var loader = app.Services.GetRequiredService<PackLoader>();
        await loader.LoadAsync(loader.Read(Path.Combine(settings.Root, "packs", "suqian")), default);
        await app.Services.GetRequiredService<Reference>().RefreshAsync(default);
        return made;
    }

    /// <summary>Another, empty database on the same server: for a peer that brings its own tables.</summary>
    public Task<string> BesideAsync(Settings settings) => CreateAsync(settings.Postgres!);

    private static async Task<string> CreateAsync(string server)
    {
        var name = "bench_" + Guid.NewGuid().ToString("N");
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database {name}", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 32, CommandTimeout = 600 }.ConnectionString;
    }

    /// <summary>A request's worth of services, acting as the system.</summary>
    public AsyncServiceScope Request()
    {
        var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System with { Device = "bench" };
        return scope;
    }

    public async Task WithAsync(Func<AnminDb, Task> work)
    {
        await using var scope = Request();
        await work(scope.ServiceProvider.GetRequiredService<AnminDb>());
    }

    public async Task<TReply> RunAsync<TRequest, TReply>(Func<IServiceProvider, IUseCase<TRequest, TReply>> useCase, TRequest request)
    {
        await using var scope = Request();
        var outcome = await scope.ServiceProvider.GetRequiredService<Gate>().RunAsync(useCase(scope.ServiceProvider), request, Guid.NewGuid().ToString("N"));
        return outcome.Try(out var reply, out var problem) ? reply : throw new OracleException($"{typeof(TRequest).DeclaringType?.Name}: {problem.Code} {problem.Message}");
    }

    public Task SqlAsync(string sql) => WithAsync(db => db.Database.ExecuteSqlRawAsync(sql));

    public Task<long> CountAsync(string table) => ScalarAsync($"select count(*) from {table}");

    public async Task<long> ScalarAsync(string sql)
    {
        await using var scope = Request();
        var db = scope.ServiceProvider.GetRequiredService<AnminDb>();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 600);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
