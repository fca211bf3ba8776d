using Anmin.Booking.Slots;
using Anmin.Kernel.Personal;

namespace Anmin.Booking.Places;

public enum PlaceState
{
    Booked,
    Cancelled,
    Attended,
}

/// <summary>
/// 预约: somebody's place in a slot. Written by the slot's lane alone; who, when and from where stand in the row, and with them the
/// journal line and the place under its digest.
/// </summary>
internal sealed class Place
{
    public Guid SlotId { get; init; }

    /// <summary>1, 2, 3 … within the slot; never given twice.</summary>
    public int Ordinal { get; init; }

    /// <summary>Of actor, use case and idempotency key.</summary>
    public Guid Key { get; init; }

    /// <summary>Keyed hash of the request.</summary>
    public Guid Fingerprint { get; init; }

    public PhoneNumber? Phone { get; init; }

    public int People { get; init; }

    /// <summary>The case or niche it is for, as the family wrote it.</summary>
    public string? Reference { get; init; }

    public PlaceState State { get; init; }

    public DateTimeOffset BookedAt { get; init; }

    public required string BookedBy { get; init; }

    public required string Device { get; init; }

    public int Batch { get; init; }

    public int Line { get; init; }

    /// <summary>Cancelled or attended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public string? EndedBy { get; init; }

    public string? EndedDevice { get; init; }

    public int? EndedBatch { get; init; }

    public int? EndedLine { get; init; }
}
