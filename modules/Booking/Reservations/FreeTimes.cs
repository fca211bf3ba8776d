using Anmin.Contracts.Booking;

namespace Anmin.Booking.Reservations;

/// <summary>Gaps between bookings of one thing, within its opening hours.</summary>
internal static class FreeTimes
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    /// <param name="taken">What takes time of this thing.</param>
    public static IEnumerable<FreeTime> Of(Bookable thing, IEnumerable<Booked> taken, TimeNeed need, TimeZoneInfo zone, int most)
    {
        var busy = taken.OrderBy(b => b.From).ToList();
        var turnaround = TimeSpan.FromMinutes(thing.TurnaroundMinutes);
        var at = Up(need.Earliest);
        for (var found = 0; found < most && at + need.Length <= need.Latest;)
        {
            var until = at + need.Length;
            if (busy.FirstOrDefault(b => b.From < until + turnaround && at < b.ClearAt) is { } other) at = Up(other.ClearAt);
            else if (thing is { Opens: { } opens, Closes: { } closes } && !WithinHours(at, until, opens, closes, zone)) at = NextOpening(at, opens, zone);
            else
            {
                yield return new(thing.Id, at, until);
                found++;
                at = Up(until + turnaround);
            }
        }
    }

    /// <summary>Whether the interval lies within one day's hours. Hours over midnight (22:00 to 06:00) count as one day's.</summary>
    public static bool WithinHours(DateTimeOffset from, DateTimeOffset until, TimeOnly opens, TimeOnly closes, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(from, zone);
        var open = local.Date + opens.ToTimeSpan();
        if (opens > closes && local.TimeOfDay < closes.ToTimeSpan()) open = open.AddDays(-1);
        var close = open + (opens == closes ? TimeSpan.FromDays(1) : closes - opens); // the difference of two times of day is never negative
        return local.DateTime >= open && TimeZoneInfo.ConvertTime(until, zone).DateTime <= close;
    }

    private static DateTimeOffset NextOpening(DateTimeOffset after, TimeOnly opens, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(after, zone).DateTime;
        var open = local.Date + opens.ToTimeSpan();
        if (open <= local) open = open.AddDays(1);
        return new DateTimeOffset(open, zone.GetUtcOffset(open)).ToUniversalTime();
    }

    private static DateTimeOffset Up(DateTimeOffset at)
        => at.UtcTicks % Step.Ticks is var over and > 0 ? at.AddTicks(Step.Ticks - over) : at;
}
