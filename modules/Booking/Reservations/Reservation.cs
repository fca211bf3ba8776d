using Anmin.Contracts.Booking;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;

namespace Anmin.Booking.Reservations;

/// <summary>
/// One thing, taken from one instant to another by one booking: held → confirmed → in use → released, or cancelled, or lapsed.
/// The time it blocks includes the turnaround; the database refuses an overlap of two that block (invariant I13).
/// </summary>
internal sealed class Reservation : JournalSubject
{
    private Reservation()
    {
    }

    public override string SubjectKind => "booking.reservation";

    public required string Institution { get; init; }

    public required string Resource { get; init; }

    /// <summary>The kind of thing, as its owner names it.</summary>
    public required string Kind { get; init; }

    /// <summary>The case, order or maintenance record it is for.</summary>
    public required Guid Subject { get; init; }

    public required string Purpose { get; init; }

    public BookingState State { get; private set; }

    public required DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>End of the turnaround.</summary>
    public DateTimeOffset ClearAt { get; private set; }

    public required int TurnaroundMinutes { get; init; }

    public DateTimeOffset? HeldUntil { get; private set; }

    /// <summary>Put there by hand: a new plan leaves it.</summary>
    public required bool Fixed { get; init; }

    public string? Remark { get; init; }

    public required string BookedBy { get; init; }

    public required DateTimeOffset BookedAt { get; init; }

    public DateTimeOffset? UsedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public string? EndReason { get; private set; }

    /// <summary>Released ones still block what is left of their turnaround.</summary>
    public bool Blocks => State is BookingState.Held or BookingState.Confirmed or BookingState.InUse or BookingState.Released;

    public static Reservation Of(Bookable thing, BookingWish wish, BookingLine line, string by, DateTimeOffset now)
    {
        var made = new Reservation
        {
            Institution = thing.Institution,
            Resource = thing.Id,
            Kind = thing.Kind,
            Subject = wish.Subject,
            Purpose = wish.Purpose,
            StartsAt = line.From,
            EndsAt = line.Until,
            ClearAt = line.Until.AddMinutes(thing.TurnaroundMinutes),
            TurnaroundMinutes = thing.TurnaroundMinutes,
            HeldUntil = wish.HeldUntil,
            State = wish.HeldUntil is null ? BookingState.Confirmed : BookingState.Held,
            Fixed = wish.Fixed,
            Remark = wish.Note,
            BookedBy = by,
            BookedAt = now,
        };
        made.Note(wish.HeldUntil is null ? "booking.confirmed" : "booking.held", new { made.Resource, made.Subject, made.Purpose, made.StartsAt, made.EndsAt, made.HeldUntil });
        return made;
    }

    public bool HasLapsed(DateTimeOffset now) => State == BookingState.Held && HeldUntil <= now;

    public Outcome<Done> Confirm(DateTimeOffset now)
    {
        if (State == BookingState.Confirmed) return Done.It;
        if (State != BookingState.Held || HasLapsed(now)) return State == BookingState.Held ? BookingProblems.HoldLapsed : BookingProblems.Ended;
        (State, HeldUntil) = (BookingState.Confirmed, null);
        Note("booking.confirmed", new { });
        return Done.It;
    }

    public Outcome<Done> Use(DateTimeOffset now)
    {
        if (State == BookingState.InUse) return Done.It;
        if (State != BookingState.Confirmed && (State != BookingState.Held || HasLapsed(now))) return State == BookingState.Held ? BookingProblems.HoldLapsed : BookingProblems.Ended;
        (State, HeldUntil, UsedAt) = (BookingState.InUse, null, now);
        Note("booking.used", new { });
        return Done.It;
    }

    /// <summary>The blocked time only ever shrinks, so that an ending never meets the next booking.</summary>
    public Outcome<Done> Release(DateTimeOffset now)
    {
        if (State == BookingState.Released) return Done.It;
        if (State is not (BookingState.InUse or BookingState.Confirmed)) return BookingProblems.Ended;
        (State, EndedAt) = (BookingState.Released, now);
        if (now < EndsAt) EndsAt = now > StartsAt ? now : StartsAt;
        if (now.AddMinutes(TurnaroundMinutes) is var clear && clear < ClearAt) ClearAt = clear > EndsAt ? clear : EndsAt;
        Note("booking.released", new { });
        return Done.It;
    }

    public Outcome<Done> Cancel(string reason, DateTimeOffset now)
    {
        if (State == BookingState.Cancelled) return Done.It;
        if (State is not (BookingState.Held or BookingState.Confirmed)) return State == BookingState.InUse ? BookingProblems.InUse : BookingProblems.Ended;
        (State, EndedAt, EndReason) = (BookingState.Cancelled, now, reason);
        Note("booking.cancelled", new { reason });
        return Done.It;
    }

    public void Lapse(DateTimeOffset now)
    {
        (State, EndedAt) = (BookingState.Lapsed, now);
        Note("booking.lapsed", new { });
    }

    public Booked Told => new(Id, Subject, Resource, Kind, Purpose, State, StartsAt, EndsAt, ClearAt, HeldUntil, Fixed, Remark, BookedBy);
}
