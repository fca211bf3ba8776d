using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Furnaces;

internal enum StopKind { Inspection, Repair, Overhaul }

/// <summary>火化机停用检修: from when, until when, why, and what was done. Its time is booked, so nobody is given it.</summary>
internal sealed class FurnaceStop : JournalSubject
{
    private FurnaceStop()
    {
    }

    public override string SubjectKind => "funeral.furnace-stop";

    public required string Institution { get; init; }

    public required string Cremator { get; init; }

    public required StopKind Kind { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; init; }

    public required string Reason { get; init; }

    /// <summary>The booking that keeps its time.</summary>
    public Guid Booking { get; private set; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public DateTimeOffset? EndedAt { get; private set; }

    public string? EndedBy { get; private set; }

    public string? Result { get; private set; }

    public static Outcome<FurnaceStop> Begin(string institution, string cremator, StopKind kind, DateTimeOffset from, DateTimeOffset until, string reason, string by, DateTimeOffset now)
    {
        if (until <= from) return FurnaceProblems.StopReversed;
        var stop = new FurnaceStop { Institution = institution, Cremator = cremator, Kind = kind, From = from, Until = until, Reason = reason, RecordedBy = by, RecordedAt = now };
        stop.Note("furnace.stopped", new { cremator, Kind = kind.ToString(), from, until });
        return stop;
    }

    public void KeepBy(Guid booking) => Booking = booking;

    public Outcome<Done> End(string result, string by, DateTimeOffset now)
    {
        if (EndedAt is not null) return FurnaceProblems.StopNone;
        (EndedAt, EndedBy, Result) = (now, by, result);
        Note("furnace.reopened", new { Cremator });
        return Done.It;
    }

    public static string Label(StopKind kind) => kind switch { StopKind.Overhaul => "大修", StopKind.Repair => "检修", _ => "检查" };
}
