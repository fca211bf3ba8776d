namespace Anmin.Cemetery.Dossiers.Papers;

internal enum PaperState
{
    Current,

    /// <summary>Followed by a newer edition.</summary>
    Replaced,

    /// <summary>Taken out with a reason; still there to be seen by who asks.</summary>
    Withdrawn,
}

/// <summary>One paper of a dossier: what was handed in, by whom, for which item. Never deleted; a newer edition or a reason takes its place.</summary>
internal sealed class DossierPaper
{
    /// <summary>Bytes.</summary>
    public const int Largest = 10 * 1024 * 1024;

    /// <summary>Part of what is authenticated, so never renamed.</summary>
    public const string Column = "cemetery_dossier_scan.content";

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The right.</summary>
    public required Guid DossierId { get; init; }

    public required string Item { get; init; }

    /// <summary>What it is called, for 其他 and where an item has several.</summary>
    public string? Title { get; init; }

    /// <summary>Name of the file without any path, as it came; shown, never used as a path.</summary>
    public required string FileName { get; init; }

    public required string Media { get; init; }

    public required int Size { get; init; }

    /// <summary>SHA-256 of the file, hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>1, and one more for each that replaced it.</summary>
    public required int Edition { get; init; }

    public Guid? Replaces { get; init; }

    /// <summary>Degrees clockwise it is shown at; the file stays as it came.</summary>
    public int Turn { get; private set; }

    /// <summary>Why it came after the dossier was filed; null before.</summary>
    public string? LateFor { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public PaperState State { get; private set; }

    public string? StateReason { get; private set; }

    public string? StateBy { get; private set; }

    public DateTimeOffset? StateAt { get; private set; }

    public void TurnRight() => Turn = (Turn + 90) % 360;

    public void End(PaperState state, string reason, string by, DateTimeOffset at) => (State, StateReason, StateBy, StateAt) = (state, reason, by, at);

    /// <summary>A name that is safe to show and to put into an archive: no folders, no characters a system reads as anything.</summary>
    public static string CleanName(string? given, string media)
    {
        var last = (given ?? "").Replace('\\', '/').Split('/')[^1];
        var stem = new string([.. Path.GetFileNameWithoutExtension(last).Where(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '（' or '）')]);
        return (stem.Length == 0 ? "扫描件" : stem[..Math.Min(stem.Length, 60)]) + Extension(media);
    }

    public static string Extension(string media) => media switch { "application/pdf" => ".pdf", "image/png" => ".png", _ => ".jpg" };
}

/// <summary>The file itself, sealed as a whole. Append-only.</summary>
internal sealed class DossierScan
{
    /// <summary>The paper's.</summary>
    public required Guid Id { get; init; }

    public required byte[] Content { get; init; }
}
