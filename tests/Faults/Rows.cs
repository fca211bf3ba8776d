using System.Data.Common;
using System.Globalization;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Anmin.Faults;

/// <summary>Looks at the tables past the program.</summary>
internal static class Rows
{
    /// <returns>The first column of every row.</returns>
    public static async Task<List<string>> ReadAsync(TestDatabase database, string select, CancellationToken ct)
    {
        await using DbConnection connection = database.Kind == DatabaseKind.Postgres ? new NpgsqlConnection(database.Connection) : new SqliteConnection($"Data Source={Path.Combine(database.Folder, "anmin.db")};Pooling=False");
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = select;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<string>();
        while (await reader.ReadAsync(ct)) rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) ?? "");
        return rows;
    }
}
