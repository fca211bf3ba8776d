using Anmin.Kernel.Personal;

namespace Anmin.Funeral.Transport;

internal enum PickupStatus { Booked, PickedUp, Cancelled }

/// <summary>遗体接运单: who is to be fetched, from where, by when, and how it went.</summary>
internal sealed class TransportOrder
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required string Number { get; init; }

    public required string Institution { get; init; }

    public PickupStatus Status { get; private set; }

    public required SensitiveText? Address { get; init; }

    public int? Floor { get; init; }

    public bool? HasLift { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>The family's wish; null means as soon as possible.</summary>
    public DateTimeOffset? EarliestAt { get; init; }

    /// <summary>By the rule pickup.deadline of the day; null where no rule sets one.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public string? Note { get; init; }

    public string? Vehicle { get; private set; }

    public string? Driver { get; private set; }

    public string? SecondCrew { get; private set; }

    public DateTimeOffset? PickedUpAt { get; private set; }

    /// <summary>family, hospital or police: who signed for handing over.</summary>
    public string? SignedBy { get; private set; }

    public string? CancelReason { get; private set; }

    public void PickUp(string vehicle, string driver, string second, string signedBy, DateTimeOffset now)
        => (Status, Vehicle, Driver, SecondCrew, SignedBy, PickedUpAt) = (PickupStatus.PickedUp, vehicle, driver, second, signedBy, now);

    public void Cancel(string reason) => (Status, CancelReason) = (PickupStatus.Cancelled, reason);
}
