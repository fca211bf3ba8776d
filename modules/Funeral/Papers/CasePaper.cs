using Anmin.Kernel.Documents;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Papers;

/// <summary>A scanned paper of a case: sealed as a whole, with the hash of what was handed in. Append-only; one that was wrong is followed by another.</summary>
internal sealed class CasePaper
{
    /// <summary>Bytes.</summary>
    public const int Largest = 10 * 1024 * 1024;

    /// <summary>Part of what is authenticated, so never renamed.</summary>
    public const string Column = "funeral_paper.content";

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>Which item of the archive list it is.</summary>
    public required string Item { get; init; }

    public required string Media { get; init; }

    public required int Size { get; init; }

    /// <summary>SHA-256 of the file, hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>Sealed by the vault.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Why it was added after the case was filed; null before.</summary>
    public string? Correction { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public static string HashOf(byte[] content) => ScannedFile.HashOf(content);

    /// <summary>What the file is by its first bytes, whatever its name says; a refusal for everything but JPEG, PNG and PDF.</summary>
    public static Outcome<string> MediaOf(ReadOnlySpan<byte> content)
    {
        if (ScannedFile.MediaOf(content, Largest).Try(out var media, out var problem)) return media;
        return problem == ScannedFile.Empty ? PaperProblems.Empty : problem == ScannedFile.TooLarge ? PaperProblems.TooLarge : PaperProblems.Kind;
    }

    public static string Label(string media) => media switch { "application/pdf" => "PDF", "image/png" => "PNG图片", _ => "JPEG图片" };
}

/// <summary>Every way a paper is refused.</summary>
internal static class PaperProblems
{
    public static readonly Problem Empty = new("funeral.paper.empty", "没有选文件，或者文件是空的。请重新选择扫描件。", ProblemKind.Invalid, "File");

    public static readonly Problem TooLarge = new("funeral.paper.too-large", "文件超过10兆。请降低扫描分辨率，或者分几份上传。", ProblemKind.Invalid, "File");

    public static readonly Problem Kind = new("funeral.paper.kind", "只收JPEG、PNG图片和PDF。请重新扫描成这几种格式。", ProblemKind.Invalid, "File");

    public static readonly Problem Twice = new("funeral.paper.twice", "这份扫描件已经在案卷里。请核对后再传。", ProblemKind.Conflict, "File");

    public static readonly Problem CorrectionNeeded = new("funeral.paper.correction", "案卷已归档。要补材料的，请写明更正原因。", ProblemKind.Refused, "Correction");
}
