using Anmin.Booking.Reservations;
using Anmin.Contracts.Booking;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Anmin.Booking.Tests.Reservations;

/// <summary>Anything in any order on three furnaces: what is granted never overlaps, and what is free is never refused.</summary>
public abstract class ReservationWalkTests(AppFixture fixture)
{
    private static readonly int Steps = Environment.GetEnvironmentVariable("ANMIN_LONG") is null ? 150 : 3000;

    private TestApp App => fixture.App;

    [Theory]
    [InlineData(7), InlineData(20260415)]
    public async Task No_order_of_acts_sells_a_time_twice(int seed)
    {
        var random = new Random(seed);
        string[] things = [.. Enumerable.Range(0, 3).Select(i => $"fh-1-crem-{(seed % 40) + 10 + i}")];
        var known = new List<Guid>();
        var (granted, refused) = (0, 0);
        for (var step = 0; step < Steps; step++)
        {
            if (random.Next(12) == 0) App.Clock.Advance(TimeSpan.FromMinutes(random.Next(1, 90)));
            if (known.Count > 0 && random.Next(3) == 0)
            {
                await App.ActAsync(((string[])["confirm", "use", "release", "cancel"])[random.Next(4)], known[random.Next(known.Count)]);
            }
            else
            {
                var now = App.Clock.GetUtcNow();
                var from = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero).AddMinutes(random.Next(0, 600));
                var (thing, minutes) = (things[random.Next(3)], random.Next(10, 120));
                var free = !(await BlockingAsync(thing)).Exists(r => r.StartsAt < from.AddMinutes(minutes + r.TurnaroundMinutes) && r.ClearAt > from && !r.HasLapsed(now));
                var outcome = await App.BookAsync(thing, from, minutes, w => random.Next(2) == 0 ? w with { HeldUntil = now.AddMinutes(random.Next(1, 60)) } : w);
                outcome.Ok.ShouldBe(free, outcome.Problem?.Message);
                if (outcome.Ok) known.Add(outcome.Value!.Bookings[0]);
                (granted, refused) = (granted + (free ? 1 : 0), refused + (free ? 0 : 1));
            }
        }
        granted.ShouldBeGreaterThan(10);
        refused.ShouldBeGreaterThan(10);
        foreach (var thing in things)
        {
            var blocking = (await BlockingAsync(thing)).OrderBy(r => r.StartsAt).Where(r => r.ClearAt > r.StartsAt).ToList();
            for (var i = 1; i < blocking.Count; i++) blocking[i].StartsAt.ShouldBeGreaterThanOrEqualTo(blocking[i - 1].ClearAt);
        }
    }

    [Fact]
    public async Task Free_times_can_be_booked_and_none_earlier_could()
    {
        var random = new Random(3);
        var day = new DateTimeOffset(2027, 3, 1, 0, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < 6; i++) await App.BookAsync("fh-1-hall-1", day.AddMinutes(random.Next(0, 110) * 5), random.Next(4, 20) * 5);
        var need = new TimeNeed("fh-1", "hall", null, TimeSpan.FromMinutes(45), day.AddHours(-6), day.AddHours(20));
        var free = await AskAsync(need);
        free.Count.ShouldBeGreaterThan(2);
        // what lies before the first free time is refused at every five minutes
        for (var at = day.AddHours(-3); at < free[0].From; at = at.AddMinutes(5)) (await App.BookAsync("fh-1-hall-1", at, 45)).Ok.ShouldBeFalse();
        foreach (var time in free) (await App.BookAsync(time.Resource, time.From, 45)).Ok.ShouldBeTrue();
        (await AskAsync(need with { Size = 51 })).ShouldBeEmpty();
    }

    private Task<IReadOnlyList<FreeTime>> AskAsync(TimeNeed need) => App.ReadAsync(async _ =>
    {
        await using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(App.Services);
        return await ((IBookings)scope.ServiceProvider.GetService(typeof(IBookings))!).FreeAsync(need, 8, TestContext.Current.CancellationToken);
    });

    private Task<List<Reservation>> BlockingAsync(string thing) => App.ReadAsync(async db => (await db.Reservations.AsNoTracking().Where(r => r.Resource == thing).ToListAsync()).FindAll(r => r.Blocks));
}

public sealed class ReservationWalkTestsOnSqlite(SqliteApp f) : ReservationWalkTests(f), IClassFixture<SqliteApp>;

public sealed class ReservationWalkTestsOnPostgres(PostgresApp f) : ReservationWalkTests(f), IClassFixture<PostgresApp>;
