using Anmin.Contracts.Booking;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Booking.Tests.Reservations;

/// <summary>What another room does: asks for a booking within its own use case.</summary>
internal sealed class BookByTest(IBookings bookings) : IUseCase<BookByTest.Request, BookByTest.Reply>
{
    /// <param name="Cancel">Given back in the same commit, before the new one is asked for.</param>
    public sealed record Request(BookingWish? Wish, string Act = "book", Guid Booking = default, Guid? Cancel = null);

    public sealed record Reply(IReadOnlyList<Guid> Bookings);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.Cancel is { } old && !(await bookings.CancelAsync(old, "改时间", ct)).Try(out _, out var kept)) return kept;
        if (request.Wish is { } wish) return (await bookings.BookAsync(wish, ct)).Try(out var booked, out var problem) ? new Reply([.. booked.Select(b => b.Id)]) : problem;
        var outcome = request.Act switch
        {
            "confirm" => await bookings.ConfirmAsync(request.Booking, ct),
            "use" => await bookings.UseAsync(request.Booking, ct),
            "release" => await bookings.ReleaseAsync(request.Booking, ct),
            _ => await bookings.CancelAsync(request.Booking, "不用了", ct),
        };
        return outcome.Try(out _, out var refused) ? new Reply([]) : refused;
    }
}

internal static class Asking
{
    public static Task<Outcome<BookByTest.Reply>> BookAsync(this TestApp app, BookByTest.Request request)
        => app.As("前台").RunAsync(s => ActivatorUtilities.CreateInstance<BookByTest>(s), request);

    public static Task<Outcome<BookByTest.Reply>> BookAsync(this TestApp app, string resource, DateTimeOffset from, int minutes, Func<BookingWish, BookingWish>? change = null)
    {
        var wish = new BookingWish(Guid.CreateVersion7(), "farewell", [new(resource, from, from.AddMinutes(minutes))]);
        return app.BookAsync(new BookByTest.Request(change is null ? wish : change(wish)));
    }

    public static Task<Outcome<BookByTest.Reply>> ActAsync(this TestApp app, string act, Guid booking) => app.BookAsync(new BookByTest.Request(null, act, booking));
}
