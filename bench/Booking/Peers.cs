using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Anmin.Kernel.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Anmin.Bench.Booking;

/// <summary>How a slot is booked without a lane: a commit each, the same rows, on connections of a pool, prepared, as few round trips as it takes.</summary>
internal static partial class Peers
{
    private const string Insert = """
        insert into booking_place (slot_id, ordinal, booked_by, device, booked_at, batch, line, key, fingerprint, phone, phone_index, people, reference, state)
        values ($1, $2, 'public', '127.0.0.1', $3, 0, 0, $4, $5, $6, $7, 1, null, 'Booked')
        """;

    /// <summary>SELECT … FOR UPDATE, then update and insert: two round trips.</summary>
    public static async Task<bool> RowLockAsync(NpgsqlDataSource source, Guid slot)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var commit = await connection.BeginTransactionAsync();
        await using var look = new NpgsqlCommand("select remaining, capacity from booking_slot where id = $1 for update", connection, commit) { Parameters = { new() { Value = slot } } };
        int remaining, capacity;
        await using (var reader = await look.ExecuteReaderAsync())
        {
            await reader.ReadAsync();
            (remaining, capacity) = (reader.GetInt32(0), reader.GetInt32(1));
        }
        if (remaining < 1) return false;
        await using var batch = new NpgsqlBatch(connection, commit) { BatchCommands = { Take("update booking_slot set remaining = remaining - 1 where id = $1", slot), Row(slot, capacity - remaining + 1) } };
        await batch.ExecuteNonQueryAsync();
        await commit.CommitAsync();
        return true;
    }

    /// <summary>UPDATE … WHERE remaining &gt; 0 RETURNING and the insert in one statement: one round trip.</summary>
    public static async Task<bool> ConditionalAsync(NpgsqlDataSource source, Guid slot)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("""
            with taken as (update booking_slot set remaining = remaining - 1 where id = $1 and remaining > 0 returning capacity - remaining as ordinal)
            insert into booking_place (slot_id, ordinal, booked_by, device, booked_at, batch, line, key, fingerprint, phone, phone_index, people, reference, state)
            select $1, ordinal, 'public', '127.0.0.1', $2, 0, 0, $3, $4, $5, $6, 1, null, 'Booked' from taken
            """, connection)
        {
            Parameters = { new() { Value = slot }, new() { Value = TimeProvider.System.GetUtcNow() }, new() { Value = Stage.Any() }, new() { Value = Stage.Any() }, new() { Value = Stage.Sealed }, new() { Value = Stage.Any().ToByteArray() } },
        };
        return await command.ExecuteNonQueryAsync() == 1;
    }

    public static NpgsqlDataSource Pool(DatabaseSettings settings, int connections)
        => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { MaxPoolSize = connections, MinPoolSize = connections, MaxAutoPrepare = 20, AutoPrepareMinUsages = 2, Timeout = 60, CommandTimeout = 60 });

    /// <summary>BEGIN IMMEDIATE, look, take, insert, commit; those who wait do so in line, which is kinder than polling the file.</summary>
    public sealed class OneByOne : IDisposable
    {
        private readonly SqliteConnection connection;
        private readonly SqliteCommand look, take, insert;
        private readonly SemaphoreSlim turn = new(1, 1);

        public OneByOne(DatabaseSettings settings)
        {
            connection = new(settings.ConnectionString + ";Pooling=False");
            connection.Open();
            Make($"pragma journal_mode=wal; pragma synchronous={settings.Synchronous}; pragma foreign_keys=on; pragma cache_size=-16000").ExecuteNonQuery();
            look = Make("select capacity - remaining + 1 from booking_slot where id = $1 and remaining > 0", 1);
            take = Make("update booking_slot set remaining = remaining - 1 where id = $1", 1);
            insert = Make(Insert, 7);
        }

        public async Task<bool> BookAsync(Guid slot)
        {
            await turn.WaitAsync();
            try
            {
                using var commit = connection.BeginTransaction(deferred: false);
                foreach (var command in (SqliteCommand[])[look, take, insert]) (command.Transaction, command.Parameters[0].Value) = (commit, slot);
                if (look.ExecuteScalar() is not long ordinal) return false;
                take.ExecuteNonQuery();
                object[] values = [slot, ordinal, (TimeProvider.System.GetUtcNow().UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / 10, Stage.Any(), Stage.Any(), Stage.Sealed, Stage.Any().ToByteArray()];
                for (var i = 0; i < values.Length; i++) insert.Parameters[i].Value = values[i];
                insert.ExecuteNonQuery();
                commit.Commit();
                return true;
            }
            finally
            {
                turn.Release();
            }
        }

        private SqliteCommand Make(string sql, int parameters = 0)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= parameters; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
            return command;
        }

        public void Dispose()
        {
            connection.Dispose();
            turn.Dispose();
        }
    }

    /// <summary>The real thing: <c>pgbench -N</c>, 32 clients, prepared, on a database of its own of the same server.</summary>
    public static async Task<double> PgBenchAsync(string database, int seconds) => double.Parse(Tps().Match(await RunAsync(database, "-N", "-c", "32", "-j", "2", "-M", "prepared", "-T", seconds.ToString(CultureInfo.InvariantCulture), "-n")).Groups[1].Value, CultureInfo.InvariantCulture);

    public static Task MakePgBenchAsync(string database) => RunAsync(database, "-i", "-s", "50", "-q", "-n");

    private static async Task<string> RunAsync(string database, params string[] arguments)
    {
        var at = new NpgsqlConnectionStringBuilder(database);
        var folder = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => double.Parse(Path.GetFileName(d), CultureInfo.InvariantCulture)).First() + "/bin/" : "";
        var start = new ProcessStartInfo(folder + "pgbench", ["-h", at.Host!, "-p", at.Port.ToString(CultureInfo.InvariantCulture), "-U", at.Username!, .. arguments, at.Database!]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PGPASSWORD"] = at.Password;
        using var process = Process.Start(start)!;
        var (said, faults) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await said : throw new OracleException("pgbench: " + await faults);
    }

    private static NpgsqlBatchCommand Take(string sql, Guid slot) => new(sql) { Parameters = { new() { Value = slot } } };

    private static NpgsqlBatchCommand Row(Guid slot, int ordinal) => new(Insert)
    {
        Parameters = { new() { Value = slot }, new() { Value = ordinal }, new() { Value = TimeProvider.System.GetUtcNow() }, new() { Value = Stage.Any() }, new() { Value = Stage.Any() }, new() { Value = Stage.Sealed }, new() { Value = Stage.Any().ToByteArray() } },
    };

    [GeneratedRegex(@"tps = ([0-9.]+)")]
    private static partial Regex Tps();
}
