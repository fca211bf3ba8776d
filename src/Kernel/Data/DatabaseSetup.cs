using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Anmin.Kernel.Data;

public static class DatabaseSetup
{
    public static DbContextOptionsBuilder UseAnmin(this DbContextOptionsBuilder options, DatabaseSettings settings)
    {
        options.ReplaceService<IModelCacheKeyFactory, ModelKey>();
        options.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning, RelationalEventId.ModelValidationKeyDefaultValueWarning));
        if (settings.Kind == DatabaseKind.Postgres)
            return options.UseNpgsql(settings.ConnectionString, o => o.MigrationsAssembly("Anmin.Migrations.Postgres").MigrationsHistoryTable("kernel_migration"));
        return options
            .UseSqlite(settings.ConnectionString, o => o.MigrationsAssembly("Anmin.Migrations.Sqlite").MigrationsHistoryTable("kernel_migration"))
            .AddInterceptors(new SqlitePragmas(settings.Synchronous));
    }

    /// <summary>SQLite in <paramref name="folder"/>, or PostgreSQL where a connection string is given.</summary>
    public static DatabaseSettings Settings(string folder, string? database)
    {
        Directory.CreateDirectory(folder);
        return string.IsNullOrWhiteSpace(database)
            ? new(DatabaseKind.Sqlite, $"Data Source={Path.Combine(folder, "anmin.db")};Default Timeout=30", folder)
            : new(DatabaseKind.Postgres, database, folder);
    }

    /// <summary>WAL for readers beside the writer; FULL so that what was acknowledged survives a power cut.</summary>
    private sealed class SqlitePragmas(string synchronous) : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Apply(connection);
            return Task.CompletedTask;
        }

        private void Apply(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"pragma journal_mode=wal; pragma synchronous={synchronous}; pragma foreign_keys=on; pragma cache_size=-16000; pragma temp_store=memory; pragma mmap_size=0";
            command.ExecuteNonQuery();
        }
    }
}
