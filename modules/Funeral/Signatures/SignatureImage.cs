using Anmin.Kernel.Documents;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Signatures;

/// <summary>The picture a pad sends: a PNG, and nothing that merely calls itself one.</summary>
internal static class SignatureImage
{
    /// <summary>Bytes of the picture. A signature on the desk's pad has a tenth of it.</summary>
    public const int Most = 45_000;

    /// <param name="dataUrl">As a canvas gives it.</param>
    public static Outcome<byte[]> Read(string? dataUrl) => PngPicture.Read(dataUrl, Most, out var picture) switch
    {
        PngReading.Ok => picture,
        PngReading.TooLarge => SignatureProblems.TooLarge,
        _ => SignatureProblems.NotPng,
    };
}

internal static class SignatureProblems
{
    public static readonly Problem NotPng = new("funeral.signature.not-png", "没有收到完整的签名图像。请清除后重新签名，或者改用纸质件签名。", ProblemKind.Invalid, "Signatures");

    public static readonly Problem TooLarge = new("funeral.signature.too-large", "签名图像太大。请清除后重新签名，或者改用纸质件签名。", ProblemKind.Invalid, "Signatures");

    public static readonly Problem Broken = new("funeral.signature.broken", "这份文书的内容与签名时的校验值不符，不能作为已签文书出示。请报告系统管理员。", ProblemKind.Conflict);

    public static readonly Problem Twice = new("funeral.signature.twice", "这份文书已经签过名。请刷新后再看。", ProblemKind.Conflict);
}
