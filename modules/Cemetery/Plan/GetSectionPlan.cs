using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Plan;

/// <summary>墓区图: the positions of one section as they are now. Costs what the section is large, whatever the ground: four reads, each by an index of the section's positions.</summary>
internal sealed class GetSectionPlan(GroundDesk desk) : IQuestion<GetSectionPlan.Request, GetSectionPlan.Reply>
{
    public sealed record Request(Guid Section);

    /// <param name="Over">面积 or 碑 beyond what the rules of today allow.</param>
    /// <param name="Names">Who rests here and whose it is, for those who may know; else null.</param>
    public sealed record Cell(
        Guid Id, int Row, int Layer, int Number, int Capacity, int? X, int? Y, int Turn, int? AreaCm2, PositionState State, PlanMark Mark, bool Over, DateOnly? Until, DateOnly? CareUntil, DateTimeOffset? LapsesAt, string? Names);

    public sealed record Count(PlanMark Mark, int Of);

    /// <param name="LapsingToday">Holds whose last day is today.</param>
    public sealed record ToDo(int Arrears, int Expiring, int LapsingToday, int Over, int Unplaced);

    /// <param name="ExpiringDays">Null where no rule says how long before.</param>
    public sealed record Reply(
        Guid Section, string Ground, string GroundName, string Code, string Name, SectionKind Kind, string? UseItem, int Total, int Free, IReadOnlyList<Cell> Cells, IReadOnlyList<Count> Counts, ToDo ToDo, int? ExpiringDays, DateTimeOffset At);

    public Permission Permission => CemeteryPermissions.ReadGrounds;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (db, today, zone) = (desk.Desk.Db, desk.Desk.Today, desk.Desk.Zone);
        if (await db.Sections.AsNoTracking().FirstOrDefaultAsync(s => s.Id == request.Section, ct) is not { } section) return CemeteryProblems.NoSection;
        var ground = await db.Grounds.AsNoTracking().FirstOrDefaultAsync(g => g.Id == section.Institution, ct);
        var limits = PlanLimits.Of(desk.Desk.Rules, section.Division, ground?.Nature ?? GroundNature.PublicWelfare, today);
        var positions = await db.Positions.AsNoTracking().Where(p => p.SectionId == section.Id).OrderBy(p => p.Row).ThenBy(p => p.Layer).ThenBy(p => p.Number)
            .Select(p => new { p.Id, p.Row, p.Layer, p.Number, p.Capacity, p.X, p.Y, p.Turn, p.AreaCm2, p.ForBody, p.Stone, p.StoneHeightCm, p.State }).ToListAsync(ct);
        var rights = (await (from p in db.Positions.AsNoTracking()
                             where p.SectionId == section.Id
                             join r in db.PlotRights.AsNoTracking() on p.Id equals r.PositionId
                             where r.State == RightState.Held || r.State == RightState.Signed || r.State == RightState.Paid || r.State == RightState.Active
                             select new { r.PositionId, r.State, r.TermUntil, r.CarePaidUntil, r.CareFenPerYear, r.LapsesAt, r.HolderName }).ToListAsync(ct)).ToDictionary(r => r.PositionId);
        var resting = await RestingAsync(section.Id, ct);
        var holders = desk.May(CemeteryPermissions.ReadRights);
        var cells = positions.ConvertAll(p =>
        {
            var right = rights.GetValueOrDefault(p.Id);
            var mark = PlanMarks.Of(p.State, right?.State, right?.TermUntil, right?.CarePaidUntil, right?.CareFenPerYear ?? 0, today, limits.ExpiringDays);
            var names = Names(resting[p.Id], holders ? right?.HolderName : null);
            return new Cell(p.Id, p.Row, p.Layer, p.Number, p.Capacity, p.X, p.Y, p.Turn, p.AreaCm2, p.State, mark, limits.Over(p.Capacity, p.ForBody, p.AreaCm2, p.Stone, p.StoneHeightCm), right?.TermUntil, right?.CarePaidUntil, right?.LapsesAt, names);
        });
        var counts = PlanMarks.All.Select(m => new Count(m, cells.Count(c => c.Mark == m))).ToList();
        var front = PlanDrawing.IsFront(section.Kind, cells.Exists(c => c.Layer > 0));
        var todo = new ToDo(cells.Count(c => c.Mark == PlanMark.Arrears), cells.Count(c => c.Mark == PlanMark.Expiring), cells.Count(c => c.LapsesAt is { } at && LocalClock.DateOf(at, zone) <= today),
            cells.Count(c => c.Over), front ? 0 : cells.Count(c => c.X is null));
        return new Reply(section.Id, section.Institution!, desk.Desk.Institution(section.Institution)?.Name ?? "", section.Code, section.Name, section.Kind, section.UseItem, section.Total, section.Free, cells, counts, todo, limits.ExpiringDays, desk.Desk.Now);
    }

    private async Task<ILookup<Guid, PersonName>> RestingAsync(Guid section, CancellationToken ct)
    {
        if (!desk.May(CemeteryPermissions.ReadBurials)) return Array.Empty<Guid>().ToLookup(i => i, _ => (PersonName)null!);
        var db = desk.Desk.Db;
        return (await (from p in db.Positions.AsNoTracking()
                       where p.SectionId == section
                       join i in db.Interments.AsNoTracking() on p.Id equals i.PositionId
                       where i.RemovedOn == null
                       select new { i.PositionId, i.PersonName }).ToListAsync(ct)).ToLookup(i => i.PositionId, i => i.PersonName);
    }

    private static string? Names(IEnumerable<PersonName> resting, PersonName? holder)
        => (string.Join("、", resting.Select(n => n.Text)), holder?.Text) switch
        {
            ("", null) => null,
            ("", { } name) => "持有人" + name,
            (var rest, null) => rest,
            (var rest, { } name) => $"{rest}，持有人{name}",
        };

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetSectionPlan, Request, Reply>("/cemeteries/sections/{section:guid}/plan");
}
