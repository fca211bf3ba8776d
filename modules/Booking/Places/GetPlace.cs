using Anmin.Booking.Slots;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Booking.Places;

/// <summary>查预约: one's own place, by number and phone. By POST: neither belongs into an address.</summary>
internal sealed class GetPlace(PlaceDesk desk, PlaceCards cards, Reading reading) : IQuestion<GetPlace.Request, PlaceCard>
{
    public sealed record Request(string? Number, string? Phone);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<PlaceCard>> HandleAsync(Request request, CancellationToken ct)
    {
        var phone = reading.Phone(request.Phone, nameof(request.Phone), "手机号");
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.ReadAsync(request.Number, ct)).Try(out var named, out var problem)) return problem;
        var index = desk.IndexOf(phone!).ToByteArray();
        return await cards.FindAsync(named.Slot, named.Ordinal, index, ct) is { } card ? card : PlaceProblems.NoPlace;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<GetPlace, Request, PlaceCard>("/public/places/find");
}

/// <summary>The confirmation, by its own address.</summary>
internal sealed class GetPlaceReceipt(PlaceDesk desk, PlaceCards cards, PlaceReceipts receipts) : IQuestion<GetPlaceReceipt.Request, PlaceCard>
{
    public sealed record Request(string? Receipt);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<PlaceCard>> HandleAsync(Request request, CancellationToken ct)
        => receipts.Read(request.Receipt) is { } number && (await desk.ReadAsync(number, ct)).Try(out var named, out _) && await cards.FindAsync(named.Slot, named.Ordinal, null, ct) is { } card ? card : PlaceProblems.NoPlace;
}

public sealed record PlaceCard(string Number, string InstitutionName, string Address, string Telephone, string Name, DateTimeOffset From, DateTimeOffset Until, int People, string? Reference, PlaceState State, string StateLabel);

/// <summary>A place as its owner reads it.</summary>
internal sealed class PlaceCards(AnminDb db, IInstitutionDirectory institutions)
{
    /// <param name="phone">Must be the place's; null where something else proved whose it is.</param>
    public async Task<PlaceCard?> FindAsync(SlotFacts slot, int ordinal, byte[]? phone, CancellationToken ct)
    {
        var place = await db.PlacesTaken.AsNoTracking().Where(p => p.SlotId == slot.Id && p.Ordinal == ordinal && (phone == null || EF.Property<byte[]>(p, "PhoneIndex") == phone))
            .Select(p => new { p.People, p.Reference, p.State }).FirstOrDefaultAsync(ct);
        if (place is null) return null;
        var home = institutions.Find(slot.Institution);
        return new PlaceCard(PlaceNumber.Of(slot.Serial, ordinal), home?.Name ?? slot.Institution, home?.Address ?? "", home?.Phone ?? "", slot.Name, slot.From, slot.Until, place.People, place.Reference, place.State, PlaceWords.Of(place.State));
    }
}

internal static class PlaceWords
{
    public static string Of(PlaceState state) => state switch
    {
        PlaceState.Cancelled => "已取消",
        PlaceState.Attended => "已到场",
        _ => "已预约",
    };
}
