using Anmin.Funeral.Resources;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Reception;

/// <summary>接收入馆: the tag is scanned at the door; a box or room of this home, free, takes the body.</summary>
internal sealed class ReceiveRemains(CaseFile file, Reading reading, Places places, Dispatch.TripBookings bookings) : IUseCase<ReceiveRemains.Request, ReceiveRemains.Reply>
{
    public sealed record Request(Guid CaseId, string Tag, string Place);

    public sealed record Reply(BodyPlace Place, string Name);

    public Permission Permission => FuneralPermissions.ReceiveRemains;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var tag = reading.Text(request.Tag, nameof(request.Tag), "标签", 40);
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (!(await places.FindAsync(request.Place, opened.Institution, ct)).Try(out var place, out problem)) return problem;
        if (place.Body is not (BodyPlace.Received or BodyPlace.ColdStored)) return FuneralProblems.PlaceUnknown;
        var trip = opened.Pickups.Find(p => p.Run > 0 && Transport.TransportOrder.Running.Contains(p.Status));
        if (!opened.Receive(place.Body, place.Id, tag!.ToUpperInvariant(), file.By, file.Now).Try(out _, out problem)) return problem;
        if (trip is not null && !(await bookings.FreeAsync(trip.Id, "已接收入馆", ct)).Try(out _, out problem)) return problem;
        return new Reply(place.Body, place.Name);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ReceiveRemains, Request, Reply>("/remains/receive");
}

/// <summary>登记流转 within the home, tag scanned, taker named.</summary>
internal sealed class MoveRemains(CaseFile file, Reading reading, Places places, IStaffDirectory staff) : IUseCase<MoveRemains.Request, MoveRemains.Reply>
{
    /// <param name="TakenBy">Staff id of whoever takes the body over; empty means the actor.</param>
    public sealed record Request(Guid CaseId, string Tag, string Place, string? TakenBy);

    public sealed record Reply(BodyPlace Place, string Name, int Moves);

    public Permission Permission => FuneralPermissions.MoveRemains;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var tag = reading.Text(request.Tag, nameof(request.Tag), "标签", 40);
        if (!string.IsNullOrEmpty(request.TakenBy) && staff.Find(request.TakenBy) is null) reading.Refuse(FuneralProblems.StaffUnknown with { Field = nameof(request.TakenBy) });
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (!(await places.FindAsync(request.Place, opened.Institution, ct)).Try(out var place, out problem)) return problem;
        var takenBy = string.IsNullOrEmpty(request.TakenBy) ? file.By.Id : request.TakenBy;
        return opened.MoveWithin(place.Body, place.Id, takenBy, tag!.ToUpperInvariant(), file.By, file.Now).Try(out var move, out problem) ? new Reply(place.Body, place.Name, move.Seq) : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<MoveRemains, Request, Reply>("/remains/move");
}

/// <summary>Places of a home that a body can be in.</summary>
internal sealed class Places(CaseFile file, Contracts.Booking.IBookings bookings)
{
    public sealed record Spot(string Id, string Name, BodyPlace Body);

    public async Task<Outcome<Spot>> FindAsync(string id, string? institution, CancellationToken ct)
    {
        var found = await file.Db.Resources.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, ct);
        if (found is null || BodyOf(found.Kind) is not { } body || !IsOf(found, institution)) return FuneralProblems.PlaceUnknown;
        if (body == BodyPlace.ColdStored && (await ColdStore.FindBoxes.ClosedAsync(bookings, found.Institution, file.Now, ct)).TryGetValue(found.Id, out var closed))
            return ColdStore.ColdStoreProblems.OutOfOrder(found.Name, Anmin.Ui.Words.ChineseTime.Moment(closed.Until, file.Zone));
        return new Spot(found.Id, found.Name, body);
    }

    /// <summary>By the code on it, or by what people read on the door: 1区14, 松柏厅.</summary>
    public async Task<Outcome<Spot>> ReadAsync(string code, string? institution, CancellationToken ct)
    {
        var low = code.ToLowerInvariant();
        var written = code.EndsWith('柜') ? code : code + "柜";
        var found = await file.Db.Resources.AsNoTracking().Where(r => r.Id == low || (r.Institution == institution && (r.Name == code || r.Name == written))).OrderBy(r => r.Id == low ? 0 : 1).Select(r => r.Id).Take(2).ToListAsync(ct);
        return found.Count > 0 ? await FindAsync(found[0], institution, ct) : FuneralProblems.PlaceUnknown;
    }

    /// <summary>The home's own places; and the mourning halls of 集中守灵 centres, which serve every home of the city.</summary>
    private bool IsOf(Resource place, string? institution)
        => place.Institution == institution || (place.Kind == ResourceKind.Hall && file.Institution(place.Institution) is { Kind: "vigil-centre" });

    /// <summary>Boxes of the home with nobody in them, first ones first.</summary>
    public async Task<IReadOnlyList<Spot>> FreeBoxesAsync(string institution, int most, CancellationToken ct)
    {
        var bodies = file.Db.Remains;
        var closed = (await ColdStore.FindBoxes.ClosedAsync(bookings, institution, file.Now, ct)).Keys.ToList();
        return await file.Db.Resources.AsNoTracking().Where(r => r.Institution == institution && r.Kind == ResourceKind.ColdBox && !bodies.Any(b => b.ExclusivePlace == r.Id) && !closed.Contains(r.Id))
            .OrderBy(r => r.Id).Take(most).Select(r => new Spot(r.Id, r.Name, BodyPlace.ColdStored)).ToListAsync(ct);
    }

    public static BodyPlace? BodyOf(ResourceKind kind) => kind switch
    {
        ResourceKind.Receiving => BodyPlace.Received,
        ResourceKind.ColdBox => BodyPlace.ColdStored,
        ResourceKind.Preparation => BodyPlace.InPreparation,
        ResourceKind.Hall => BodyPlace.InHall,
        ResourceKind.FurnaceQueue => BodyPlace.FurnaceQueue,
        _ => null,
    };
}
