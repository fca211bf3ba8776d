using Anmin.Kernel.Actors;

namespace Anmin.Cemetery.Dossiers.Export;

internal enum ExportState
{
    Waiting,
    Running,
    Ready,
    Failed,

    /// <summary>Its time is over; the file is gone, that there was one stays.</summary>
    Gone,
}

/// <summary>Dossiers of one section as one ZIP, made in the background. The row is the progress, so a reload or a restart loses nothing.</summary>
internal sealed class DossierExport : IOwnedByUnit
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid SectionId { get; init; }

    public required string Division { get; init; }

    public required string? Institution { get; init; }

    public string? OpenedBy { get; init; }

    public string? Origin { get; init; }

    /// <summary>Only dossiers that lack something.</summary>
    public required bool GapsOnly { get; init; }

    public required string Purpose { get; init; }

    public required string AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required int Total { get; init; }

    public int Made { get; private set; }

    public ExportState State { get; private set; }

    /// <summary>Bytes of the file.</summary>
    public long Size { get; private set; }

    public string? Hash { get; private set; }

    public string? Failure { get; private set; }

    public DateTimeOffset? ReadyAt { get; private set; }

    public DateTimeOffset? KeepUntil { get; private set; }

    public bool IsOpen => State is ExportState.Waiting or ExportState.Running;

    /// <summary>A node that stopped in the middle begins again from the first.</summary>
    public void Go(int made) => (State, Made) = (ExportState.Running, made);

    public void Finish(long size, string hash, DateTimeOffset at, DateTimeOffset until) => (State, Made, Size, Hash, ReadyAt, KeepUntil) = (ExportState.Ready, Total, size, hash, at, until);

    public void Fail(string why) => (State, Failure) = (ExportState.Failed, why);

    public void Forget() => State = ExportState.Gone;
}

/// <summary>A stretch of the file, sealed.</summary>
internal sealed class ExportStretch
{
    /// <summary>Part of what is authenticated, so never renamed.</summary>
    public const string Column = "cemetery_dossier_export_stretch.content";

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid ExportId { get; init; }

    public required int Seq { get; init; }

    public required byte[] Content { get; init; }
}
