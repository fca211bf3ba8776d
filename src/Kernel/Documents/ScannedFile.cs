using System.Security.Cryptography;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Outcomes;

namespace Anmin.Kernel.Documents;

/// <summary>
/// A scan somebody handed in: known by its bytes and not by its name, kept sealed as a whole, found again by its hash. JPEG, PNG and PDF only,
/// each whole from its first mark to its last, and nothing that is another kind of file as well.
/// </summary>
public static class ScannedFile
{
    public static readonly Problem Empty = new("kernel.scan.empty", "没有选文件，或者文件是空的。请重新选择扫描件。", ProblemKind.Invalid, "File");

    public static readonly Problem TooLarge = new("kernel.scan.too-large", "文件超过10兆。请降低扫描分辨率，或者分几份上传。", ProblemKind.Invalid, "File");

    public static readonly Problem Kind = new("kernel.scan.kind", "只收JPEG、PNG图片和PDF。请重新扫描成这几种格式。", ProblemKind.Invalid, "File");

    public static readonly Problem Broken = new("kernel.scan.broken", "文件不完整，或者后面还夹带别的内容。请重新拍照或扫描。", ProblemKind.Invalid, "File");

    public static readonly Problem Active = new("kernel.scan.active", "这个PDF里有脚本或附件，不能收。请打印后重新扫描。", ProblemKind.Invalid, "File");

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] PngEnd = [0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82];

    /// <summary>SHA-256 of what was handed in, lower hexadecimal.</summary>
    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The media type by the first bytes, or the refusal.</summary>
    /// <param name="most">Bytes.</param>
    public static Outcome<string> MediaOf(ReadOnlySpan<byte> content, int most)
    {
        if (content.Length == 0) return Empty;
        if (content.Length > most) return TooLarge;
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "image/jpeg";
        if (content.StartsWith(Png)) return "image/png";
        return content.StartsWith("%PDF-"u8) ? "application/pdf" : Kind;
    }

    /// <summary><see cref="MediaOf"/>, and the file is whole and nothing besides: no archive behind a picture, no page with scripts in it, no script in a PDF.</summary>
    /// <param name="most">Bytes.</param>
    public static Outcome<string> Check(ReadOnlySpan<byte> content, int most)
    {
        if (!MediaOf(content, most).Try(out var media, out var problem)) return problem;
        if (HasArchive(content) || HasPage(content)) return Broken;
        switch (media)
        {
            case "image/png":
                return content.Length > 33 && content[12..].StartsWith("IHDR"u8) && content.EndsWith(PngEnd) ? media : Broken;
            case "image/jpeg":
                // cameras write their own notes behind the picture; a picture without its end mark is cut short
                return content.Length > 125 && content.LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) > 0 && content.IndexOf("%PDF-"u8) < 0 ? media : Broken;
            default:
                if (content[^Math.Min(1024, content.Length)..].IndexOf("%%EOF"u8) < 0) return Broken;
                return content.IndexOf("/JavaScript"u8) >= 0 || content.IndexOf("/Launch"u8) >= 0 || content.IndexOf("/EmbeddedFile"u8) >= 0 ? Active : media;
        }
    }

    /// <summary>For a sealed column. The vault seals text; a file goes through it as such.</summary>
    public static byte[] Seal(PersonalVault vault, string column, byte[] content) => vault.Seal(column, Convert.ToBase64String(content));

    public static byte[] Open(PersonalVault vault, string column, byte[] sealedContent) => Convert.FromBase64String(vault.Open(column, sealedContent));

    /// <summary>The end mark of a ZIP stands in its last 64 KiB; a reader of ZIPs starts there whatever the file begins with.</summary>
    private static bool HasArchive(ReadOnlySpan<byte> content) => content[^Math.Min(65_557, content.Length)..].IndexOf((ReadOnlySpan<byte>)[0x50, 0x4B, 0x05, 0x06]) >= 0;

    private static bool HasPage(ReadOnlySpan<byte> content) =>
        content.IndexOf("<script"u8) >= 0 || content.IndexOf("<SCRIPT"u8) >= 0 || content.IndexOf("<!DOCTYPE html"u8) >= 0 || content.IndexOf("<!doctype html"u8) >= 0 || content.IndexOf("<iframe"u8) >= 0;
}
