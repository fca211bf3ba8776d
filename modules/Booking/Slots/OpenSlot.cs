using Anmin.Booking.Places;
namespace Anmin.Booking.Slots;

/// <summary>One slot in the lane's memory.</summary>
internal sealed class OpenSlot
{
    public sealed record Taken(Guid Phone, int People, PlaceState State);

    public required int Capacity { get; init; }

    public required int Remaining { get; set; }

    public required bool CountsPeople { get; init; }

    public required int MostPeople { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; init; }

    public required bool IsClosed { get; set; }

    /// <summary>By place in the slot, from 1.</summary>
    public List<Taken?> Places { get; } = [];

    /// <summary>Phones with a booked place.</summary>
    public HashSet<Guid> Phones { get; } = [];

    /// <summary>What this batch takes, less what it gives back.</summary>
    public int Delta { get; set; }

    public int Takes(int people) => CountsPeople ? people : 1;

    public Taken? At(int ordinal) => ordinal > 0 && ordinal <= Places.Count ? Places[ordinal - 1] : null;

    public void Restore(int ordinal, Taken taken)
    {
        while (Places.Count < ordinal) Places.Add(null);
        Places[ordinal - 1] = taken;
        if (taken.State == PlaceState.Booked) Phones.Add(taken.Phone);
    }
}
