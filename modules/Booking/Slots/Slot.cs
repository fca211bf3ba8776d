using Anmin.Booking.Places;
using System.Globalization;
using Anmin.Kernel.Actors;

namespace Anmin.Booking.Slots;

/// <summary>时段: one time window of one institution, and how much of it is left. Changed by its lane alone.</summary>
internal sealed class Slot : IOwnedByUnit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>First part of every number given here.</summary>
    public required long Serial { get; init; }

    public required string Plan { get; init; }

    public required string Kind { get; init; }

    public required string Name { get; init; }

    public required string Division { get; init; }

    public required string? Institution { get; init; }

    public string? OpenedBy { get; init; }

    public string? Origin { get; init; }

    /// <summary>Local.</summary>
    public required DateOnly Date { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; init; }

    public required int Capacity { get; init; }

    /// <summary>Of <see cref="Capacity"/>, not yet taken. Never below zero, by check.</summary>
    public int Remaining { get; init; }

    /// <summary>The capacity counts people; otherwise bookings.</summary>
    public bool CountsPeople { get; init; }

    public required int MostPeople { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public string? ClosedBy { get; init; }

    public string? ClosedDevice { get; init; }

    public string? CloseReason { get; init; }

    /// <summary>Journal line that tells of the closing, and the place in its digest.</summary>
    public int? ClosedBatch { get; init; }

    public int? ClosedLine { get; init; }

    public int Takes(int people) => CountsPeople ? people : 1;
}

/// <summary>预约号: the slot's serial, the place in it, and a check character against slips of the pen. It opens nothing without the phone.</summary>
internal static class PlaceNumber
{
    public static string Of(long serial, int ordinal)
    {
        var core = string.Create(CultureInfo.InvariantCulture, $"Y{serial:D7}{ordinal:D4}");
        return string.Create(CultureInfo.InvariantCulture, $"Y{serial:D7}-{ordinal:D4}-{Kernel.Ciphers.CheckCharacter.Mod37Radix36(core)}");
    }

    /// <summary>As typed: small letters, full width, with or without the dashes.</summary>
    public static (long Serial, int Ordinal)? Read(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > 40) return null;
        var core = Kernel.Personal.TypedText.Compact(typed);
        if (core.Length != 13 || core[0] != 'Y' || !core.AsSpan(1, 11).ContainsOnlyDigits() || !Kernel.Ciphers.CheckCharacter.VerifyMod37Radix36(core)) return null;
        return (long.Parse(core.AsSpan(1, 7), CultureInfo.InvariantCulture), int.Parse(core.AsSpan(8, 4), CultureInfo.InvariantCulture));
    }

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
