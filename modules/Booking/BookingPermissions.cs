using Anmin.Kernel.Actors;

namespace Anmin.Booking;

/// <summary>Everything somebody may be allowed to do here, with the label of the role screen.</summary>
internal static class BookingPermissions
{
    public static readonly IReadOnlyList<Permission> All = [];
}
