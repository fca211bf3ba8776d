using Anmin.Funeral.Driving;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;

namespace Anmin.Funeral.Transport;

/// <summary>In the order of the way. Open while the body is still to be fetched: up to and with <see cref="OnSite"/>.</summary>
/// <remarks>PickedUp is loaded and under way to the home.</remarks>
internal enum PickupStatus { Booked, Dispatched, Accepted, Departed, OnSite, PickedUp, HandedOver, Cancelled, Failed }

/// <summary>Why a trip came back empty.</summary>
internal enum PickupFailure { NoPaper, WrongPlace, FamilyDeclined, NotReleased }

/// <summary>遗体接运单: who is to be fetched, from where, by when, and how it went. Its driving is in TransportOrder.Trip.cs.</summary>
internal sealed partial class TransportOrder
{
    /// <summary>Still to be fetched; what the index <c>funeral_pickup_one_open</c> looks at.</summary>
    public static readonly IReadOnlyList<PickupStatus> Open = [PickupStatus.Booked, PickupStatus.Dispatched, PickupStatus.Accepted, PickupStatus.Departed, PickupStatus.OnSite];

    /// <summary>A vehicle is at it.</summary>
    public static readonly IReadOnlyList<PickupStatus> Running = [PickupStatus.Dispatched, PickupStatus.Accepted, PickupStatus.Departed, PickupStatus.OnSite, PickupStatus.PickedUp];

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required string Number { get; init; }

    public required string Institution { get; init; }

    public PickupStatus Status { get; private set; }

    public bool IsOpen => Open.Contains(Status);

    public required SensitiveText? Address { get; init; }

    public int? Floor { get; init; }

    public bool? HasLift { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>The family's wish; null means as soon as possible.</summary>
    public DateTimeOffset? EarliestAt { get; init; }

    /// <summary>By the rule pickup.deadline of the day; null where no rule sets one.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public string? Note { get; init; }

    /// <summary>Number of the approval for fetching from another county or province, where a rule asks for one.</summary>
    public string? PermitNumber { get; init; }

    public string? PermitIssuer { get; init; }

    /// <summary>One way, in tenths of a kilometre, by coordinates; null where they are not known.</summary>
    public int? SuggestedDistance { get; init; }

    /// <summary>What was told before the order was confirmed; the bill follows the price law, not this.</summary>
    public int? EstimateFen { get; init; }

    public string? Vehicle { get; private set; }

    public string? Driver { get; private set; }

    public string? SecondCrew { get; private set; }

    public DateTimeOffset? PickedUpAt { get; private set; }

    /// <summary>family, hospital or police: who signed for handing over.</summary>
    public string? SignedBy { get; private set; }

    public string? CancelReason { get; private set; }

    public string? CancelledBy { get; private set; }

    public PickupFailure? Failure { get; private set; }

    /// <summary>When anything of it last changed: what live boards ask for.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    public static TransportOrder Of(TransportOrder order, DateTimeOffset now)
    {
        order.ChangedAt = now;
        return order;
    }

    /// <summary>The short way, for what was written on paper: the body is in the vehicle, no step was recorded.</summary>
    public void PickUp(string vehicle, string driver, string second, string signedBy, DateTimeOffset now)
        => (Status, Vehicle, Driver, SecondCrew, SignedBy, PickedUpAt, ChangedAt) = (PickupStatus.PickedUp, vehicle, driver, second, signedBy, now, now);

    public void Cancel(string reason, string by, DateTimeOffset now) => (Status, CancelReason, CancelledBy, ChangedAt) = (PickupStatus.Cancelled, reason, by, now);

    public void Fail(PickupFailure why, string note, string by, DateTimeOffset now) => (Status, Failure, CancelReason, CancelledBy, ChangedAt) = (PickupStatus.Failed, why, note, by, now);

    public static string Label(PickupStatus status) => status switch
    {
        PickupStatus.Booked => "未派",
        PickupStatus.Dispatched => "已派车",
        PickupStatus.Accepted => "已接单",
        PickupStatus.Departed => "去程",
        PickupStatus.OnSite => "现场",
        PickupStatus.PickedUp => "已装车，返程",
        PickupStatus.HandedOver => "已交接",
        PickupStatus.Cancelled => "已停止",
        _ => "未接成",
    };

    public static string Label(PickupFailure why) => why switch { PickupFailure.NoPaper => "没有死亡证明", PickupFailure.WrongPlace => "地点不对", PickupFailure.FamilyDeclined => "家属不接了", _ => "医院或公安未放行" };
}
