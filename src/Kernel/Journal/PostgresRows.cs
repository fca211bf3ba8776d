using System.Buffers.Binary;
using Npgsql;

namespace Anmin.Kernel.Journal;

/// <summary>Reads binary COPY by hand (PostgreSQL manual, "COPY", file formats): the server sends what it stores.</summary>
internal sealed class PostgresRows : RawRows
{
    private const int Signature = 11;
    private const int Patience = 600_000;
    private readonly NpgsqlRawCopyStream stream;
    private readonly (int At, int Length)[] fields = new (int, int)[16];
    private byte[] buffer = new byte[256 * 1024];
    private int at, filled;
    private bool ended;

    public PostgresRows(NpgsqlConnection connection, string select)
    {
        stream = connection.BeginRawBinaryCopy($"copy ({select}) to stdout (format binary)");
        stream.ReadTimeout = Patience; // the first row may wait for a sort
        Need(Signature + 8);
        var extension = BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(Signature + 4));
        Need(Signature + 8 + extension);
        at = Signature + 8 + extension;
    }

    public override bool Next()
    {
        if (ended) return false;
        Need(2);
        var count = BinaryPrimitives.ReadInt16BigEndian(buffer.AsSpan(at));
        if (count < 0) return !(ended = true);
        // positions are from the start of the row: reading on may move it in the buffer
        var offset = 2;
        for (var i = 0; i < count; i++)
        {
            Need(offset + 4);
            var length = BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(at + offset));
            offset += 4;
            fields[i] = (offset, Math.Max(0, length));
            offset += Math.Max(0, length);
            Need(offset);
        }
        for (var i = 0; i < count; i++) fields[i].At += at;
        at += offset;
        return true;
    }

    public override long Number(int column) => Bytes(column) switch
    {
        { Length: 8 } eight => BinaryPrimitives.ReadInt64BigEndian(eight),
        { Length: 4 } four => BinaryPrimitives.ReadInt32BigEndian(four),
        var other => throw new NotSupportedException($"An integer of {other.Length} bytes."),
    };

    public override ReadOnlySpan<byte> Bytes(int column) => buffer.AsSpan(fields[column].At, fields[column].Length);

    public override Guid? Id(int column) => Bytes(column) is { Length: 16 } bytes ? new Guid(bytes, bigEndian: true) : null;

    public override void Dispose()
    {
        // a walk that ends early does not want the rest
        if (!ended) stream.Cancel();
        else while (stream.Read(buffer) > 0) continue;
        stream.Dispose();
    }

    /// <summary>At least so many bytes of the row that begins at <see cref="at"/> are in the buffer.</summary>
    private void Need(int count)
    {
        if (filled - at >= count) return;
        buffer.AsSpan(at, filled - at).CopyTo(buffer);
        (filled, at) = (filled - at, 0);
        if (buffer.Length < count) Array.Resize(ref buffer, Math.Max(count, buffer.Length * 2));
        while (filled < count)
        {
            var read = stream.Read(buffer, filled, buffer.Length - filled);
            if (read == 0) throw new EndOfStreamException("COPY ended inside a row.");
            filled += read;
        }
    }
}
