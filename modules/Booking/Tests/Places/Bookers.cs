using Anmin.Booking.Slots;
using Anmin.Booking.Places;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Lanes;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Booking.Tests.Places;

/// <summary>Families at the public page, and slots made for one test alone.</summary>
internal static class Bookers
{
    private static long serial = 5_000;

    public static async Task<Slot> SlotAsync(this TestApp app, int capacity = 50, bool people = true, int most = 6, double hoursAhead = 24, string institution = "fh-1", string division = "321302001")
    {
        var from = app.Clock.GetUtcNow().AddHours(hoursAhead);
        var slot = new Slot
        {
            Serial = Interlocked.Increment(ref serial),
            Plan = "test-" + Guid.NewGuid().ToString("N"),
            Kind = "visit",
            Name = "祭扫",
            Division = division,
            Institution = institution,
            Date = DateOnly.FromDateTime(from.AddHours(8).DateTime),
            From = from,
            Until = from.AddHours(2),
            Capacity = capacity,
            Remaining = capacity,
            CountsPeople = people,
            MostPeople = most,
        };
        await app.ReadAsync(async db =>
        {
            db.Add(slot);
            return await db.SaveChangesAsync();
        });
        return slot;
    }

    public static string Phone(int n) => $"138{n:D8}";

    public static Task<Outcome<BookPlace.Reply>> BookAsync(this TestApp app, Slot slot, int phone, string people = "1", string? key = null, string? reference = null)
        => app.As(Actor.Public).RunAsync(s => s.GetRequiredService<BookPlace>(), new(slot.Id, Phone(phone), people, reference), key);

    public static Task<Outcome<Done>> CancelAsync(this TestApp app, string number, int phone, string? key = null)
        => app.As(Actor.Public).RunAsync(s => s.GetRequiredService<CancelPlace>(), new(number, Phone(phone)), key);

    public static Task<Outcome<PlaceCard>> GetAsync(this TestApp app, string number, int phone)
        => app.As(Actor.Public).RunAsync(s => s.GetRequiredService<GetPlace>(), new(number, Phone(phone)));

    /// <summary>A second process on the same database; the database stays when it ends.</summary>
    public sealed record Beside(TestApp App) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ((IAsyncDisposable)App.Services).DisposeAsync();
    }

    /// <summary>The first process gives its lanes back, so that the second can go on.</summary>
    public static async Task<Beside> BesideAsync(this TestApp app, FakeClock? clock = null)
    {
        await app.Services.GetRequiredService<GroupCommit<PlaceTask, PlaceReply>>().RestAsync();
        return new(await TestApp.OnAsync(app.Database, clock ?? app.Clock));
    }

    /// <summary>What is left by the slot's own figure, and what its rows take.</summary>
    public static Task<(int Remaining, int Taken, int Rows)> CountAsync(this TestApp app, Slot slot) => app.ReadAsync(async db =>
    {
        var places = await db.PlacesTaken.AsNoTracking().Where(p => p.SlotId == slot.Id).ToListAsync();
        var now = await db.Slots.AsNoTracking().SingleAsync(s => s.Id == slot.Id);
        return (now.Remaining, places.Where(p => p.State != PlaceState.Cancelled).Sum(p => slot.Takes(p.People)), places.Count);
    });
}
