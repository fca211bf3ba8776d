using Anmin.Funeral.Custody;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;

namespace Anmin.Funeral.Cases;

internal sealed partial class DeathCase
{
    public List<TransportOrder> Pickups { get; } = [];

    public List<CustodyMove> Moves { get; } = [];

    public sealed record PickupWish(string Number, string Institution, SensitiveText? Address, int? Floor, bool? HasLift, DateTimeOffset? EarliestAt, DateTimeOffset? DueAt, string? Note)
    {
        public string? PermitNumber { get; init; }

        public string? PermitIssuer { get; init; }

        /// <summary>Tenths of a kilometre, one way.</summary>
        public int? SuggestedDistance { get; init; }

        public int? EstimateFen { get; init; }
    }

    public Outcome<TransportOrder> RequestPickup(PickupWish wish, DateTimeOffset now)
    {
        if (Blocked(holdsMatter: false) is { } blocked) return blocked;
        if (Remains!.Place != BodyPlace.AtPlaceOfDeath) return FuneralProblems.AlreadyInCustody;
        if (Pickups.Exists(p => p.IsOpen)) return FuneralProblems.PickupOpen;
        var order = TransportOrder.Of(new()
        {
            CaseId = Id,
            Number = wish.Number,
            Institution = wish.Institution,
            Address = wish.Address ?? Address,
            Floor = wish.Floor,
            HasLift = wish.HasLift,
            RequestedAt = now,
            EarliestAt = wish.EarliestAt,
            DueAt = wish.DueAt,
            Note = wish.Note,
            PermitNumber = wish.PermitNumber,
            PermitIssuer = wish.PermitIssuer,
            SuggestedDistance = wish.SuggestedDistance,
            EstimateFen = wish.EstimateFen,
        }, now);
        Pickups.Add(order);
        Institution = wish.Institution;
        Note("pickup.requested", new { order.Id, order.Number, order.Institution, order.DueAt });
        Derive();
        return order;
    }

    /// <summary>Until the body is in a vehicle. After that nothing is stopped, only handed over.</summary>
    public Outcome<TransportOrder> CancelPickup(string reason, Actor by, DateTimeOffset now)
    {
        if (Blocked(holdsMatter: false) is { } blocked) return blocked;
        if (Pickups.Find(p => p.IsOpen) is not { } order) return FuneralProblems.PickupMissing;
        if (Remains!.Place != BodyPlace.AtPlaceOfDeath) return FuneralProblems.AlreadyInCustody;
        order.Cancel(reason, by.Id, now);
        Note("pickup.cancelled", new { order.Id, order.Run });
        Derive();
        return order;
    }

    /// <summary>Two of the crew, a signature of whoever hands over, and the wrist tag tied on before leaving.</summary>
    public Outcome<CustodyMove> RecordPickup(string vehicle, string driver, string second, string signedBy, string tag, Actor by, DateTimeOffset now)
    {
        if (Blocked(holdsMatter: false) is { } blocked) return blocked;
        if (Pickups.Find(p => p.IsOpen) is not { } order) return FuneralProblems.PickupMissing;
        if (Remains!.Place != BodyPlace.AtPlaceOfDeath) return FuneralProblems.AlreadyInCustody;
        if (driver == second) return FuneralProblems.SameTwo with { Field = "SecondCrew" };
        order.PickUp(vehicle, driver, second, signedBy, now);
        Remains.TieTag(tag);
        Note("tag.issued", new { tag });
        return Move(BodyPlace.InVehicle, vehicle, driver, signedBy, second, by, now);
    }

    /// <summary>At the door of the home: the tag is scanned and must be this body's.</summary>
    public Outcome<CustodyMove> Receive(BodyPlace place, string placeId, string tag, Actor by, DateTimeOffset now)
    {
        if (Blocked(holdsMatter: false) is { } blocked) return blocked;
        if (Remains!.Place != BodyPlace.InVehicle) return Remains.Place == BodyPlace.AtPlaceOfDeath ? FuneralProblems.PickupMissing : FuneralProblems.AlreadyInCustody;
        if (place is not (BodyPlace.Received or BodyPlace.ColdStored)) return FuneralProblems.PlaceUnknown;
        if (Mismatch(tag) is { } wrong) return wrong;
        Pickups.Find(p => p.Status == PickupStatus.PickedUp || p.IsOpen)?.TakenIn(by.Id, now);
        return Move(place, placeId, by.Id, null, null, by, now);
    }

    /// <summary>Between places inside the home, tag scanned every time. A move to the furnace is StartCremation's alone.</summary>
    public Outcome<CustodyMove> MoveWithin(BodyPlace place, string placeId, string takenBy, string tag, Actor by, DateTimeOffset now)
    {
        if (Blocked(holdsMatter: false) is { } blocked) return blocked;
        if (!Remains!.InHome) return FuneralProblems.NotInCustody;
        if (place is not (BodyPlace.Received or BodyPlace.ColdStored or BodyPlace.InPreparation or BodyPlace.InHall or BodyPlace.FurnaceQueue)) return FuneralProblems.PlaceUnknown;
        if (place == BodyPlace.FurnaceQueue && Blocked(holdsMatter: true) is { } held) return held;
        if (place == Remains.Place && placeId == Remains.PlaceId) return FuneralProblems.PlaceTaken;
        if (Mismatch(tag) is { } wrong) return wrong;
        return Move(place, placeId, takenBy, null, null, by, now);
    }

    private Problem? Mismatch(string tag) => Remains!.Tag is { } tied && tied == tag ? null : FuneralProblems.TagMismatch;

    private CustodyMove Move(BodyPlace place, string placeId, string takenBy, string? givenBy, string? witness, Actor by, DateTimeOffset now)
    {
        var move = Remains!.MoveTo(place, placeId, takenBy, givenBy, witness, by.Device, now);
        Moves.Add(move);
        NoteMove(move);
        Derive();
        return move;
    }

    private void NoteMove(CustodyMove move) => Note("custody.moved", new { move.Item, move.Seq, From = move.FromPlace + ":" + move.FromId, To = move.ToPlace + ":" + move.ToId, move.GivenBy, move.TakenBy, move.Witness, move.Tag, move.At });
}
