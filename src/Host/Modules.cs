using Anmin.Billing;
using Anmin.Booking;
using Anmin.Cemetery;
using Anmin.Complaints;
using Anmin.Feedback;
using Anmin.Funeral;
using Anmin.Hotline;
using Anmin.Identity;
using Anmin.Kernel.Modules;
using Anmin.Notifications;
using Anmin.Workbench;

namespace Anmin.Host;

/// <summary>The rooms of the house: one line each, the only registration.</summary>
public static class Modules
{
    /// <remarks>Order is the order of menus and migrations' tables.</remarks>
    public static IReadOnlyList<IModule> All { get; } =
    [
        new IdentityModule(),
        new NotificationsModule(),
        new BookingModule(),
        new FuneralModule(),
        new BillingModule(),
        new CemeteryModule(),
        new FeedbackModule(),
        new HotlineModule(),
        new ComplaintsModule(),
        new WorkbenchModule(),
    ];
}
