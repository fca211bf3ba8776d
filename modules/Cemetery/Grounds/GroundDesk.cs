using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Grounds;

/// <summary>What work on sections and positions has on its desk beyond <see cref="CemeteryDesk"/>.</summary>
internal sealed class GroundDesk(CemeteryDesk desk, CurrentActor current)
{
    public CemeteryDesk Desk => desk;

    public bool May(Permission permission) => desk.By.May(permission);

    /// <summary>Whether the permission at work reaches this ground, also where it has no section yet.</summary>
    public bool Reaches(InstitutionCard ground)
    {
        var scope = current.Scope;
        return scope.All || scope.Institutions.Contains(ground.Id) || scope.Divisions.Any(d => ground.Division.StartsWith(d, StringComparison.Ordinal));
    }

    public async Task<Outcome<(Ground Ground, InstitutionCard Card)>> GroundAsync(string? id, CancellationToken ct)
        => desk.Institution(id) is { } card && Reaches(card) && await desk.Db.Grounds.AsNoTracking().FirstOrDefaultAsync(g => g.Id == id && !g.Retired, ct) is { } ground ? (ground, card) : CemeteryProblems.NoGround;

    public async Task<Outcome<Section>> SectionAsync(Guid id, CancellationToken ct)
    {
        if (await desk.Db.Sections.FirstOrDefaultAsync(s => s.Id == id, ct) is not { } section) return CemeteryProblems.NoSection;
        desk.Context.About(section.Id);
        return section;
    }

    public async Task<Outcome<(Position Position, Section Section)>> PositionAsync(Guid id, CancellationToken ct)
    {
        if (await desk.Db.Positions.FirstOrDefaultAsync(p => p.Id == id, ct) is not { } position) return CemeteryProblems.NoPosition;
        return (await SectionAsync(position.SectionId, ct)).Try(out var section, out var problem) ? (position, section) : problem;
    }

    /// <summary>The places of a section that are taken; of one position itself, none.</summary>
    public async Task<Spots> SpotsAsync(Guid section, Guid? without, CancellationToken ct)
        => new((await desk.Db.Positions.AsNoTracking().Where(p => p.SectionId == section && p.Id != without).Select(p => new { p.Row, p.Layer, p.Number, p.X, p.Y, p.AreaCm2 }).ToListAsync(ct))
            .Select(p => new Spot(p.Row, p.Layer, p.Number, p.X, p.Y, p.AreaCm2 ?? 0)));

    public static Position New(Section section, Spot spot, PositionMeasures as_, Actor by) => new()
    {
        SectionId = section.Id,
        Division = section.Division,
        Institution = section.Institution,
        OpenedBy = by.Id,
        Origin = by.Institution,
        Code = Position.CodeOf(section.Institution!, section.Code, spot.Row, spot.Layer, spot.Number),
        Row = spot.Row,
        Layer = spot.Layer,
        Number = spot.Number,
        Capacity = as_.Capacity,
        Stone = as_.Stone,
        AreaCm2 = as_.AreaCm2,
        StoneHeightCm = as_.StoneHeightCm,
        HardenedCm2 = as_.HardenedCm2,
        ForBody = as_.ForBody,
        X = spot.X,
        Y = spot.Y,
        Turn = as_.Turn,
    };

    /// <summary>Which kinds have layers: always, or as it may be.</summary>
    public static Problem? Layers(SectionKind kind, int layer) => (kind, layer) switch
    {
        (SectionKind.Niches, 0) => GroundsProblems.LayersNeeded,
        (SectionKind.Niches or SectionKind.Wall, _) or (_, 0) => null,
        _ => GroundsProblems.NoLayers,
    };
}
