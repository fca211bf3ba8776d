using System.Buffers.Text;
using System.Text;

namespace Anmin.Kernel.Lanes;

/// <summary>Lines of fields as UTF-8, each field followed by a tab and each line by a line feed; no field holds either.</summary>
public sealed class LaneText
{
    private byte[] bytes = new byte[4096];
    private int end;

    public ReadOnlySpan<byte> Bytes => bytes.AsSpan(0, end);

    public LaneText Add(string? text)
    {
        if (text is { Length: > 0 })
        {
            var room = Room(Encoding.UTF8.GetMaxByteCount(text.Length));
            var written = Encoding.UTF8.GetBytes(text, room);
            // a break inside a field would let two different lines have one text
            room[..written].Replace((byte)'\t', (byte)' ');
            room[..written].Replace((byte)'\n', (byte)' ');
            end += written;
        }
        return Tab();
    }

    public LaneText Add(long number)
    {
        Utf8Formatter.TryFormat(number, Room(20), out var written);
        end += written;
        return Tab();
    }

    public LaneText Add(Guid id)
    {
        Utf8Formatter.TryFormat(id, Room(36), out var written);
        end += written;
        return Tab();
    }

    public LaneText AddHex(ReadOnlySpan<byte> value)
    {
        Convert.TryToHexStringLower(value, Room(value.Length * 2), out var written);
        end += written;
        return Tab();
    }

    public void End() => Put((byte)'\n');

    public void Clear() => end = 0;

    private LaneText Tab()
    {
        Put((byte)'\t');
        return this;
    }

    private void Put(byte one)
    {
        Room(1)[0] = one;
        end++;
    }

    private Span<byte> Room(int count)
    {
        if (bytes.Length - end < count) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, end + count));
        return bytes.AsSpan(end);
    }
}
