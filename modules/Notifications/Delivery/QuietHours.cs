using Anmin.Kernel.Calendar;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Settings;

namespace Anmin.Notifications.Delivery;

/// <summary>夜间停发: nobody is woken for what can wait.</summary>
internal sealed class QuietHours(SettingBook settings, Reference reference)
{
    /// <summary>The instant itself, or the morning it has to wait for.</summary>
    public DateTimeOffset NotBefore(DateTimeOffset at)
    {
        var (from, until, zone) = ((int)settings.Number(NotificationsSettings.QuietFrom), (int)settings.Number(NotificationsSettings.QuietUntil), reference.Now.Zone);
        var there = TimeZoneInfo.ConvertTime(at, zone);
        var hour = there.Hour;
        var overMidnight = from > until;
        if (overMidnight ? hour < from && hour >= until : hour < from || hour >= until) return at;
        var day = overMidnight && hour >= from ? there.Date.AddDays(1) : there.Date;
        return LocalClock.Instant(day.AddHours(until), zone);
    }
}
