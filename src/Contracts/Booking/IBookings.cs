using Anmin.Kernel.Outcomes;

namespace Anmin.Contracts.Booking;

/// <summary>
/// Who has which thing when. What is asked here is saved in the commit of the running use case, or not at all; the database refuses
/// a second booking of the same time whoever asks (invariant I13). Times are instants; an interval includes its start and not its end.
/// </summary>
public interface IBookings
{
    /// <summary>Books every line, or refuses all with the sentence that says what stands in the way.</summary>
    Task<Outcome<IReadOnlyList<Booked>>> BookAsync(BookingWish wish, CancellationToken ct);

    /// <summary>A hold becomes a booking that does not lapse. Refused when it has lapsed.</summary>
    Task<Outcome<Done>> ConfirmAsync(Guid booking, CancellationToken ct);

    /// <summary>Use begins; nobody can cancel it any more.</summary>
    Task<Outcome<Done>> UseAsync(Guid booking, CancellationToken ct);

    /// <summary>Use is over. What is left of the time is free again after the turnaround.</summary>
    Task<Outcome<Done>> ReleaseAsync(Guid booking, CancellationToken ct);

    /// <summary>Gives the time back before use.</summary>
    Task<Outcome<Done>> CancelAsync(Guid booking, string reason, CancellationToken ct);

    /// <summary>What takes time of these things between the instants, maintenance included, in order of start. Cancelled and lapsed ones are left out.</summary>
    /// <param name="kinds">Null for every kind.</param>
    Task<IReadOnlyList<Booked>> FindAsync(string institution, DateTimeOffset from, DateTimeOffset until, IReadOnlyCollection<string>? kinds, CancellationToken ct);

    /// <summary>Everything of one case or order, ended ones too.</summary>
    Task<IReadOnlyList<Booked>> OfSubjectAsync(Guid subject, CancellationToken ct);

    /// <summary>The first times from <paramref name="need"/>'s earliest on at which a thing that suits is free for as long as needed; at most <paramref name="most"/>, earliest first.</summary>
    Task<IReadOnlyList<FreeTime>> FreeAsync(TimeNeed need, int most, CancellationToken ct);
}

/// <param name="Subject">The case, order or maintenance record it is for.</param>
/// <param name="Purpose">farewell, vigil, cremation, pickup, preparation, maintenance …; the asker's word.</param>
public sealed record BookingWish(Guid Subject, string Purpose, IReadOnlyList<BookingLine> Lines)
{
    /// <summary>A hold that lapses then; null books for good.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>Put there by hand: a new plan leaves it.</summary>
    public bool Fixed { get; init; }

    /// <summary>What the thing must be fit for: infectious, oversize …</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Seats or bodies needed; 0 where it does not matter.</summary>
    public int Size { get; init; }

    public string? Note { get; init; }
}

public sealed record BookingLine(string Resource, DateTimeOffset From, DateTimeOffset Until);

public enum BookingState { Held, Confirmed, InUse, Released, Cancelled, Lapsed }

/// <param name="ClearAt">End of the turnaround; free from then on.</param>
public sealed record Booked(
    Guid Id, Guid Subject, string Resource, string Kind, string Purpose, BookingState State, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset ClearAt, DateTimeOffset? HeldUntil, bool Fixed, string? Note, string By);

/// <param name="Kind">The kind of thing, e.g. hall.</param>
/// <param name="Variant">Null for any.</param>
public sealed record TimeNeed(string Institution, string Kind, string? Variant, TimeSpan Length, DateTimeOffset Earliest, DateTimeOffset Latest)
{
    public IReadOnlyList<string> Needs { get; init; } = [];

    public int Size { get; init; }

    /// <summary>Bookings that are about to move and so do not stand in the way.</summary>
    public IReadOnlyCollection<Guid> Ignoring { get; init; } = [];
}

public sealed record FreeTime(string Resource, DateTimeOffset From, DateTimeOffset Until);
