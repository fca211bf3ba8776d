using System.Globalization;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dossier;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Temperatures;

/// <summary>冷藏温度: zones with their last reading and limits, one zone's readings of some hours, alarms.</summary>
internal sealed class FindTemperatures(CaseFile file, TemperatureBook book, Who who) : IQuestion<FindTemperatures.Request, FindTemperatures.Reply>
{
    public const int MostReadings = 2000;

    /// <param name="Institution">Empty for one's own.</param>
    /// <param name="Zone">Empty for the first.</param>
    /// <param name="Hours">6 to 744; 24 when empty.</param>
    public sealed record Request(string? Institution = null, string? Zone = null, int? Hours = null);

    /// <param name="Silent">No reading for longer than the rule allows.</param>
    public sealed record ZoneLine(string Name, string Kind, string KindLabel, int Boxes, int? Tenths, DateTimeOffset? At, int? Least, int? Most, AlarmKind? Wrong, bool Silent);

    public sealed record Point(DateTimeOffset At, int Tenths, string Sensor, string By);

    public sealed record Alarm(Guid Id, string Zone, AlarmKind Kind, string Label, DateTimeOffset RaisedAt, int? Tenths, DateTimeOffset? EndedAt, DateTimeOffset? AcknowledgedAt, string? By, string? Reason);

    public sealed record Reply(string Institution, string Home, IReadOnlyList<ZoneLine> Zones, string? Zone, int Hours, IReadOnlyList<Point> Points, IReadOnlyList<Alarm> Alarms, DateTimeOffset Now);

    public Permission Permission => FuneralPermissions.ReadColdStore;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var home = string.IsNullOrEmpty(request.Institution) ? file.By.Institution : request.Institution;
        if (home is null || !file.Reaches(home) || file.Institution(home) is not { } card) return KernelProblems.NotFound;
        var hours = Math.Clamp(request.Hours ?? 24, 6, 744);
        var lines = new List<ZoneLine>();
        foreach (var zone in await book.ZonesAsync(home, ct)) lines.Add(await LineAsync(card.Id, card.Division, zone, ct));
        var shown = lines.Find(l => l.Name == request.Zone)?.Name ?? lines.FirstOrDefault()?.Name;
        var from = file.Now.AddHours(-hours);
        var points = await file.Db.TemperatureReadings.AsNoTracking().Where(r => r.Institution == home && r.Zone == shown && r.At >= from).OrderByDescending(r => r.At).Take(MostReadings).Select(r => new { r.At, r.Tenths, r.Sensor, r.RecordedBy }).ToListAsync(ct);
        var alarms = await file.Db.TemperatureAlarms.AsNoTracking().Where(a => a.Institution == home).OrderBy(a => a.AcknowledgedAt != null).ThenByDescending(a => a.RaisedAt).Take(50).ToListAsync(ct);
        return new Reply(home, card.Name, lines, shown, hours, points.ConvertAll(p => new Point(p.At, p.Tenths, p.Sensor == RecordTemperatures.ByHand ? "人工" : p.Sensor, who.Name(p.RecordedBy))),
            alarms.ConvertAll(a => new Alarm(a.Id, a.Zone, a.Kind, TemperatureBook.Label(a.Kind), a.RaisedAt, a.Tenths, a.EndedAt, a.AcknowledgedAt, a.AcknowledgedBy is null ? null : who.Name(a.AcknowledgedBy), a.Reason)), file.Now);
    }

    private async Task<ZoneLine> LineAsync(string home, string division, TemperatureBook.Zone zone, CancellationToken ct)
    {
        var last = await file.Db.TemperatureReadings.AsNoTracking().Where(r => r.Institution == home && r.Zone == zone.Name).OrderByDescending(r => r.At).Select(r => new { r.At, r.Tenths }).FirstOrDefaultAsync(ct);
        var limits = book.Limits(division, zone.Kind, file.Now).Value;
        return new(zone.Name, zone.Kind, TemperatureBook.Label(zone.Kind), zone.Boxes, last?.Tenths, last?.At, limits?.Least, limits?.Most, last is null ? null : limits?.Judge(last.Tenths), last is not null && limits is not null && file.Now - last.At > limits.Every);
    }

    /// <summary>The same as a file: one line a reading, oldest first.</summary>
    public static string Csv(Reply reply, TimeZoneInfo zone)
        => string.Concat("\uFEFF冷藏区,时间,温度（℃）,传感器,登记人\r\n", string.Concat(reply.Points.Reverse().Select(p => string.Create(CultureInfo.InvariantCulture, $"{CsvCell.Of(reply.Zone ?? "")},{ChineseTime.Stamp(p.At, zone)},{Celsius.Write(p.Tenths)},{CsvCell.Of(p.Sensor)},{CsvCell.Of(p.By)}\r\n"))));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindTemperatures, Request, Reply>("/cold-store/temperatures");
}
