using Anmin.Funeral.Search;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dossier;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Workbench;

/// <summary>今天的日程: pickups wished for or due today, cremations begun or possible from a time today.</summary>
internal sealed class DaySchedule(AnminDb db, CaseFile file, Who who) : IQuestion<DaySchedule.Request, IReadOnlyList<DaySchedule.Line>>
{
    private const int Most = 24;

    public sealed record Request;

    public sealed record Line(DateTimeOffset At, string What, string Note, bool Past, Guid CaseId);

    public Permission Permission => FuneralPermissions.ReadCases;

    public async Task<Outcome<IReadOnlyList<Line>>> HandleAsync(Request request, CancellationToken ct)
    {
        var (start, end, now) = (LocalClock.StartOf(file.Today, file.Zone), LocalClock.EndOf(file.Today, file.Zone), file.Now);
        var open = db.DeathCases.AsNoTracking().Where(c => c.IsOpen);
        var pickups = await (from o in db.Pickups.AsNoTracking()
                             join c in open on o.CaseId equals c.Id
                             where TransportOrder.Open.Contains(o.Status) && (o.EarliestAt ?? o.DueAt) >= start && (o.EarliestAt ?? o.DueAt) < end
                             orderby o.EarliestAt ?? o.DueAt
                             select new { c.Id, c.Name, c.Unidentified, o.EarliestAt, o.DueAt }).Take(Most).ToListAsync(ct);
        var cremations = await open.Where(c => c.Status == CaseStatus.Arranged && c.Contract!.Disposition == Disposition.Cremation && ((c.Cremation == null && c.Contract.EarliestAt >= start && c.Contract.EarliestAt < end) || (c.Cremation != null && c.Cremation.StartedAt >= start)))
            .OrderBy(c => c.Contract!.EarliestAt).Take(Most).Select(c => new { c.Id, c.Name, c.Unidentified, c.Contract!.EarliestAt, Furnace = c.Cremation!.Cremator, Started = (DateTimeOffset?)c.Cremation.StartedAt }).ToListAsync(ct);
        var names = await who.PlacesAsync(cremations.Select(c => c.Furnace ?? ""), ct);
        var lines = pickups.Select(p => new Line((p.EarliestAt ?? p.DueAt)!.Value, $"接运 {FindCases.NameOf(p.Name, p.Unidentified)}", p.EarliestAt is null ? "最晚" : "家属约定", false, p.Id))
            .Concat(cremations.Select(c => c.Started is { } at ? new Line(at, $"火化 {FindCases.NameOf(c.Name, c.Unidentified)}", names.GetValueOrDefault(c.Furnace!, "") + " 火化中", at < now, c.Id)
                : new Line(c.EarliestAt, $"可以火化 {FindCases.NameOf(c.Name, c.Unidentified)}", "满等候时间", c.EarliestAt < now, c.Id)));
        return (Outcome<IReadOnlyList<Line>>)lines.OrderBy(l => l.At).Take(Most).ToList();
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<DaySchedule, Request, IReadOnlyList<Line>>("/work-schedule");
}
