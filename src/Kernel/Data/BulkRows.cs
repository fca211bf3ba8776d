using System.Collections.Concurrent;
using System.Linq.Expressions;
using Anmin.Kernel.Ciphers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Anmin.Kernel.Data;

/// <summary>
/// Many new rows of one entity in the transaction of the run, without a change tracker: a prepared statement on SQLite, COPY on PostgreSQL.
/// Columns, conversions, sealing and look-up hashes come from the model, and every constraint and trigger of the table holds as for any other row.
/// Rows of a parent go before those of its children; what the rows note for the journal is not looked at.
/// </summary>
public static class BulkRows
{
    private static readonly ConcurrentDictionary<IEntityType, object> Known = new();

    /// <returns>How many rows were written: all of them, or the database's exception and, with the transaction, none.</returns>
    /// <exception cref="InvalidOperationException">There is no transaction to write in.</exception>
    public static async Task<int> AddRowsAsync<T>(this AnminDb db, IEnumerable<T> rows, CancellationToken ct) where T : class
    {
        var commit = db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("Rows are written in the transaction of a use case only.");
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not of the model.");
        var table = (BulkTable<T>)Known.GetOrAdd(entity, static (e, vault) => new BulkTable<T>(e, vault), db.Parts.Vault);
        return commit.Connection is NpgsqlConnection postgres ? await CopyAsync(postgres, table, rows, ct) : Insert((SqliteTransaction)commit, table, rows, ct);
    }

    private static int Insert<T>(SqliteTransaction commit, BulkTable<T> table, IEnumerable<T> rows, CancellationToken ct) where T : class
    {
        using var insert = new SqliteInsert(commit.Connection!, table.Name, table.Columns, table.Values.Count);
        var written = 0;
        foreach (var row in rows)
        {
            if ((written & 0x3FF) == 0) ct.ThrowIfCancellationRequested();
            for (var i = 0; i < table.Values.Count; i++) insert.Put(i, table.Values[i](row));
            insert.Write();
            written++;
        }
        return written;
    }

    private static async Task<int> CopyAsync<T>(NpgsqlConnection connection, BulkTable<T> table, IEnumerable<T> rows, CancellationToken ct) where T : class
    {
        await using var writer = await connection.BeginBinaryImportAsync($"copy {table.Name} ({table.Columns}) from stdin (format binary)", ct);
        var written = 0;
        foreach (var row in rows)
        {
            await writer.StartRowAsync(ct);
            foreach (var value in table.Values)
            {
                if (value(row) is { } present) await writer.WriteAsync(present, ct);
                else await writer.WriteNullAsync(ct);
            }
            written++;
        }
        await writer.CompleteAsync(ct);
        return written;
    }
}

/// <summary>An entity's columns in one order, and what of a row goes into each.</summary>
internal sealed class BulkTable<T> where T : class
{
    public BulkTable(IEntityType entity, PersonalVault vault)
    {
        var store = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        var properties = entity.GetProperties().ToList();
        Name = $"\"{entity.GetTableName()}\"";
        Columns = string.Join(", ", properties.Select(p => $"\"{p.GetColumnName(store)}\""));
        Values = [.. properties.Select(p => Read(entity, p, vault))];
    }

    public string Name { get; }

    public string Columns { get; }

    public IReadOnlyList<Func<T, object?>> Values { get; }

    private static Func<T, object?> Read(IEntityType entity, IProperty property, PersonalVault vault)
    {
        if (Sealing.SourceOf(property) is { } source)
        {
            var of = Getter(entity.FindProperty(source)!);
            return row => Sealing.Normal(of(row)) is { } normal ? vault.BlindIndex(normal) : null;
        }
        if (property.PropertyInfo is null) throw new NotSupportedException($"{entity.DisplayName()}.{property.Name} has no property to read it from.");
        var get = Getter(property);
        return property.GetTypeMapping().Converter is { } converter ? row => get(row) is { } value ? converter.ConvertToProvider(value) : null : get;
    }

    private static Func<T, object?> Getter(IProperty property)
    {
        var row = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, object?>>(Expression.Convert(Expression.Property(row, property.PropertyInfo!), typeof(object)), row).Compile();
    }
}
