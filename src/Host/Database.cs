using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Anmin.Host;

/// <summary>Brings the database to this program's shape.</summary>
public static class Database
{
    /// <summary>SQLite migrates here; PostgreSQL only by <c>migrate</c>, so that an operator chooses the hour.</summary>
    /// <exception cref="RefusalException">PostgreSQL has migrations pending.</exception>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken ct = default)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AnminDb>();
            if (db.Kind == DatabaseKind.Sqlite) await MigrateAsync(db, ct);
            else if ((await PendingAsync(db, ct)) is { Count: > 0 } pending) throw new RefusalException($"数据库还差{pending.Count}步迁移，请先运行 anmin migrate（可先用 anmin migrate --plan 看要做什么）。");
        }
        await services.GetRequiredService<Reference>().RefreshAsync(ct);
        // the first key of cookies and passes is laid before the first request: made inside a use case, it would wait for that use case's own lock (SQLite has one writer)
        services.GetService<IDataProtectionProvider>()?.CreateProtector("anmin.first-key").Protect([0]);
    }

    public static async Task<IReadOnlyList<string>> PendingAsync(AnminDb db, CancellationToken ct) => [.. await db.Database.GetPendingMigrationsAsync(ct)];

    /// <returns>The migrations that were applied. The triggers are laid anew either way.</returns>
    public static async Task<IReadOnlyList<string>> MigrateAsync(AnminDb db, CancellationToken ct)
    {
        var pending = await PendingAsync(db, ct);
        if (pending.Count > 0) await (db.Kind == DatabaseKind.Sqlite ? SqliteMigration.RunAsync(db, ct) : db.Database.MigrateAsync(ct));
        await Guards.ApplyAsync(db, ct);
        return pending;
    }

    /// <summary>The SQL that <c>migrate</c> would run.</summary>
    public static async Task<string> PlanAsync(AnminDb db, CancellationToken ct)
    {
        var applied = await db.Database.GetAppliedMigrationsAsync(ct);
        return db.GetService<IMigrator>().GenerateScript(applied.LastOrDefault());
    }

    /// <summary>Whether nothing has happened in it yet, reference data apart.</summary>
    public static async Task<bool> IsEmptyAsync(AnminDb db, CancellationToken ct) => !await db.Set<JournalEntry>().AnyAsync(ct);

    public static async Task<bool> HasPackAsync(AnminDb db, CancellationToken ct) => await db.Set<LoadedPack>().AnyAsync(ct);

    /// <summary>After a fill without durability: everything to the disk before anybody is told it is there.</summary>
    public static async Task SettleAsync(DatabaseSettings settings, CancellationToken ct)
    {
        if (settings.Kind != DatabaseKind.Sqlite) return;
        SqliteConnection.ClearAllPools();
        await using (var connection = new SqliteConnection(settings.ConnectionString + ";Pooling=False"))
        {
            await connection.OpenAsync(ct);
            await using var command = connection.CreateCommand();
            command.CommandText = "pragma synchronous=full; pragma wal_checkpoint(truncate);";
            await command.ExecuteNonQueryAsync(ct);
        }
        // checkpoints made meanwhile did not wait for the disk
        await using var file = new FileStream(Path.Combine(settings.Folder, "anmin.db"), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        file.Flush(flushToDisk: true);
    }
}

/// <summary>Why a command cannot do what was asked: the sentence a person reads, exit code 1.</summary>
public sealed class RefusalException(string sentence) : Exception(sentence);
