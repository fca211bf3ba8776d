namespace Anmin.Kernel.Calendar;

/// <summary>From the clock on the wall to the instant and back, through summer times of the past.</summary>
public static class LocalClock
{
    /// <summary>The local date of an instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>
    /// The instant, in UTC, of a local clock time. A time that summer time repeats is the earlier one; a time that it skips is the
    /// instant of the jump.
    /// </summary>
    public static DateTimeOffset Instant(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        var utc = local.Ticks - offset.Ticks;
        return new(Math.Clamp(utc, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero);
    }

    /// <summary>24:00 of a local date: the first instant that no longer belongs to it, in UTC.</summary>
    public static DateTimeOffset EndOf(DateOnly date, TimeZoneInfo zone) => Instant(date.AddDays(1).ToDateTime(TimeOnly.MinValue), zone);

    /// <summary>00:00 of a local date, in UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly date, TimeZoneInfo zone) => Instant(date.ToDateTime(TimeOnly.MinValue), zone);
}
