using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Temperatures;

/// <summary>
/// 登记冷藏温度, by hand or by a sensor's program. What is sent twice is kept once; what comes late takes its place by the device's time.
/// Out of range raises an alarm of the zone, back in range ends it; somebody must still say what was done.
/// </summary>
internal sealed class RecordTemperatures(CaseFile file, Reading reading, TemperatureBook book) : IUseCase<RecordTemperatures.Request, RecordTemperatures.Reply>
{
    public const string ByHand = "manual";
    private const int Most = 500;
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5), Late = TimeSpan.FromDays(30);

    /// <param name="Institution">Empty for one's own home.</param>
    public sealed record Request(string? Institution, IReadOnlyList<Line>? Readings);

    /// <param name="Sensor">Empty where somebody read the thermometer.</param>
    /// <param name="At">City time, or ISO 8601 with an offset; empty for now.</param>
    /// <param name="Celsius">Degrees as text, e.g. <c>-18.5</c>.</param>
    public sealed record Line(string? Zone, string? Sensor, string? At, string? Celsius);

    /// <param name="Kept">New ones.</param>
    /// <param name="Known">Sent before with the same value.</param>
    public sealed record Reply(int Kept, int Known, int Alarms);

    private sealed record Read(string Zone, string Sensor, DateTimeOffset At, int Tenths);

    public Permission Permission => FuneralPermissions.RecordTemperature;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.Readings is not { Count: > 0 } lines) return TemperatureProblems.NothingSaid;
        if (lines.Count > Most) return TemperatureProblems.TooMany;
        var home = string.IsNullOrEmpty(request.Institution) ? file.By.Institution : request.Institution;
        if (home is null || !file.Reaches(home) || file.Institution(home) is not { } card) return KernelProblems.NotFound;
        var zones = (await book.ZonesAsync(home, ct)).ToDictionary(z => z.Name);
        var read = lines.Select(l => ReadLine(l, zones)).ToList();
        if (reading.Problem is { } bad) return bad;
        var (kept, known, alarms) = (0, 0, 0);
        foreach (var zone in read.OfType<Read>().DistinctBy(r => (r.Zone, r.Sensor, r.At)).GroupBy(r => r.Zone))
        {
            if (!book.Limits(card.Division, zones[zone.Key].Kind, file.Now).Try(out var limits, out var problem)) return problem;
            if (!(await KeepAsync(home, zone.Key, [.. zone.OrderBy(r => r.At)], limits, ct)).Try(out var done, out problem)) return problem;
            (kept, known, alarms) = (kept + done.Kept, known + done.Known, alarms + done.Alarms);
        }
        return new Reply(kept, known, alarms);
    }

    private Read? ReadLine(Line line, Dictionary<string, TemperatureBook.Zone> zones)
    {
        var sensor = reading.Text(line.Sensor, "Sensor", "传感器编号", 60, required: false) ?? ByHand;
        var at = Instant(line.At);
        if (!zones.ContainsKey(line.Zone?.Trim() ?? "")) reading.Refuse(TemperatureProblems.ZoneUnknown);
        if (Celsius.Read(line.Celsius) is not { } tenths) reading.Refuse(TemperatureProblems.Unread);
        else if (tenths is < Celsius.LeastTenths or > Celsius.MostTenths) reading.Refuse(TemperatureProblems.Absurd);
        else if (at > file.Now + Ahead) reading.Refuse(TemperatureProblems.InFuture);
        else if (at < file.Now - Late) reading.Refuse(TemperatureProblems.TooOld);
        else if (at is { } when) return new(line.Zone?.Trim() ?? "", sensor, when, tenths);
        return null;
    }

    private DateTimeOffset? Instant(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return file.Now;
        if (text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text.Trim(), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var iso)) return new(iso.UtcTicks / 10 * 10, TimeSpan.Zero);
        return reading.Instant(text, "At", "读数时间");
    }

    private async Task<Outcome<Reply>> KeepAsync(string home, string zone, List<Read> read, TemperatureLimits limits, CancellationToken ct)
    {
        var (first, last) = (read[0].At, read[^1].At);
        var there = await file.Db.TemperatureReadings.AsNoTracking().Where(r => r.Institution == home && r.Zone == zone && r.At >= first && r.At <= last).Select(r => new { r.Sensor, r.At, r.Tenths }).ToListAsync(ct);
        var fresh = new List<Read>();
        foreach (var r in read)
        {
            if (there.Find(t => t.Sensor == r.Sensor && t.At == r.At) is not { } same) fresh.Add(r);
            else if (same.Tenths != r.Tenths) return TemperatureProblems.SaidOtherwise;
        }
        foreach (var r in fresh) file.Db.Add(new TemperatureReading { Institution = home, Zone = zone, Sensor = r.Sensor, At = r.At, Tenths = r.Tenths, RecordedBy = file.By.Id, RecordedAt = file.Now });
        var watch = await AlarmWatch.OfAsync(file.Db, home, zone, first, ct);
        return new Reply(fresh.Count, read.Count - fresh.Count, fresh.Sum(r => watch.Take(r.At, r.Tenths, limits)));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RecordTemperatures, Request, Reply>("/cold-store/temperatures");
}
