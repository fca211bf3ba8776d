using System.Data.Common;
using Npgsql;

namespace Anmin.Kernel.Lanes;

/// <summary>
/// Ownership is a session advisory lock of this connection, which the server drops with it; the epoch in every commit holds even
/// where the lock was lost unnoticed. Two round trips a batch: everything, then COMMIT.
/// </summary>
internal sealed class PostgresLane : LaneStore
{
    private const string Key = "hashtextextended('anmin-lane:' || $1, 0)";
    private readonly NpgsqlConnection connection;
    private readonly Dictionary<LaneStatement, NpgsqlBatchCommand> known = [];
    private bool locked;

    public PostgresLane(string database, string partition, string owner, LaneOptions options) : base(partition, owner, options)
        => connection = new(new NpgsqlConnectionStringBuilder(database)
        {
            // a pooled connection would be handed on with the lock, and a pooler between would lose it
            Pooling = false,
            ApplicationName = "anmin-lane",
            CommandTimeout = Patience,
            MaxAutoPrepare = 16,
            AutoPrepareMinUsages = 2,
        }.ConnectionString);

    public override DbConnection Connection => connection;

    public override async Task<Holding?> TakeAsync(CancellationToken ct)
    {
        if (connection.State != System.Data.ConnectionState.Open) await connection.OpenAsync(ct);
        locked = locked || await LockAsync(ct);
        // looked first: an insert would wait for an owner that fell asleep inside its commit, for ever
        if (await ReadAsync(ct) is not { } row)
        {
            await RunAsync("insert into kernel_lane (partition, subject, epoch, owner, renewed_at) values ($1, $2, 0, '', '-infinity') on conflict do nothing", ct, Partition, Guid.CreateVersion7());
            row = (await ReadAsync(ct))!;
        }
        if (IsKept(row.Owner, row.Age, row.Backend is not null, locked))
        {
            if (locked) await UnlockAsync(ct);
            return null;
        }
        if (!locked) await TakeOverAsync(row.Backend, ct);
        await using var take = Command("update kernel_lane set epoch = epoch + 1, owner = $3, backend = $4, renewed_at = clock_timestamp() where partition = $1 and epoch = $2 returning epoch",
            Partition, row.Epoch, Owner, locked ? connection.ProcessID : DBNull.Value);
        if (await take.ExecuteScalarAsync(ct) is long epoch) return new(Partition, row.Subject, epoch);
        if (locked) await UnlockAsync(ct);
        return null;
    }

    public override async Task CommitAsync(Holding holding, IReadOnlyList<LaneStatement> statements)
    {
        await using var commit = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection, commit);
        var fence = new NpgsqlBatchCommand("update kernel_lane set renewed_at = clock_timestamp() where partition = $1 and epoch = $2");
        fence.Parameters.Add(new NpgsqlParameter<string> { TypedValue = holding.Partition });
        fence.Parameters.Add(new NpgsqlParameter<long> { TypedValue = holding.Epoch });
        batch.BatchCommands.Add(fence);
        foreach (var statement in statements) batch.BatchCommands.Add(Prepared(statement));
        try
        {
            await batch.ExecuteNonQueryAsync();
        }
        finally
        {
            // a command belongs to one batch at a time
            for (var i = batch.BatchCommands.Count - 1; i > 0; i--) batch.BatchCommands.RemoveAt(i);
        }
        if (fence.RecordsAffected != 1) throw new FencedException();
        foreach (var statement in statements) Expect(statement.Rows, known[statement].RecordsAffected);
        await commit.CommitAsync();
    }

    public override Task GiveBackAsync(Holding holding)
        => RunAsync("update kernel_lane set owner = '', backend = null where partition = $1 and epoch = $2", CancellationToken.None, holding.Partition, holding.Epoch);

    public override ValueTask DisposeAsync() => connection.DisposeAsync();

    private NpgsqlBatchCommand Prepared(LaneStatement statement)
    {
        if (known.TryGetValue(statement, out var command)) return command;
        command = new NpgsqlBatchCommand(statement.Postgres);
        foreach (var column in statement.Columns) command.Parameters.Add(column.Array);
        return known[statement] = command;
    }

    private async Task<bool> LockAsync(CancellationToken ct)
    {
        await using var command = Command($"select pg_try_advisory_lock({Key})", Partition);
        return await command.ExecuteScalarAsync(ct) is true;
    }

    private async Task UnlockAsync(CancellationToken ct)
    {
        await RunAsync($"select pg_advisory_unlock({Key})", ct, Partition);
        locked = false;
    }

    /// <summary>The owner sleeps past its lease and its session still holds the lock: the session ends. Should that not be allowed, the epoch alone keeps the two apart.</summary>
    private async Task TakeOverAsync(int? backend, CancellationToken ct)
    {
        if (backend is not { } pid) return;
        try
        {
            await RunAsync("select pg_terminate_backend(pid, 2000) from pg_stat_activity where pid = $1 and application_name = 'anmin-lane'", ct, pid);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return;
        }
        locked = await LockAsync(ct);
    }

    private sealed record Row(Guid Subject, long Epoch, string Owner, int? Backend, TimeSpan Age);

    private async Task<Row?> ReadAsync(CancellationToken ct)
    {
        await using var command = Command("select subject, epoch, owner, backend, extract(epoch from clock_timestamp() - greatest(renewed_at, '2000-01-01'))::float8 from kernel_lane where partition = $1", Partition);
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        return new(reader.GetGuid(0), reader.GetInt64(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetInt32(3), TimeSpan.FromSeconds(reader.GetDouble(4)));
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private async Task RunAsync(string sql, CancellationToken ct, params object[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync(ct);
    }
}
