using System.Net;

namespace Anmin.Kernel.Documents;

/// <summary>A scan as people see and print it: turned upright, with the line over it that says what it is for and who looked. The file itself stays as it is.</summary>
public static class MarkedPicture
{
    /// <summary>An SVG, 1000 wide before turning; the height follows the picture.</summary>
    /// <param name="media">image/jpeg or image/png.</param>
    /// <param name="turn">Degrees clockwise: 0, 90, 180 or 270.</param>
    /// <param name="mark">Any text; escaped here.</param>
    public static string Svg(byte[] content, string media, int turn, string mark)
    {
        var (w, h) = PictureSize.Of(content, media);
        var tall = Math.Max(1, 1000L * h / w);
        var (width, height) = turn is 90 or 270 ? (tall, 1000L) : (1000L, tall);
        var move = turn switch { 90 => $"translate({tall} 0) rotate(90)", 180 => $"translate(1000 {tall}) rotate(180)", 270 => "translate(0 1000) rotate(270)", _ => "" };
        var text = WebUtility.HtmlEncode(mark);
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">
            <defs><pattern id="m" width="560" height="260" patternUnits="userSpaceOnUse" patternTransform="rotate(-24)"><text x="10" y="140" font-size="26" font-family="sans-serif" fill="#1b3a3d" fill-opacity=".34">{text}</text></pattern></defs>
            <g transform="{move}"><image href="data:{media};base64,{Convert.ToBase64String(content)}" width="1000" height="{tall}"/></g>
            <rect width="100%" height="100%" fill="url(#m)"/></svg>
            """;
    }
}

/// <summary>Width and height of a picture from its own head; four to three where it does not say.</summary>
public static class PictureSize
{
    private const int Widest = 60_000;

    /// <summary>Pixels.</summary>
    public static (int Width, int Height) Of(ReadOnlySpan<byte> content, string media)
    {
        var (w, h) = media == "image/png" ? Png(content) : Jpeg(content);
        return w is > 0 and <= Widest && h is > 0 and <= Widest ? (w, h) : (1200, 900);
    }

    private static (int, int) Png(ReadOnlySpan<byte> c) => c.Length < 24 ? (0, 0) : (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(c[16..]), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(c[20..]));

    private static (int, int) Jpeg(ReadOnlySpan<byte> c)
    {
        for (var at = 2; at + 9 < c.Length && c[at] == 0xFF;)
        {
            var mark = c[at + 1];
            if (mark is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) return ((c[at + 7] << 8) | c[at + 8], (c[at + 5] << 8) | c[at + 6]);
            at += 2 + ((c[at + 2] << 8) | c[at + 3]);
        }
        return (0, 0);
    }
}
