using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Anmin.Kernel.Data;
using Microsoft.Data.Sqlite;

namespace Anmin.Kernel.Lanes;

/// <summary>
/// Ownership is a lock on a file beside the database, which the operating system drops with the process; the epoch in every commit
/// holds even where it was lost.
/// </summary>
internal sealed class SqliteLane : LaneStore
{
    private readonly SqliteConnection connection;
    private readonly DatabaseSettings settings;
    private readonly WriteTurn turn;
    private readonly Dictionary<LaneStatement, SqliteCommand> known = [];
    private SqliteCommand? fence;
    private FileStream? file;

    public SqliteLane(DatabaseSettings settings, WriteTurn turn, string partition, string owner, LaneOptions options) : base(partition, owner, options)
    {
        (this.settings, this.turn) = (settings, turn);
        connection = new(new SqliteConnectionStringBuilder(settings.ConnectionString) { Pooling = false, DefaultTimeout = Patience }.ConnectionString);
    }

    public override DbConnection Connection => connection;

    public override async Task<Holding?> TakeAsync(CancellationToken ct)
    {
        if (connection.State != System.Data.ConnectionState.Open)
        {
            await connection.OpenAsync(ct);
            Run($"pragma journal_mode=wal; pragma synchronous={settings.Synchronous}; pragma foreign_keys=on; pragma cache_size=-16000; pragma temp_store=memory");
        }
        file ??= Lock();
        using var held = await turn.WaitAsync(ct);
        await using var commit = connection.BeginTransaction(deferred: false);
        Run("insert into kernel_lane (partition, subject, epoch, owner, renewed_at) values ($1, $2, 0, '', 0) on conflict do nothing", Partition, Guid.CreateVersion7());
        var (subject, epoch, owner, backend, age) = Read();
        if (IsKept(owner, age, backend is not null, file is not null))
        {
            Unlock();
            await commit.CommitAsync(ct);
            return null;
        }
        Run("update kernel_lane set epoch = $2, owner = $3, backend = $4, renewed_at = cast(unixepoch('subsec') * 1000000 as integer) where partition = $1",
            Partition, epoch + 1, Owner, file is null ? DBNull.Value : Environment.ProcessId);
        await commit.CommitAsync(ct);
        return new(Partition, subject, epoch + 1);
    }

    public override async Task CommitAsync(Holding holding, IReadOnlyList<LaneStatement> statements)
    {
        using var held = await turn.WaitAsync(CancellationToken.None);
        // the provider's calls block: the turn is held no longer than they take
        using var commit = connection.BeginTransaction(deferred: false);
        fence ??= Make("update kernel_lane set renewed_at = cast(unixepoch('subsec') * 1000000 as integer) where partition = $1 and epoch = $2", 2);
        (fence.Transaction, fence.Parameters[0].Value, fence.Parameters[1].Value) = (commit, holding.Partition, holding.Epoch);
        if (fence.ExecuteNonQuery() != 1) throw new FencedException();
        foreach (var statement in statements) Write(statement, commit);
        commit.Commit();
    }

    public override async Task GiveBackAsync(Holding holding)
    {
        using var held = await turn.WaitAsync(CancellationToken.None);
        Run("update kernel_lane set owner = '', backend = null where partition = $1 and epoch = $2", holding.Partition, holding.Epoch);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var command in known.Values) await command.DisposeAsync();
        if (fence is not null) await fence.DisposeAsync();
        await connection.DisposeAsync();
        Unlock();
    }

    private void Write(LaneStatement statement, SqliteTransaction commit)
    {
        if (!known.TryGetValue(statement, out var command)) known[statement] = command = Make(statement.Sqlite, statement.Columns.Count);
        command.Transaction = commit;
        var written = 0;
        for (var row = 0; row < statement.Rows; row++)
        {
            for (var i = 0; i < statement.Columns.Count; i++) command.Parameters[i].Value = statement.Columns[i].At(row);
            written += command.ExecuteNonQuery();
        }
        Expect(statement.Rows, written);
    }

    private SqliteCommand Make(string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        return command;
    }

    private FileStream? Lock()
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Partition)))[..16];
        try
        {
            return new(Path.Combine(settings.Folder, $"lane-{name}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private void Unlock()
    {
        file?.Dispose();
        file = null;
    }

    private (Guid Subject, long Epoch, string Owner, long? Backend, TimeSpan Age) Read()
    {
        using var command = Make("select subject, epoch, owner, backend, cast(unixepoch('subsec') * 1000000 as integer) - renewed_at from kernel_lane where partition = $1", 1);
        command.Parameters[0].Value = Partition;
        using var reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetGuid(0), reader.GetInt64(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetInt64(3), TimeSpan.FromMicroseconds(reader.GetInt64(4)));
    }

    private void Run(string sql, params object[] values)
    {
        using var command = Make(sql, values.Length);
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }
}
