using Anmin.Kernel.Documents;

namespace Anmin.Funeral.Attachments;

internal enum AttachmentState
{
    Current,

    /// <summary>Followed by a newer edition, which stands beside it.</summary>
    Replaced,

    /// <summary>Taken out with a reason; the file stays.</summary>
    Withdrawn,
}

/// <summary>材料附件 of a case: a paper or a photo somebody handed in, at the desk or from home. Never deleted; a newer edition or a reason takes its place.</summary>
internal sealed class CaseAttachment
{
    /// <summary>Bytes.</summary>
    public const int Largest = 10 * 1024 * 1024;

    /// <summary>Part of what is authenticated, so never renamed.</summary>
    public const string Column = "funeral_attachment_content.content";

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>Code of the list 材料种类.</summary>
    public required string Type { get; init; }

    /// <summary>What it is in a few words, where the kind does not say it.</summary>
    public string? Title { get; init; }

    public required string Media { get; init; }

    /// <summary>Bytes as handed in.</summary>
    public required int Size { get; init; }

    /// <summary>SHA-256 of the file as handed in, hexadecimal: what the person who handed it in can compute too.</summary>
    public required string Hash { get; init; }

    /// <summary>SHA-256 of what is kept: the same pixels without what the camera wrote beside them.</summary>
    public required string KeptHash { get; init; }

    /// <summary>1, and one more for each that replaced it.</summary>
    public required int Edition { get; init; }

    public Guid? Replaces { get; init; }

    /// <summary>Degrees clockwise it is shown at; the file stays as it came.</summary>
    public int Turn { get; private set; }

    /// <summary>Why it came after the case was filed; null before.</summary>
    public string? LateFor { get; init; }

    public required string By { get; init; }

    /// <summary>Handed in by the family on its own page.</summary>
    public bool ByFamily { get; init; }

    public required DateTimeOffset At { get; init; }

    public ScanState Scan { get; private set; }

    public DateTimeOffset? ScannedAt { get; private set; }

    public AttachmentState State { get; private set; }

    public string? StateReason { get; private set; }

    public string? StateBy { get; private set; }

    public DateTimeOffset? StateAt { get; private set; }

    public void TurnRight(int by = 90) => Turn = (Turn + by) % 360;

    public void End(AttachmentState state, string reason, string by, DateTimeOffset at) => (State, StateReason, StateBy, StateAt) = (state, reason, by, at);

    public void Scanned(ScanState said, DateTimeOffset at) => (Scan, ScannedAt) = (said, at);

    public static string Label(ScanState state) => state switch { ScanState.Clean => "正常", ScanState.Blocked => "拦截", _ => "未扫描" };

    public static string MediaLabel(string media) => media switch { "application/pdf" => "PDF", "image/png" => "PNG图片", _ => "JPEG图片" };
}

/// <summary>What is kept of the file, sealed as a whole. Append-only.</summary>
internal sealed class AttachmentContent
{
    /// <summary>The attachment's.</summary>
    public required Guid Id { get; init; }

    public required byte[] Content { get; init; }
}
