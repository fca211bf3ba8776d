using Anmin.Cemetery.Grounds;
using Anmin.Contracts.Billing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Plan;

/// <summary>墓园 and the sections of one, with what the database keeps counted: no position is touched.</summary>
internal sealed class FindSections(GroundDesk desk, IPriceBook prices) : IQuestion<FindSections.Request, FindSections.Reply>
{
    /// <param name="Ground">One's own, or the first, where empty.</param>
    public sealed record Request(string? Ground = null);

    public sealed record GroundRow(string Id, string Name, GroundNature Nature, int Free, int Total);

    public sealed record SectionRow(Guid Id, string Code, string Name, SectionKind Kind, int Ordinal, int Free, int Total, string? UseItem, string? CareItem, string? Remark, bool Closed);

    /// <param name="Ground">Null where there is none within reach.</param>
    /// <param name="Items">Of the ground's price list in force, as printed; empty where it has none.</param>
    public sealed record Reply(IReadOnlyList<GroundRow> Grounds, GroundRow? Ground, IReadOnlyList<SectionRow> Sections, IReadOnlyList<PriceListLine> Items);

    public Permission Permission => CemeteryPermissions.ReadGrounds;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var db = desk.Desk.Db;
        var counted = await db.Sections.AsNoTracking().GroupBy(s => s.Institution!).Select(g => new { g.Key, Free = g.Sum(s => s.Free), Total = g.Sum(s => s.Total) }).ToDictionaryAsync(g => g.Key, ct);
        var grounds = (await db.Grounds.AsNoTracking().Where(g => !g.Retired).OrderBy(g => g.Id).ToListAsync(ct))
            .Select(g => (Ground: g, Card: desk.Desk.Institution(g.Id))).Where(g => g.Card is { } card && desk.Reaches(card))
            .Select(g => new GroundRow(g.Ground.Id, g.Card!.Name, g.Ground.Nature, counted.GetValueOrDefault(g.Ground.Id)?.Free ?? 0, counted.GetValueOrDefault(g.Ground.Id)?.Total ?? 0)).ToList();
        var ground = string.IsNullOrWhiteSpace(request.Ground) ? grounds.Find(g => g.Id == desk.Desk.By.Institution) ?? grounds.Find(g => g.Total > 0) ?? grounds.FirstOrDefault() : grounds.Find(g => g.Id == request.Ground);
        if (ground is null) return string.IsNullOrWhiteSpace(request.Ground) ? new Reply(grounds, null, [], []) : CemeteryProblems.NoGround;
        var sections = await db.Sections.AsNoTracking().Where(s => s.Institution == ground.Id).OrderBy(s => s.Ordinal).ThenBy(s => s.Code)
            .Select(s => new SectionRow(s.Id, s.Code, s.Name, s.Kind, s.Ordinal, s.Free, s.Total, s.UseItem, s.CareItem, s.Remark, s.ClosedAt != null)).ToListAsync(ct);
        var list = await prices.ListAsync(ground.Id, desk.Desk.Today, ct);
        return new Reply(grounds, ground, sections, list.Try(out var card, out _) ? card.Lines : []);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindSections, Request, Reply>("/cemeteries/sections");
}
