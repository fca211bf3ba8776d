using System.Buffers.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Anmin.Kernel.Journal;

/// <summary>Steps a statement of its own on the connection's handle: nothing is copied.</summary>
internal sealed class SqliteRows : RawRows
{
    private readonly sqlite3 handle;
    private readonly sqlite3_stmt statement;
    private bool ended;

    public SqliteRows(SqliteConnection connection, string select)
    {
        handle = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(handle, select, out statement));
    }

    public override bool Next()
    {
        if (ended) return false; // a step past the end would begin again
        var answer = raw.sqlite3_step(statement);
        if (answer == raw.SQLITE_ROW) return true;
        return answer == raw.SQLITE_DONE ? !(ended = true) : throw Fault(answer);
    }

    public override long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public override ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    public override Guid? Id(int column)
        => Bytes(column) is { Length: 36 } text && Utf8Parser.TryParse(text, out Guid id, out var used) && used == text.Length ? id : null;

    public override void Dispose() => statement.Dispose();

    private void Check(int answer)
    {
        if (answer != raw.SQLITE_OK) throw Fault(answer);
    }

    private SqliteException Fault(int answer) => new(raw.sqlite3_errmsg(handle).utf8_to_string(), answer);
}
