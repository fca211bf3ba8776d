using Anmin.Kernel.Data;
using Microsoft.Data.Sqlite;

namespace Anmin.Bench.Cemetery;

/// <summary>
/// The floor of a load on SQLite: the same rows, made already, into the same tables with the same checks, keys and indexes in a file of their own, durable and in as many commits;
/// by insert … select inside the database, so nothing is read, judged, sealed or bound, and no trigger is there.
/// </summary>
internal static class BareInsert
{
    /// <summary>With how many stretches ahead of the last ones they go, so that nothing comes before what it refers to.</summary>
    private static readonly (string Name, int Ahead)[] Tables = [("cemetery_section", int.MaxValue / 2), ("cemetery_position", 2), ("cemetery_right", 1), ("cemetery_right_term", 0), ("cemetery_interment", 0), ("cemetery_fee_entry", 0), ("cemetery_dossier", 0)];

    public static async Task<double> SecondsAsync(BenchDatabase database, int commits)
    {
        var bare = Path.Combine(database.Folder, "bare.db");
        await using var connection = new SqliteConnection($"Data Source={bare};Pooling=false");
        await connection.OpenAsync();
        Run(connection, "pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on; pragma cache_size=-16000; pragma temp_store=memory");
        Run(connection, $"attach '{Path.Combine(database.Folder, "anmin.db")}' as loaded");
        foreach (var statement in Texts(connection, $"select sql from loaded.sqlite_master where tbl_name in ('{string.Join("', '", Tables.Select(t => t.Name))}') and type in ('table', 'index') and sql is not null order by type desc")) Run(connection, statement);
        var last = Tables.ToDictionary(t => t.Name, t => (long)One(connection, $"select coalesce(max(rowid), 0) from loaded.{t.Name}"));
        var seconds = await Rounds.TimeAsync(() =>
        {
            for (var i = 0; i < commits; i++)
            {
                using var commit = connection.BeginTransaction();
                foreach (var (table, ahead) in Tables)
                    Run(connection, $"insert into main.{table} select * from loaded.{table} where rowid > {(i == 0 ? 0 : At(last[table], i + ahead, commits))} and rowid <= {At(last[table], i + 1 + ahead, commits)}", commit);
                commit.Commit();
            }
            return Task.CompletedTask;
        });
        foreach (var (table, _) in Tables) OracleException.Equal(One(connection, $"select count(*) from loaded.{table}"), One(connection, $"select count(*) from main.{table}"), table);
        await connection.CloseAsync();
        foreach (var file in (string[])["", "-wal", "-shm"]) File.Delete(bare + file);
        return seconds;
    }

    private static long At(long last, int stretch, int of) => last * Math.Min(stretch, of) / of;

    private static void Run(SqliteConnection connection, string sql, SqliteTransaction? commit = null)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction, command.CommandTimeout) = (sql, commit, 600);
        command.ExecuteNonQuery();
    }

    private static object One(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 600);
        return command.ExecuteScalar()!;
    }

    private static List<string> Texts(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        List<string> texts = [];
        while (rows.Read()) texts.Add(rows.GetString(0));
        return texts;
    }
}
