using Anmin.Booking.Slots;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Booking.Places;

/// <summary>预约名单: a day's slots of one's institution and who has a place in them. Phones are masked.</summary>
internal sealed class FindPlaces(AnminDb db, IInstitutionDirectory institutions, Reference reference, TimeProvider clock) : IQuestion<FindPlaces.Request, FindPlaces.Reply>
{
    private const int MostRows = 2000;

    /// <param name="Date">yyyy-MM-dd; today where empty.</param>
    public sealed record Request(string? Date = null);

    public sealed record Person(string Number, string Phone, int People, string? Reference, PlaceState State, string StateLabel, DateTimeOffset BookedAt);

    public sealed record Row(Guid Id, string InstitutionName, string Name, DateTimeOffset From, DateTimeOffset Until, int Capacity, int Remaining, bool CountsPeople, string? ClosedFor, IReadOnlyList<Person> People);

    public sealed record Reply(DateOnly Date, IReadOnlyList<Row> Slots);

    public Permission Permission => BookingPermissions.ReadPlaces;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var today = LocalClock.DateOf(clock.GetUtcNow(), reference.Now.Zone);
        var date = DateReading.Read(request.Date, today).Try(out var asked, out _) ? asked : today;
        var slots = await db.Slots.AsNoTracking().Where(s => s.Date == date).OrderBy(s => s.Institution).ThenBy(s => s.From).Take(500).ToListAsync(ct);
        var ids = slots.ConvertAll(s => s.Id);
        var places = await db.PlacesTaken.AsNoTracking().Where(p => ids.Contains(p.SlotId)).OrderBy(p => p.SlotId).ThenBy(p => p.Ordinal).Take(MostRows)
            .Select(p => new { p.SlotId, p.Ordinal, p.Phone, p.People, p.Reference, p.State, p.BookedAt }).ToListAsync(ct);
        var of = places.ToLookup(p => p.SlotId);
        return new Reply(date, [.. slots.Select(s => new Row(s.Id, institutions.Find(s.Institution!)?.Name ?? s.Institution!, s.Name, s.From, s.Until, s.Capacity, s.Remaining, s.CountsPeople, s.ClosedAt is null ? null : s.CloseReason ?? "",
            [.. of[s.Id].Select(p => new Person(PlaceNumber.Of(s.Serial, p.Ordinal), p.Phone?.Masked ?? "", p.People, p.Reference, p.State, PlaceWords.Of(p.State), p.BookedAt))]))]);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindPlaces, Request, Reply>("/places");
}
