using System.Text;

namespace Anmin.Cemetery.Tests.Dossiers;

/// <summary>Files as a scanner gives them, and as somebody with bad intent would.</summary>
internal static class Scans
{
    private static readonly byte[] PngEnd = [0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82];

    public static byte[] Png(byte mark) =>
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R', 0, 0, 0, 40, 0, 0, 0, 20, 8, 0, 0, 0, 0, mark, 1, 2, 3, .. PngEnd];

    public static byte[] Jpeg(byte mark) => [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 20, 0, 40, 1, 1, 17, 0, .. Enumerable.Repeat(mark, 140), 0xFF, 0xD9];

    public static byte[] Pdf(string body = "") => Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n" + body + "\n%%EOF\n");
}
