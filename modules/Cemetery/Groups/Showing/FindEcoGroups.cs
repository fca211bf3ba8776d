using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Groups.Showing;

/// <summary>海葬、撒散批次 of the actor's grounds: those to come, the soonest first; or those that are over, the latest first.</summary>
internal sealed class FindEcoGroups(GroupDesk groups) : IQuestion<FindEcoGroups.Request, FindEcoGroups.Reply>
{
    private const int Most = 100;

    /// <param name="Over">Held and cancelled ones.</param>
    public sealed record Request(bool Over = false);

    public sealed record Line(Guid Id, string Number, GroupKind Kind, string Home, DateTimeOffset DepartsAt, DateOnly SignUpUntil, string Craft, GroupState State, bool SignUpOver, int Signed, int MostPersons, int Relatives, int MostRelatives);

    /// <param name="Places">Where a new group may go: code and name.</param>
    public sealed record Reply(IReadOnlyList<Line> Lines, IReadOnlyList<KeyValuePair<string, string>> Places, DateOnly Today);

    public Permission Permission => CemeteryPermissions.ReadBurials;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (db, today) = (groups.Desk.Db, groups.Desk.Today);
        var all = db.EcoBurialGroups.AsNoTracking();
        var found = await (request.Over
            ? all.Where(g => g.State == GroupState.Held || g.State == GroupState.Cancelled).OrderByDescending(g => g.DepartsAt)
            : all.Where(g => g.State != GroupState.Held && g.State != GroupState.Cancelled).OrderBy(g => g.DepartsAt)).Take(Most).ToListAsync(ct);
        var places = await db.Positions.AsNoTracking().Where(p => p.State != PositionState.Planned && p.State != PositionState.Blocked)
            .Join(db.Sections.Where(s => s.Kind == SectionKind.Sea || s.Kind == SectionKind.Scattering), p => p.SectionId, s => s.Id, (p, s) => new { p.Code, s.Name, s.Kind, p.Row, p.Layer, p.Number }).OrderBy(x => x.Code).Take(Most).ToListAsync(ct);
        return new Reply([.. found.Select(g => new Line(g.Id, g.Number, g.Kind, groups.Desk.Institution(g.Institution)?.Name ?? "", g.DepartsAt, g.SignUpUntil, g.Craft, g.State, g.SignUpUntil < today, g.Signed, g.MostPersons, g.Relatives, g.MostRelatives))],
            [.. places.Select(p => KeyValuePair.Create(p.Code, $"{GroundWords.Of(p.Kind)}　{PositionWords.Of(p.Name, p.Kind, p.Row, p.Layer, p.Number)}"))], today);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindEcoGroups, Request, Reply>("/cemetery/groups");
}
