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
internal sealed class GetPlace(PlaceDesk desk, Reading reading, IInstitutionDirectory institutions) : IQuestion<GetPlace.Request, GetPlace.Reply>
{
    public sealed record Request(string? Number, string? Phone);

    public sealed record Reply(string Number, string InstitutionName, string Address, string Telephone, string Name, DateTimeOffset From, DateTimeOffset Until, int People, string? Reference, PlaceState State, string StateLabel);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var phone = reading.Phone(request.Phone, nameof(request.Phone), "手机号");
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.ReadAsync(request.Number, ct)).Try(out var named, out var problem)) return problem;
        var index = desk.IndexOf(phone!).ToByteArray();
        var place = await desk.Db.PlacesTaken.AsNoTracking().Where(p => p.SlotId == named.Slot.Id && p.Ordinal == named.Ordinal && EF.Property<byte[]>(p, "PhoneIndex") == index)
            .Select(p => new { p.People, p.Reference, p.State }).FirstOrDefaultAsync(ct);
        if (place is null) return PlaceProblems.NoPlace;
        var home = institutions.Find(named.Slot.Institution);
        return new Reply(PlaceNumber.Of(named.Slot.Serial, named.Ordinal), home?.Name ?? named.Slot.Institution, home?.Address ?? "", home?.Phone ?? "", named.Slot.Name, named.Slot.From, named.Slot.Until, place.People, place.Reference, place.State, PlaceWords.Of(place.State));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<GetPlace, Request, Reply>("/public/places/find");
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
