using System.Buffers.Text;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Anmin.Kernel.Journal;

/// <summary>Steps a statement of its own on the connection's handle: nothing is copied.</summary>
internal sealed unsafe partial class SqliteRows : RawRows
{
    private readonly sqlite3 handle;
    private readonly sqlite3_stmt statement;
    private readonly nint row;
    private bool ended;

    public SqliteRows(SqliteConnection connection, string select)
    {
        handle = connection.Handle!;
        var answer = raw.sqlite3_prepare_v2(handle, select, out statement);
        if (answer != raw.SQLITE_OK) throw Fault(answer);
        row = statement.DangerousGetHandle();
    }

    public override bool Next()
    {
        if (ended) return false; // a step past the end would begin again
        var answer = raw.sqlite3_step(statement);
        if (answer == raw.SQLITE_ROW) return true;
        return answer == raw.SQLITE_DONE ? !(ended = true) : throw Fault(answer);
    }

    public override long Number(int column) => Native.Number(row, column);

    public override ReadOnlySpan<byte> Bytes(int column)
    {
        var bytes = Native.Blob(row, column);
        return new(bytes, Native.Length(row, column));
    }

    public override Guid? Id(int column)
        => Bytes(column) is { Length: 36 } text && Utf8Parser.TryParse(text, out Guid id, out var used) && used == text.Length ? id : null;

    public override void Dispose() => statement.Dispose();

    private SqliteException Fault(int answer) => new(raw.sqlite3_errmsg(handle).utf8_to_string(), answer);

    /// <summary>
    /// Twenty calls a row: the package's own wrappers count references to the statement on each, which took longer than the calls.
    /// The statement lives as long as this object, so nothing needs counting.
    /// </summary>
    private static partial class Native
    {
        [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_column_int64"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
        public static partial long Number(nint statement, int column);

        [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_column_blob"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
        public static partial void* Blob(nint statement, int column);

        [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_column_bytes"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
        public static partial int Length(nint statement, int column);
    }
}
