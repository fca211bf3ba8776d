using System.Buffers.Binary;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Signatures;

/// <summary>The picture a pad sends: a PNG, and nothing that merely calls itself one.</summary>
internal static class SignatureImage
{
    /// <summary>Bytes of the picture. A signature on the desk's pad has a tenth of it.</summary>
    public const int Most = 45_000;

    private const int Widest = 2400, Tallest = 1600;
    private const string Prefix = "data:image/png;base64,";
    private static ReadOnlySpan<byte> Head => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R'];
    private static ReadOnlySpan<byte> Tail => [0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82];

    /// <param name="dataUrl">As a canvas gives it.</param>
    public static Outcome<byte[]> Read(string? dataUrl)
    {
        if (dataUrl is null || !dataUrl.StartsWith(Prefix, StringComparison.Ordinal)) return SignatureProblems.NotPng;
        if (dataUrl.Length > Prefix.Length + (Most * 4 / 3) + 4) return SignatureProblems.TooLarge;
        var png = new byte[Most + 8];
        if (!Convert.TryFromBase64Chars(dataUrl.AsSpan(Prefix.Length), png, out var size)) return SignatureProblems.NotPng;
        if (size > Most) return SignatureProblems.TooLarge;
        var bytes = png.AsSpan(0, size);
        if (size < Head.Length + 8 + Tail.Length || !bytes.StartsWith(Head) || !bytes.EndsWith(Tail)) return SignatureProblems.NotPng;
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]));
        return width is 0 or > Widest || height is 0 or > Tallest ? SignatureProblems.NotPng : bytes.ToArray();
    }
}

internal static class SignatureProblems
{
    public static readonly Problem NotPng = new("funeral.signature.not-png", "没有收到完整的签名图像。请清除后重新签名，或者改用纸质件签名。", ProblemKind.Invalid, "Signatures");

    public static readonly Problem TooLarge = new("funeral.signature.too-large", "签名图像太大。请清除后重新签名，或者改用纸质件签名。", ProblemKind.Invalid, "Signatures");

    public static readonly Problem Broken = new("funeral.signature.broken", "这份文书的内容与签名时的校验值不符，不能作为已签文书出示。请报告系统管理员。", ProblemKind.Conflict);

    public static readonly Problem Twice = new("funeral.signature.twice", "这份文书已经签过名。请刷新后再看。", ProblemKind.Conflict);
}
