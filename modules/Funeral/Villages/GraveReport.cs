using Anmin.Kernel.Actors;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Villages;

/// <summary>散埋、新建、超标准、其他. Kept as words of the register.</summary>
internal enum GraveKind { Scattered, NewGrave, Oversized, Other }

internal enum GraveReportState { Reported, Confirmed, Unfounded, Settled }

/// <summary>散坟、乱葬上报 by a village officer: what, where, how many. Township or county looks at it: 属实 or 不属实; what is true is settled by a day.</summary>
internal sealed class GraveReport : JournalSubject, IOwnedByUnit
{
    public const int MostGraves = 9999;

    private GraveReport()
    {
    }

    public override string SubjectKind => "funeral.grave-report";

    public string Number { get; private init; } = "";

    /// <summary>Made on the reporter's phone, so that photos find their report and a report sent twice is one.</summary>
    public Guid Ref { get; private init; }

    public GraveKind Kind { get; private init; }

    public int Count { get; private init; }

    /// <summary>Town or village.</summary>
    public string Division { get; private init; } = "";

    public string? Institution { get; private init; }

    public string? OpenedBy { get; private init; }

    public string? Origin { get; private init; }

    /// <summary>Where, in words.</summary>
    public string Place { get; private init; } = "";

    /// <summary>Degrees, WGS 84, as the phone gave them; null where it was not allowed.</summary>
    public double? Latitude { get; private init; }

    public double? Longitude { get; private init; }

    /// <summary>Metres.</summary>
    public int? Accuracy { get; private init; }

    public string? Remarks { get; private init; }

    public DateTimeOffset SeenAt { get; private init; }

    public DateTimeOffset ReportedAt { get; private init; }

    public GraveReportState State { get; private set; }

    public string? CheckedBy { get; private set; }

    public DateTimeOffset? CheckedAt { get; private set; }

    public string? CheckNote { get; private set; }

    public DateOnly? SettledOn { get; private set; }

    public string? SettledBy { get; private set; }

    public string? SettleNote { get; private set; }

    public sealed record Sighting(string Number, Guid Ref, GraveKind Kind, int Count, string Division, string Place, double? Latitude, double? Longitude, int? Accuracy, string? Remarks, DateTimeOffset SeenAt);

    public static GraveReport Of(Sighting seen, Actor by, DateTimeOffset now)
    {
        var report = new GraveReport
        {
            Number = seen.Number,
            Ref = seen.Ref,
            Kind = seen.Kind,
            Count = seen.Count,
            Division = seen.Division,
            OpenedBy = by.Id,
            Origin = by.Institution,
            Place = seen.Place,
            Latitude = seen.Latitude,
            Longitude = seen.Longitude,
            Accuracy = seen.Accuracy,
            Remarks = seen.Remarks,
            SeenAt = seen.SeenAt,
            ReportedAt = now,
        };
        report.Note("grave.reported", new { report.Number, Kind = seen.Kind.ToString(), seen.Count, seen.Division });
        return report;
    }

    /// <summary>属实 or 不属实, by somebody other than who reported it.</summary>
    public Outcome<Done> Check(bool isTrue, string? note, Actor by, DateTimeOffset now)
    {
        if (State != GraveReportState.Reported) return VillageProblems.Checked;
        if (by.Id == OpenedBy) return FuneralProblems.SameTwo;
        if (!isTrue && note is null) return VillageProblems.ReasonNeeded;
        (State, CheckedBy, CheckedAt, CheckNote) = (isTrue ? GraveReportState.Confirmed : GraveReportState.Unfounded, by.Id, now, note);
        Note("grave.checked", new { isTrue });
        return Done.It;
    }

    /// <summary>撤销核实, by who checked it and only before it is settled: it waits to be looked at again.</summary>
    public Outcome<Done> Reopen(Actor by)
    {
        if (State is not (GraveReportState.Confirmed or GraveReportState.Unfounded) || CheckedBy != by.Id) return VillageProblems.NotReopened;
        var isTrue = State == GraveReportState.Confirmed;
        (State, CheckedBy, CheckedAt, CheckNote) = (GraveReportState.Reported, null, null, null);
        Note("grave.reopened", new { isTrue });
        return Done.It;
    }

    /// <summary>已处置, on a day between the report and today.</summary>
    public Outcome<Done> Settle(DateOnly on, string note, Actor by, DateOnly reported, DateOnly today)
    {
        if (State != GraveReportState.Confirmed) return VillageProblems.NotConfirmed;
        if (on < reported || on > today) return VillageProblems.SettledOn;
        (State, SettledOn, SettledBy, SettleNote) = (GraveReportState.Settled, on, by.Id, note);
        Note("grave.settled", new { on });
        return Done.It;
    }

    public void NotePhoto(Guid photo, string hash) => Note("grave.photo", new { photo, hash });

    public static string Label(GraveKind kind) => kind switch { GraveKind.Scattered => "散埋坟", GraveKind.NewGrave => "新建坟", GraveKind.Oversized => "超标准墓", _ => "其他" };

    public static string Label(GraveReportState state) => state switch { GraveReportState.Confirmed => "属实", GraveReportState.Unfounded => "不属实", GraveReportState.Settled => "已处置", _ => "待核实" };
}

/// <summary>A photo of a report, sealed at rest, found again by its hash. Append-only.</summary>
internal sealed class GravePhoto
{
    public const int MostBytes = 600 * 1024;
    public const int MostPerReport = 6;

    /// <summary>Part of what is authenticated, so never renamed.</summary>
    public const string Column = "funeral_grave_photo.content";

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid ReportId { get; init; }

    public required string Media { get; init; }

    /// <summary>SHA-256 of the photo as it came, hexadecimal.</summary>
    public required string Hash { get; init; }

    public required byte[] Content { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }
}

/// <summary>走访 of a family after a death: when, what they need, what is to follow. Append-only; a further visit is a further row.</summary>
internal sealed class VillageVisit
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required DateOnly VisitedOn { get; init; }

    public required string Needs { get; init; }

    /// <summary>What is to be done next and by when, in words; null where nothing is.</summary>
    public string? FollowUp { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}
