using Anmin.Kernel.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Anmin.Testing;

/// <summary>One copy of the template, gone when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private TestDatabase(DatabaseKind kind, string folder, string? database, string? connection)
        => (Kind, Folder, Name, Connection) = (kind, folder, database, connection);

    public DatabaseKind Kind { get; }

    /// <summary>SQLite file, keys and uploads.</summary>
    public string Folder { get; }

    /// <summary>PostgreSQL connection string; null on SQLite.</summary>
    public string? Connection { get; }

    private string? Name { get; }

    /// <exception cref="InvalidOperationException">PostgreSQL was asked for and ANMIN_TEST_POSTGRES is not set.</exception>
    public static async Task<TestDatabase> CopyAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Postgres) _ = Template.PostgresServer;
        await Template.ReadyAsync(kind);
        var folder = Directory.CreateTempSubdirectory("anmin-test-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "keys"));
        File.Copy(Template.KeyFile, Path.Combine(folder, "keys", "personal.json"));
        if (kind == DatabaseKind.Sqlite)
        {
            File.Copy(Template.SqliteFile, Path.Combine(folder, "anmin.db"));
            return new(kind, folder, null, null);
        }
        var name = "anmin_test_" + Guid.NewGuid().ToString("N");
        await Template.OnServerAsync($"create database {name} template {Template.PostgresName}");
        return new(kind, folder, name, Template.To(name));
    }

    public async ValueTask DisposeAsync()
    {
        if (Kind == DatabaseKind.Postgres)
        {
            await using (var used = new NpgsqlConnection(Connection)) NpgsqlConnection.ClearPool(used);
            await Template.OnServerAsync($"drop database if exists {Name} with (force)");
        }
        else
        {
            await using var used = new SqliteConnection(DatabaseSetup.Settings(Folder, null).ConnectionString);
            SqliteConnection.ClearPool(used);
        }
        Directory.Delete(Folder, recursive: true);
    }
}
