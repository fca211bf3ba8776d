using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Anmin.Kernel.Data;

/// <summary>
/// One insert, prepared once on the connection's handle and stepped for each row, with every value written as the provider would write it.
/// The provider's own command looks every parameter up by name and makes a reader a row, which took longer than the cheapest of our rows.
/// </summary>
internal sealed unsafe partial class SqliteInsert : IDisposable
{
    private const int Short = 512;

    private readonly sqlite3 handle;
    private readonly sqlite3_stmt statement;
    private readonly nint row;

    /// <param name="connection">Open, and in a transaction: there is no other writer to wait for.</param>
    public SqliteInsert(SqliteConnection connection, string table, string columns, int values)
    {
        handle = connection.Handle!;
        var answer = raw.sqlite3_prepare_v2(handle, $"insert into {table} ({columns}) values ({string.Join(", ", Enumerable.Repeat("?", values))})", out statement);
        if (answer != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(answer, handle);
        row = statement.DangerousGetHandle();
    }

    /// <param name="column">From 0.</param>
    public void Put(int column, object? value)
    {
        var answer = value switch
        {
            null => Native.Null(row, column + 1),
            string text => Text(column + 1, text),
            Guid id => Id(column + 1, id),
            int number => Native.Number(row, column + 1, number),
            long number => Native.Number(row, column + 1, number),
            short number => Native.Number(row, column + 1, number),
            bool flag => Native.Number(row, column + 1, flag ? 1 : 0),
            DateOnly day => Text(column + 1, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            byte[] bytes => Bytes(column + 1, bytes),
            _ => throw new NotSupportedException($"A {value.GetType().Name} is not written in bulk."),
        };
        if (answer != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(answer, handle);
    }

    /// <exception cref="SqliteException">What a constraint or trigger refused the row for.</exception>
    public void Write()
    {
        var answer = raw.sqlite3_step(statement);
        // answers with the step's own fault once more, which is told below
        _ = raw.sqlite3_reset(statement);
        if (answer != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(answer, handle);
    }

    public void Dispose() => statement.Dispose();

    private int Text(int place, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> bytes = most <= Short ? stackalloc byte[Short] : new byte[most];
        return Text(place, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    /// <summary>Capitals, as the provider writes them.</summary>
    private int Id(int place, Guid id)
    {
        Span<byte> bytes = stackalloc byte[36];
        id.TryFormat(bytes, out _);
        Ascii.ToUpperInPlace(bytes, out _);
        return Text(place, bytes);
    }

    private int Text(int place, ReadOnlySpan<byte> text)
    {
        // of an empty span the pointer would be null, and the value with it
        fixed (byte* at = text.IsEmpty ? "\0"u8 : text) return Native.Text(row, place, at, text.Length, Native.Copy);
    }

    private int Bytes(int place, byte[] bytes)
    {
        fixed (byte* at = bytes.Length == 0 ? "\0"u8 : bytes) return Native.Blob(row, place, at, bytes.Length, Native.Copy);
    }

    /// <summary>Some forty calls a row: the package's own wrappers count references to the statement on each. It lives as long as this object.</summary>
    private static partial class Native
    {
        /// <summary>The value is copied before the call returns.</summary>
        public const nint Copy = -1;

        [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_bind_null"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
        public static partial int Null(nint statement, int place);

        [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_bind_int64"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
        public static partial int Number(nint statement, int place, long value);

        [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_bind_text"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
        public static partial int Text(nint statement, int place, byte* value, int length, nint keep);

        [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_bind_blob"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
        public static partial int Blob(nint statement, int place, byte* value, int length, nint keep);
    }
}
