using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Temperatures;

/// <summary>
/// Raises and ends the alarms of one zone as readings come in, in whatever order. The state of now follows the newest reading by device time;
/// an older one out of range that no alarm covers is raised as one that is already over, so that nobody can say it never was.
/// </summary>
internal sealed class AlarmWatch(string home, string zone, DateTimeOffset? newest, List<TemperatureAlarm> near, Action<TemperatureAlarm> add)
{
    private DateTimeOffset? newest = newest;

    public static async Task<AlarmWatch> OfAsync(AnminDb db, string home, string zone, DateTimeOffset from, CancellationToken ct)
    {
        var last = await db.TemperatureReadings.Where(r => r.Institution == home && r.Zone == zone).MaxAsync(r => (DateTimeOffset?)r.At, ct);
        var near = await db.TemperatureAlarms.Where(a => a.Institution == home && a.Zone == zone && (a.EndedAt == null || a.EndedAt >= from)).ToListAsync(ct);
        return new(home, zone, last, near, a => db.Add(a));
    }

    /// <returns>How many alarms it raised: none or one.</returns>
    public int Take(DateTimeOffset at, int tenths, TemperatureLimits limits)
    {
        var isNewest = newest is not { } last || at >= last;
        if (isNewest) newest = at;
        foreach (var silent in near.Where(a => a is { Kind: AlarmKind.Silent, EndedAt: null } && at >= a.RaisedAt - limits.Every)) silent.End(at > silent.RaisedAt ? at : silent.RaisedAt);
        var wrong = limits.Judge(tenths);
        if (isNewest)
            foreach (var over in near.Where(a => a.EndedAt is null && a.Kind != AlarmKind.Silent && a.Kind != wrong)) over.End(at > over.RaisedAt ? at : over.RaisedAt);
        if (wrong is not { } kind) return 0;
        if (near.Find(a => a.Kind == kind && a.RaisedAt <= at && (a.EndedAt is null || a.EndedAt >= at)) is { } known)
        {
            known.Worsen(tenths);
            return 0;
        }
        // an open alarm that began after this late reading is the same trouble, seen from its other end
        if (near.Find(a => a.Kind == kind && a.EndedAt is null) is { } open)
        {
            open.Worsen(tenths);
            return 0;
        }
        var alarm = new TemperatureAlarm { Institution = home, Zone = zone, Kind = kind, RaisedAt = at };
        alarm.Worsen(tenths);
        if (!isNewest) alarm.End(at);
        near.Add(alarm);
        add(alarm);
        return 1;
    }
}
