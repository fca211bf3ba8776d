using System.Text;

namespace Anmin.Funeral.Tests.Field;

/// <summary>Files as people hand them in: small, whole, and telling more than they should.</summary>
internal static class Handed
{
    private static readonly byte[] Frame = [0xFF, 0xC0, 0, 11, 8, 0, 20, 0, 40, 1, 1, 17, 0];

    /// <summary>What a phone writes beside a picture; the second byte from the end says how to hold it.</summary>
    public static byte[] Exif(byte orientation) =>
        [0xFF, 0xE1, 0, 56, .. "Exif\0\0"u8, .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0, .. "GPS 118.241 33.832 ...."u8[..22]];

    public static byte[] Photo(byte mark, byte orientation = 1) =>
        [0xFF, 0xD8, .. Exif(orientation), 0xFF, 0xFE, 0, 9, .. "by Zhou"u8, .. Frame, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, .. Enumerable.Repeat(mark, 140), 0xFF, 0x00, 0xFF, 0xD9, .. "a second picture behind"u8];

    public static byte[] Bare(byte mark) => [0xFF, 0xD8, .. Frame, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, .. Enumerable.Repeat(mark, 140), 0xFF, 0x00, 0xFF, 0xD9];

    public static byte[] Pdf(string body = "") => Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n" + body + "\n%%EOF\n");
}
