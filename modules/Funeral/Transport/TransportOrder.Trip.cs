using Anmin.Funeral.Dispatch;
using Anmin.Funeral.Driving;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Transport;

/// <summary>One dispatch of the order: five steps, each once and in order. A reassignment begins a new run with its own five.</summary>
internal sealed partial class TransportOrder
{
    /// <summary>A phone's clock may be off by this much; more is a clock set wrong.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    /// <summary>0 before the first dispatch; every dispatch raises it.</summary>
    public int Run { get; private set; }

    public DateTimeOffset? DispatchedAt { get; private set; }

    public string? DispatchedBy { get; private set; }

    /// <summary>When the vehicle should reach the place, as told to the family.</summary>
    public DateTimeOffset? ExpectedAt { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public DateTimeOffset? DepartedAt { get; private set; }

    public DateTimeOffset? ArrivedAt { get; private set; }

    /// <summary>When this run's vehicle took the body; differs from <see cref="PickedUpAt"/> after a change of vehicle on the way.</summary>
    public DateTimeOffset? LoadedAt { get; private set; }

    public DateTimeOffset? HandedOverAt { get; private set; }

    /// <summary>Staff id of who took the body over at the home.</summary>
    public string? Receiver { get; private set; }

    /// <summary>Whole kilometres on the dial.</summary>
    public int? OdometerStart { get; private set; }

    public int? OdometerEnd { get; private set; }

    public void Dispatch(string vehicle, string driver, string second, DateTimeOffset expected, string by, DateTimeOffset now)
    {
        (Status, Vehicle, Driver, SecondCrew, Run) = (PickupStatus.Dispatched, vehicle, driver, second, Run + 1);
        (DispatchedAt, DispatchedBy, ExpectedAt, ChangedAt) = (now, by, expected, now);
        (AcceptedAt, DepartedAt, ArrivedAt, LoadedAt, OdometerStart, OdometerEnd) = (null, null, null, null, null, null);
    }

    public DateTimeOffset? At(TripAct act) => act switch
    {
        TripAct.Accept => AcceptedAt,
        TripAct.Depart => DepartedAt,
        TripAct.Arrive => ArrivedAt,
        TripAct.Load => LoadedAt,
        _ => HandedOverAt,
    };

    /// <summary>The step that is due; null before dispatch and when all is done.</summary>
    public TripAct? NextAct => Status switch
    {
        PickupStatus.Dispatched => TripAct.Accept,
        PickupStatus.Accepted => TripAct.Depart,
        PickupStatus.Departed => TripAct.Arrive,
        PickupStatus.OnSite => TripAct.Load,
        PickupStatus.PickedUp => TripAct.HandOver,
        _ => null,
    };

    private DateTimeOffset Latest => LoadedAt ?? ArrivedAt ?? DepartedAt ?? AcceptedAt ?? DispatchedAt ?? RequestedAt;

    /// <summary>The device's time, mended by no more than <see cref="Skew"/>, or why it cannot be.</summary>
    public Outcome<DateTimeOffset> Timed(DateTimeOffset? told, DateTimeOffset now)
    {
        var at = told ?? now;
        if (at > now + Skew) return DispatchProblems.ClockAhead;
        if (at < Latest - Skew) return DispatchProblems.ClockBack;
        return at > now ? now : at < Latest ? Latest : at;
    }

    /// <summary>Whether this step is the one that is due; a step taken already says by whom and when.</summary>
    public Problem? Refuses(TripAct act) => NextAct == act ? null
        : At(act) is { } done ? DispatchProblems.StepDone(act, done)
        : NextAct is { } due ? DispatchProblems.StepOrder(due)
        : Status is PickupStatus.Cancelled or PickupStatus.Failed ? DispatchProblems.OrderOver(this)
        : Status == PickupStatus.Booked ? DispatchProblems.NotDispatched : DispatchProblems.StepDone(act, HandedOverAt ?? ChangedAt);

    public void Take(TripAct act, DateTimeOffset at, int? odometer, DateTimeOffset now)
    {
        switch (act)
        {
            case TripAct.Accept: (Status, AcceptedAt) = (PickupStatus.Accepted, at); break;
            case TripAct.Depart: (Status, DepartedAt, OdometerStart) = (PickupStatus.Departed, at, odometer); break;
            case TripAct.Arrive: (Status, ArrivedAt) = (PickupStatus.OnSite, at); break;
            case TripAct.Load: (Status, LoadedAt, PickedUpAt) = (PickupStatus.PickedUp, at, PickedUpAt ?? at); break;
            default: (Status, HandedOverAt, OdometerEnd) = (PickupStatus.HandedOver, at, odometer); break;
        }
        ChangedAt = now;
    }

    public void Sign(string signedBy) => SignedBy = signedBy;

    public void ReceivedBy(string receiver) => Receiver = receiver;

    /// <summary>Taken in at the door: the trip is over, whether or not its driver said so.</summary>
    public void TakenIn(string receiver, DateTimeOffset now)
        => (Status, HandedOverAt, Receiver, ChangedAt) = (PickupStatus.HandedOver, now, receiver, now);
}
