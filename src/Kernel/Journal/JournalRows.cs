using System.Data.Common;
using System.Runtime.CompilerServices;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Kernel.Journal;

/// <summary>Reads the journal past EF: sealing and verifying walk millions of rows.</summary>
internal static class JournalRows
{
    /// <summary>The column whose order is final once below <see cref="SettledMarkAsync"/>.</summary>
    private static string Mark(AnminDb db) => db.Kind == DatabaseKind.Postgres ? "tx" : "id";

    /// <summary>
    /// Every entry with a smaller mark is committed for good, or never will be. PostgreSQL: the oldest transaction
    /// still running; a later one may commit earlier, so ids alone would skip entries. SQLite has one writer.
    /// </summary>
    public static async Task<long> SettledMarkAsync(AnminDb db, CancellationToken ct)
    {
        var sql = db.Kind == DatabaseKind.Postgres
            ? "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
            : "select coalesce(max(id), 0) + 1 from kernel_journal";
        await using var command = await CommandAsync(db, sql, ct);
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Reads (mark, id, tx, hash) of the range in sealing order.</summary>
    public static string Range(AnminDb db, long from, long to)
    {
        var mark = Mark(db);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"select {mark}, id, tx, hash from kernel_journal where {mark} >= {from} and {mark} < {to} order by {mark}, id");
    }

    /// <summary>The same, for few rows.</summary>
    public static async IAsyncEnumerable<(long Mark, long Id, long Tx, byte[] Hash)> RangeAsync(AnminDb db, long from, long to, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var command = await CommandAsync(db, Range(db, from, to), ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            yield return (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetFieldValue<byte[]>(3));
    }

    /// <summary>Where a block of some <paramref name="most"/> entries ends: between two marks, so that no transaction is half inside.</summary>
    public static async Task<long> EndAsync(AnminDb db, long from, long to, int most, CancellationToken ct)
    {
        var mark = Mark(db);
        await using var command = await CommandAsync(db, $"select {mark} from kernel_journal where {mark} >= {from} and {mark} < {to} order by {mark}, id limit 1 offset {most - 1}", ct);
        return await command.ExecuteScalarAsync(ct) is long last ? last + 1 : to;
    }

    private static async Task<DbCommand> CommandAsync(AnminDb db, string sql, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 600;
        command.Transaction = db.Database.CurrentTransaction is { } current ? Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(current) : null;
        return command;
    }
}
