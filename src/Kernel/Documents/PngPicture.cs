using System.Buffers.Binary;

namespace Anmin.Kernel.Documents;

public enum PngReading
{
    Ok,

    /// <summary>Not a PNG, cut short, or of a size no signature has.</summary>
    NotPng,

    /// <summary>More bytes than allowed.</summary>
    TooLarge,
}

/// <summary>The picture a signing pad sends: a PNG as a data URL, and nothing that merely calls itself one.</summary>
public static class PngPicture
{
    private const int Widest = 2400, Tallest = 1600;
    private const string Prefix = "data:image/png;base64,";
    private static ReadOnlySpan<byte> Head => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R'];
    private static ReadOnlySpan<byte> Tail => [0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82];

    /// <param name="dataUrl">As a canvas gives it.</param>
    /// <param name="most">Bytes.</param>
    /// <param name="picture">The PNG; empty unless <see cref="PngReading.Ok"/>.</param>
    public static PngReading Read(string? dataUrl, int most, out byte[] picture)
    {
        picture = [];
        if (dataUrl is null || !dataUrl.StartsWith(Prefix, StringComparison.Ordinal)) return PngReading.NotPng;
        if (dataUrl.Length > Prefix.Length + (most * 4 / 3) + 4) return PngReading.TooLarge;
        var png = new byte[most + 8];
        if (!Convert.TryFromBase64Chars(dataUrl.AsSpan(Prefix.Length), png, out var size)) return PngReading.NotPng;
        if (size > most) return PngReading.TooLarge;
        var bytes = png.AsSpan(0, size);
        if (size < Head.Length + 8 + Tail.Length || !bytes.StartsWith(Head) || !bytes.EndsWith(Tail)) return PngReading.NotPng;
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]));
        if (width is 0 or > Widest || height is 0 or > Tallest) return PngReading.NotPng;
        picture = bytes.ToArray();
        return PngReading.Ok;
    }
}
