using System.Buffers.Binary;

namespace Anmin.Kernel.Documents;

/// <summary>
/// A picture without what a camera tells besides: where it was taken, by which device, when, in whose words, with which small picture of before.
/// The pixels are not touched; there is no picture library here, so a picture is taken apart by its format and what does not fit is refused.
/// </summary>
public static class BarePicture
{
    /// <param name="Turn">Degrees clockwise it has to be shown at: the camera said so in what was taken out.</param>
    public sealed record Bare(byte[] Content, int Turn);

    private static readonly HashSet<string> Needed = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs"];

    /// <summary>The bare picture; a PDF comes back as it is; null where the picture does not hold together.</summary>
    /// <param name="media">As <see cref="ScannedFile.MediaOf"/> said.</param>
    public static Bare? Of(byte[] content, string media) => media switch { "image/jpeg" => Jpeg(content), "image/png" => Png(content), _ => new(content, 0) };

    private static Bare? Jpeg(byte[] c)
    {
        using var kept = new MemoryStream(c.Length);
        kept.Write([0xFF, 0xD8]);
        var (at, turn, drawn) = (2, 0, false);
        while (at + 1 < c.Length)
        {
            if (c[at] != 0xFF) return null;
            var mark = c[at + 1];
            if (mark == 0xFF) { at++; continue; }
            if (mark == 0xD9)
            {
                kept.Write([0xFF, 0xD9]);
                // a second picture behind the first is one of the things that are not kept
                return drawn ? new Bare(kept.ToArray(), turn) : null;
            }
            if (mark is 0x01 or (>= 0xD0 and <= 0xD8) || at + 4 > c.Length) return null;
            var length = BinaryPrimitives.ReadUInt16BigEndian(c.AsSpan(at + 2));
            if (length < 2 || at + 2 + length > c.Length) return null;
            var part = c.AsSpan(at, length + 2);
            if (mark == 0xE1 && part.Length > 14 && part[4..].StartsWith("Exif\0\0"u8)) turn = TurnOf(part[10..]);
            if (Keeps(mark, part)) kept.Write(part);
            at += part.Length;
            if (mark != 0xDA) continue;
            drawn = true;
            var end = EndOfScan(c, at);
            kept.Write(c.AsSpan(at, end - at));
            at = end;
        }
        return null;
    }

    /// <summary>Tables and frames; of the applications' own parts JFIF, the colour profile and Adobe's word on colours.</summary>
    private static bool Keeps(byte mark, ReadOnlySpan<byte> part)
        => mark is not ((>= 0xE0 and <= 0xEF) or 0xFE) || mark is 0xE0 or 0xEE || (mark == 0xE2 && part.Length > 16 && part[4..].StartsWith("ICC_PROFILE\0"u8));

    private static int EndOfScan(byte[] c, int at)
    {
        while (at + 1 < c.Length && !(c[at] == 0xFF && c[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))) at++;
        return Math.Min(at, c.Length);
    }

    private static int TurnOf(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 14) return 0;
        var little = tiff[0] == 'I';
        ushort Short(ReadOnlySpan<byte> from) => little ? BinaryPrimitives.ReadUInt16LittleEndian(from) : BinaryPrimitives.ReadUInt16BigEndian(from);
        var first = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (first > tiff.Length - 2) return 0;
        var count = Short(tiff[(int)first..]);
        for (var i = 0; i < count; i++)
        {
            var entry = (int)first + 2 + (i * 12);
            if (entry + 12 > tiff.Length) return 0;
            if (Short(tiff[entry..]) == 0x0112) return Short(tiff[(entry + 8)..]) switch { 3 => 180, 6 => 90, 8 => 270, _ => 0 };
        }
        return 0;
    }

    private static Bare? Png(byte[] c)
    {
        if (c.Length < 33) return null;
        using var kept = new MemoryStream(c.Length);
        kept.Write(c.AsSpan(0, 8));
        for (var at = 8; at + 12 <= c.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(c.AsSpan(at));
            if (length > c.Length - at - 12) return null;
            var kind = System.Text.Encoding.ASCII.GetString(c, at + 4, 4);
            if (at == 8 && kind != "IHDR") return null;
            if (Needed.Contains(kind)) kept.Write(c.AsSpan(at, (int)length + 12));
            if (kind == "IEND") return new Bare(kept.ToArray(), 0);
            at += (int)length + 12;
        }
        return null;
    }
}
