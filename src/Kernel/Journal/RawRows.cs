using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Anmin.Kernel.Journal;

/// <summary>
/// Rows as the database keeps them: integers, and UTF-8 bytes where others make strings. For walking millions of them.
/// What a method returns is good until the next <see cref="Next"/>. One thread at a time.
/// </summary>
internal abstract class RawRows : IDisposable
{
    /// <param name="connection">Open, and nobody else's meanwhile.</param>
    public static RawRows Open(DbConnection connection, string select) => connection switch
    {
        SqliteConnection sqlite => new SqliteRows(sqlite, select),
        NpgsqlConnection postgres => new PostgresRows(postgres, select),
        _ => throw new NotSupportedException(connection.GetType().Name),
    };

    public abstract bool Next();

    public abstract long Number(int column);

    /// <summary>A text's UTF-8 or a blob's bytes; empty where null.</summary>
    public abstract ReadOnlySpan<byte> Bytes(int column);

    /// <summary>Null where the column does not hold one.</summary>
    public abstract Guid? Id(int column);

    public abstract void Dispose();
}
