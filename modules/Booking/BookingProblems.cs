namespace Anmin.Booking;

/// <summary>Every way this room refuses, with the sentence people read.</summary>
internal static class BookingProblems
{
}
