using Anmin.Funeral.Custody;
using Anmin.Funeral.Dispatch;
using Anmin.Funeral.Driving;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Cases;

internal sealed partial class DeathCase
{
    /// <summary>Who is sent, and when they should be there.</summary>
    public sealed record Crewing(string Vehicle, string Driver, string Second, DateTimeOffset ExpectedAt);

    /// <summary>What came with a step: who signs at loading; where and to whom at hand-over.</summary>
    public sealed record StepFacts(DateTimeOffset? ToldAt, string? Tag, string? SignedBy, BodyPlace Place, string? PlaceId, string? Receiver, int? Odometer)
    {
        /// <summary>As the device wrote it.</summary>
        public DateTimeOffset? DeviceAt { get; init; } = ToldAt;
    }

    /// <summary>派车; again, with another vehicle, before the body is handed over: 改派.</summary>
    public Outcome<TransportOrder> DispatchPickup(Guid orderId, Crewing sent, Actor by, DateTimeOffset now)
    {
        if (Blocked(holdsMatter: false) is { } blocked) return blocked;
        if (Pickups.Find(p => p.Id == orderId) is not { } order) return FuneralProblems.PickupMissing;
        if (!order.IsOpen && order.Status != PickupStatus.PickedUp) return DispatchProblems.OrderOver(order);
        if (sent.Driver == sent.Second) return FuneralProblems.SameTwo with { Field = "SecondCrew" };
        if (order.Status != PickupStatus.Booked && order.Vehicle == sent.Vehicle && order.Driver == sent.Driver && order.SecondCrew == sent.Second) return DispatchProblems.SameVehicle;
        order.Dispatch(sent.Vehicle, sent.Driver, sent.Second, sent.ExpectedAt, by.Id, now);
        Note(order.Run == 1 ? "pickup.dispatched" : "pickup.reassigned", new { order.Id, order.Number, order.Run, order.Vehicle, order.Driver, order.SecondCrew, order.ExpectedAt });
        Derive();
        return order;
    }

    /// <summary>One of the five. Loading moves the body into the vehicle, hand-over into the home.</summary>
    public Outcome<TripStep> TakeStep(Guid orderId, TripAct act, StepFacts facts, Actor by, DateTimeOffset now)
    {
        if (Blocked(holdsMatter: false) is { } blocked) return blocked;
        if (Pickups.Find(p => p.Id == orderId) is not { } order) return FuneralProblems.PickupMissing;
        if (order.Refuses(act) is { } refused) return refused;
        if (!order.Timed(facts.ToldAt, now).Try(out var at, out var problem)) return problem;
        if (Body(order, act, facts, by, at) is { } wrong) return wrong;
        order.Take(act, at, facts.Odometer, now);
        Note("trip." + Word(act), new { order.Id, order.Run, order.Vehicle, At = at, facts.ToldAt, By = by.Id });
        Derive();
        return new TripStep { OrderId = order.Id, Run = order.Run, Act = act, At = at, DeviceAt = facts.DeviceAt, ServerAt = now, By = by.Id, Device = by.Device, Vehicle = order.Vehicle! };
    }

    /// <summary>Came back empty: no paper, wrong place. The case stands; a new order may be booked.</summary>
    public Outcome<Done> FailPickup(Guid orderId, PickupFailure why, string note, Actor by, DateTimeOffset now)
    {
        if (Blocked(holdsMatter: false) is { } blocked) return blocked;
        if (Pickups.Find(p => p.Id == orderId) is not { } order) return FuneralProblems.PickupMissing;
        if (!order.IsOpen || order.Status == PickupStatus.Booked || Remains!.Place != BodyPlace.AtPlaceOfDeath) return order.Status == PickupStatus.Booked ? DispatchProblems.NotDispatched : DispatchProblems.OrderOver(order);
        order.Fail(why, note, by.Id, now);
        Note("pickup.failed", new { order.Id, order.Run, Why = why.ToString() });
        Derive();
        return Done.It;
    }

    public void NoteTripPicture(Guid order, Guid picture, string kind, string hash) => Note("trip.picture", new { order, picture, kind, hash });

    private Problem? Body(TransportOrder order, TripAct act, StepFacts facts, Actor by, DateTimeOffset at)
    {
        if (act == TripAct.Load) return Load(order, facts, by, at);
        if (act != TripAct.HandOver) return null;
        if (Remains!.Place != BodyPlace.InVehicle) return FuneralProblems.AlreadyInCustody;
        if (facts.Place is not (BodyPlace.Received or BodyPlace.ColdStored) || facts.PlaceId is null || facts.Receiver is null) return FuneralProblems.PlaceUnknown;
        order.ReceivedBy(facts.Receiver);
        Move(facts.Place, facts.PlaceId, facts.Receiver, order.Driver, order.SecondCrew, by, at);
        return null;
    }

    /// <summary>The first vehicle ties the tag on; one that takes over on the way finds it and must find the right one.</summary>
    private Problem? Load(TransportOrder order, StepFacts facts, Actor by, DateTimeOffset at)
    {
        if (string.IsNullOrEmpty(facts.Tag)) return DispatchProblems.TagNeeded;
        if (facts.SignedBy is not ("family" or "hospital" or "police")) return DispatchProblems.Signature;
        var taking = Remains!.Place == BodyPlace.InVehicle;
        if (!taking && Remains.Place != BodyPlace.AtPlaceOfDeath) return FuneralProblems.AlreadyInCustody;
        if (Remains.Tag is not null && Mismatch(facts.Tag) is { } wrong) return wrong;
        if (Remains.Tag is null)
        {
            Remains.TieTag(facts.Tag);
            Note("tag.issued", new { tag = facts.Tag });
        }
        if (!taking) order.Sign(facts.SignedBy);
        Move(BodyPlace.InVehicle, order.Vehicle!, order.Driver!, taking ? null : facts.SignedBy, order.SecondCrew, by, at);
        return null;
    }

    private static string Word(TripAct act) => act switch { TripAct.Accept => "accepted", TripAct.Depart => "departed", TripAct.Arrive => "arrived", TripAct.Load => "loaded", _ => "handed-over" };
}
