using Anmin.Kernel.Actors;

namespace Anmin.Booking;

/// <summary>Everything somebody may be allowed to do here, with the label of the role screen.</summary>
internal static class BookingPermissions
{
    public static readonly Permission ManageSlots = new("booking.slot.manage", "管理预约时段");
    public static readonly Permission ReadPlaces = new("booking.place.read", "查看预约名单");
    public static readonly Permission AttendPlaces = new("booking.place.attend", "登记预约到场");

    public static readonly IReadOnlyList<Permission> All = [ManageSlots, ReadPlaces, AttendPlaces];
}
