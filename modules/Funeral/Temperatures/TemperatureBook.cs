using System.Globalization;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Resources;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Temperatures;

/// <summary>Zones of a home and the limits the city's rules set for each kind of zone.</summary>
internal sealed class TemperatureBook(CaseFile file)
{
    /// <param name="Kind">cold or frozen.</param>
    public sealed record Zone(string Name, string Kind, int Boxes);

    public async Task<IReadOnlyList<Zone>> ZonesAsync(string home, CancellationToken ct)
    {
        var rows = await file.Db.Resources.AsNoTracking().Where(r => r.Institution == home && r.Kind == ResourceKind.ColdBox).GroupBy(r => r.Variant)
            .Select(g => new { Zone = g.Key, Boxes = g.Count(), Frozen = g.Count(r => r.Suits.Contains("frozen")) }).ToListAsync(ct);
        return [.. rows.OrderBy(r => r.Zone, StringComparer.Ordinal).Select(r => new Zone(r.Zone, r.Frozen > 0 ? "frozen" : "cold", r.Boxes))];
    }

    public Outcome<TemperatureLimits> Limits(string division, string kind, DateTimeOffset on)
    {
        var day = LocalClock.DateOf(on, file.Zone);
        if (!file.Rules.Find("cold.temperature.min", division, day, kind).Try(out var least, out var problem)) return problem;
        if (!file.Rules.Find("cold.temperature.max", division, day, kind).Try(out var most, out problem)) return problem;
        if (!file.Rules.Find("cold.temperature.every", division, day, kind).Try(out var every, out problem)) return problem;
        if (Celsius.Read(least.Value) is not { } low || Celsius.Read(most.Value) is not { } high || !int.TryParse(every.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) || low > high)
            return new Problem("funeral.temperature.rule", "冷藏温度的规则写得不对。请管理员核对城市包的规则表。");
        return new TemperatureLimits(low, high, TimeSpan.FromHours(hours));
    }

    public static string Label(string kind) => kind == "frozen" ? "冷冻" : "冷藏";

    public static string Label(AlarmKind kind) => kind switch { AlarmKind.TooWarm => "温度过高", AlarmKind.TooCold => "温度过低", _ => "没有读数" };
}
