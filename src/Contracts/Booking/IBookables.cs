namespace Anmin.Contracts.Booking;

/// <summary>What can be booked. Answered, from memory, by the room that owns the thing; several rooms may answer.</summary>
public interface IBookables
{
    /// <summary>Null when it is not this room's.</summary>
    Bookable? Find(string id);

    IEnumerable<Bookable> OfInstitution(string institution);
}

/// <summary>One thing that one booking has at a time.</summary>
/// <param name="Kind">vehicle, crew, cold-box, hall, vigil, cremator …; the owner's word.</param>
/// <param name="Variant">The owner's finer kind: flat-bed, carriage, standard, cold …</param>
/// <param name="Size">Seats or bodies, by kind; 0 where size does not matter.</param>
/// <param name="TurnaroundMinutes">Cleaning, disinfection or cooling after each use, during which nobody else has it.</param>
/// <param name="Suits">What it is fit for beyond the ordinary: infectious, oversize …</param>
/// <param name="Opens">Local time of day; null with <paramref name="Closes"/> for day and night.</param>
public sealed record Bookable(
    string Id, string Institution, string Kind, string Name, string Variant, int Size, int TurnaroundMinutes, IReadOnlyList<string> Suits, TimeOnly? Opens = null, TimeOnly? Closes = null);
