using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dossier;
using Anmin.Funeral.Furnaces;
using Anmin.Funeral.Resources;
using Anmin.Funeral.Search;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Emissions;

/// <summary>能耗、排放、检修: each furnace with its count since the last overhaul, the last cremations with their readings, what was measured, what was stopped.</summary>
internal sealed class FindFurnaceRecords(CaseFile file, Who who) : IQuestion<FindFurnaceRecords.Request, FindFurnaceRecords.Reply>
{
    private const int Most = 40;

    public sealed record Request(string? Institution = null, string? Cremator = null);

    public sealed record Reply(string Home, IReadOnlyList<Furnace> Furnaces, IReadOnlyList<Run> Runs, IReadOnlyList<Measured> Readings, IReadOnlyList<Stopped> Stops);

    /// <param name="SinceOverhaul">Cremations finished since the last overhaul ended, or ever.</param>
    public sealed record Furnace(string Id, string Name, int SinceOverhaul, DateTimeOffset? Overhauled, int Over);

    public sealed record Run(Guid CaseId, string Person, string Furnace, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, string Operators, string? Fuel, string? Electricity, int? Peak, string Remarks);

    public sealed record Measured(string Furnace, string Pollutant, string Unit, decimal Value, decimal? Limit, bool Over, string Source, DateTimeOffset TakenAt, string By);

    public sealed record Stopped(Guid Id, string Furnace, string Kind, string Reason, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset? EndedAt, string? Result, string By);

    public Permission Permission => FuneralPermissions.ReadFurnaces;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if ((request.Institution ?? file.By.Institution) is not { } home || !file.Reaches(home) || file.Institution(home) is not { Kind: "funeral-home" } card) return KernelProblems.NotFound;
        var furnaces = await file.Db.Resources.AsNoTracking().Where(r => r.Institution == home && r.Kind == ResourceKind.Cremator).OrderBy(r => r.Id).ToListAsync(ct);
        var names = furnaces.ToDictionary(f => f.Id, f => f.Name);
        var only = request.Cremator is { Length: > 0 } one && names.ContainsKey(one) ? one : null;
        return new Reply(card.Name, await CountedAsync(furnaces, ct), await RunsAsync(home, only, names, ct), await ReadingsAsync(home, only, names, ct), await StopsAsync(home, only, names, ct));
    }

    private async Task<List<Furnace>> CountedAsync(List<Resource> furnaces, CancellationToken ct)
    {
        var ids = furnaces.ConvertAll(f => f.Id);
        var month = file.Now.AddDays(-31);
        var overhauls = await file.Db.FurnaceStops.AsNoTracking().Where(s => ids.Contains(s.Cremator) && s.Kind == StopKind.Overhaul && s.EndedAt != null).GroupBy(s => s.Cremator).Select(g => new { g.Key, At = g.Max(s => s.EndedAt) }).ToDictionaryAsync(g => g.Key, g => g.At, ct);
        var over = await file.Db.EmissionReadings.AsNoTracking().Where(e => ids.Contains(e.Cremator) && e.Over && e.TakenAt >= month).GroupBy(e => e.Cremator).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var counted = new List<Furnace>();
        foreach (var f in furnaces)
        {
            var since = overhauls.GetValueOrDefault(f.Id) ?? DateTimeOffset.UnixEpoch;
            counted.Add(new(f.Id, f.Name, await file.Db.Cremations.CountAsync(c => c.Cremator == f.Id && c.FinishedAt > since, ct), overhauls.GetValueOrDefault(f.Id), over.GetValueOrDefault(f.Id)));
        }
        return counted;
    }

    private async Task<List<Run>> RunsAsync(string home, string? only, Dictionary<string, string> names, CancellationToken ct)
    {
        var rows = await file.Db.Cremations.AsNoTracking().Where(c => c.Institution == home && (only == null || c.Cremator == only)).OrderByDescending(c => c.StartedAt).Take(Most)
            .Join(file.Db.DeathCases, c => c.CaseId, d => d.Id, (c, d) => new { c.Id, c.CaseId, c.Cremator, c.StartedAt, c.FinishedAt, c.FirstOperator, c.SecondOperator, d.Name, d.Unidentified }).ToListAsync(ct);
        var ids = rows.ConvertAll(r => r.Id);
        var last = (await file.Db.CremationReadings.AsNoTracking().Where(r => ids.Contains(r.CremationId)).ToListAsync(ct)).GroupBy(r => r.CremationId).ToDictionary(g => g.Key, g => g.MaxBy(r => (r.At, r.Id))!);
        return rows.OrderByDescending(r => r.StartedAt).Select(r =>
        {
            var read = last.GetValueOrDefault(r.Id);
            return new Run(r.CaseId, FindCases.NameOf(r.Name, r.Unidentified), names.GetValueOrDefault(r.Cremator, r.Cremator), r.StartedAt, r.FinishedAt, $"{who.Name(r.FirstOperator)}、{who.Name(r.SecondOperator)}",
                read?.FuelAmount is { } amount ? $"{CremationReading.Label(read.Fuel)} {Text(amount)} {CremationReading.Unit(read.Fuel)}" : null, read?.Electricity is { } power ? Text(power) : null, read?.PeakTemperature, read?.Remarks ?? "");
        }).ToList();
    }

    private async Task<List<Measured>> ReadingsAsync(string home, string? only, Dictionary<string, string> names, CancellationToken ct)
        => (await file.Db.EmissionReadings.AsNoTracking().Where(e => e.Institution == home && (only == null || e.Cremator == only)).OrderByDescending(e => e.TakenAt).Take(Most).ToListAsync(ct))
            .ConvertAll(e => new Measured(names.GetValueOrDefault(e.Cremator, e.Cremator), Pollutants.Of(e.Pollutant).Name, Pollutants.Of(e.Pollutant).Unit, e.Value, e.Limit, e.Over, e.Source == ReadingSource.Sensor ? "监测设备" : "人工登记", e.TakenAt, who.Name(e.RecordedBy)));

    private async Task<List<Stopped>> StopsAsync(string home, string? only, Dictionary<string, string> names, CancellationToken ct)
        => (await file.Db.FurnaceStops.AsNoTracking().Where(s => s.Institution == home && (only == null || s.Cremator == only)).OrderByDescending(s => s.From).Take(Most).ToListAsync(ct))
            .ConvertAll(s => new Stopped(s.Id, names.GetValueOrDefault(s.Cremator, s.Cremator), FurnaceStop.Label(s.Kind), s.Reason, s.From, s.Until, s.EndedAt, s.Result, who.Name(s.RecordedBy)));

    internal static string Text(decimal value) => value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindFurnaceRecords, Request, Reply>("/furnaces/records");
}
