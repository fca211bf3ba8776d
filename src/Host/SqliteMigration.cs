using Anmin.Kernel.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Host;

/// <summary>
/// SQLite changes a table by building it anew. That commits in the middle, and stumbles over triggers that name it: the triggers go first
/// (whoever calls lays them anew), and a copy of the file takes its place back when a step fails.
/// </summary>
internal static class SqliteMigration
{
    public static async Task RunAsync(AnminDb db, CancellationToken ct)
    {
        var file = ((SqliteConnection)db.Database.GetDbConnection()).DataSource;
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).Any();
        if (!applied || !File.Exists(file))
        {
            await db.Database.MigrateAsync(ct);
            return;
        }
        var copy = file + ".before";
        Copy(file, copy);
        try
        {
            await DropTriggersAsync(file, ct);
            await db.Database.MigrateAsync(ct);
        }
        catch
        {
            await db.Database.CloseConnectionAsync();
            Copy(copy, file);
            File.Delete(copy);
            throw;
        }
        File.Delete(copy);
    }

    private static async Task DropTriggersAsync(string file, CancellationToken ct)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Default Timeout=30");
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "select group_concat('drop trigger \"' || replace(name, '\"', '\"\"') || '\";', '') from sqlite_master where type = 'trigger'";
        if (await command.ExecuteScalarAsync(ct) is not string drops) return;
        command.CommandText = drops;
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Page by page through the library, so that what still lies in the write-ahead log comes along, both ways.</summary>
    private static void Copy(string from, string to)
    {
        using var source = new SqliteConnection($"Data Source={from};Pooling=False");
        using var target = new SqliteConnection($"Data Source={to};Pooling=False");
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }
}
