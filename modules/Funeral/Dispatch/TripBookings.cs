using Anmin.Contracts.Booking;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Dispatch;

/// <summary>Vehicle and both of the crew, held together for one trip; what the database refuses twice is refused here with its sentence.</summary>
internal sealed class TripBookings(IBookings bookings)
{
    public const string Purpose = "pickup";

    /// <summary>A vehicle by the day's plan, before anybody is sent; gives way to the sending.</summary>
    public const string Planned = "planned-trip";

    public async Task<Outcome<Done>> BookAsync(Guid order, IReadOnlyList<string> things, DateTimeOffset from, DateTimeOffset until, bool infectious, CancellationToken ct)
    {
        // the vehicle must suit; people are booked beside it
        var vehicle = await bookings.BookAsync(new(order, Purpose, [new(things[0], from, until)]) { Needs = infectious ? ["infectious"] : [], Size = 1 }, ct);
        if (!vehicle.Try(out _, out var problem)) return problem with { Field = "Vehicle" };
        for (var i = 1; i < things.Count; i++)
            if (!(await bookings.BookAsync(new(order, Purpose, [new(things[i], from, until)]), ct)).Try(out _, out problem)) return problem with { Field = i == 1 ? "Driver" : "SecondCrew" };
        return Done.It;
    }

    /// <summary>The vehicle the day's plan has for the order, still ahead; null where there is none.</summary>
    public async Task<Booked?> PlannedAsync(Guid order, DateTimeOffset now, CancellationToken ct)
        => (await bookings.OfSubjectAsync(order, ct)).FirstOrDefault(b => b is { Purpose: Planned, State: BookingState.Held or BookingState.Confirmed } && b.From >= now);

    /// <summary>The trip has left: nobody can take the vehicle away by cancelling.</summary>
    public Task<Outcome<Done>> UseAsync(Guid order, CancellationToken ct) => EachAsync(order, b => b.State is BookingState.Held or BookingState.Confirmed ? bookings.UseAsync(b.Id, ct) : null, ct);

    /// <summary>Gives everything back: what was in use is released, the rest cancelled.</summary>
    public Task<Outcome<Done>> FreeAsync(Guid order, string reason, CancellationToken ct) => EachAsync(order, b => b.State switch
    {
        BookingState.InUse => bookings.ReleaseAsync(b.Id, ct),
        BookingState.Held or BookingState.Confirmed => bookings.CancelAsync(b.Id, reason, ct),
        _ => null,
    }, ct);

    private async Task<Outcome<Done>> EachAsync(Guid order, Func<Booked, Task<Outcome<Done>>?> act, CancellationToken ct)
    {
        foreach (var booked in await bookings.OfSubjectAsync(order, ct))
            if (act(booked) is { } doing && !(await doing).Try(out _, out var problem)) return problem;
        return Done.It;
    }
}
