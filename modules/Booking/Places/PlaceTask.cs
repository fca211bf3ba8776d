using Anmin.Booking.Slots;
namespace Anmin.Booking.Places;

internal enum PlaceAct
{
    Book,
    Cancel,
    Attend,
    CloseSlot,
}

/// <summary>What is asked of a slot's lane. Personal data come sealed.</summary>
internal sealed record PlaceTask(PlaceAct Act, Guid SlotId, Guid Key, Guid Fingerprint, string By, string Device)
{
    /// <summary>Which place; 0 for a new one.</summary>
    public int Ordinal { get; init; }

    public byte[]? Phone { get; init; }

    /// <summary>Keyed hash of the phone. Cancelling: must be the place's; null where staff cancel.</summary>
    public Guid? PhoneIndex { get; init; }

    public int People { get; init; }

    /// <summary>Booking: case or niche. Closing: the reason.</summary>
    public string? Reference { get; init; }
}

internal sealed record PlaceReply(int Ordinal, PlaceState State, int People, int Remaining);
