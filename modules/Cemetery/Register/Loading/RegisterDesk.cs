using Anmin.Cemetery.Grounds;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Register.Loading;

/// <summary>What use cases of the register have on the desk: the grounds and imports within reach.</summary>
internal sealed class RegisterDesk(CemeteryDesk desk, CurrentActor current, IInstitutionDirectory institutions)
{
    public CemeteryDesk Desk => desk;

    public AnminDb Db => desk.Db;

    public bool Reaches(InstitutionCard place)
        => current.Scope is var scope && (scope.All || scope.Institutions.Contains(place.Id) || scope.Divisions.Any(d => place.Division.StartsWith(d, StringComparison.Ordinal)));

    /// <summary>Grounds whose registers may be brought in here, by name.</summary>
    public async Task<IReadOnlyList<InstitutionCard>> GroundsAsync(CancellationToken ct)
    {
        var known = await Db.Grounds.AsNoTracking().Where(g => !g.Retired).Select(g => g.Id).ToListAsync(ct);
        return [.. known.Select(institutions.Find).OfType<InstitutionCard>().Where(Reaches).OrderBy(i => i.Kind, StringComparer.Ordinal).ThenBy(i => i.Id, StringComparer.Ordinal)];
    }

    public async Task<Outcome<InstitutionCard>> GroundAsync(string? id, CancellationToken ct)
        => desk.Institution(id) is { } place && Reaches(place) && await Db.Grounds.AnyAsync(g => g.Id == id && !g.Retired, ct) ? place : CemeteryProblems.NoGround;

    /// <summary>The import within the actor's scope; "not yours" and "not there" answer alike.</summary>
    public async Task<Outcome<RegisterImport>> OpenAsync(Guid id, CancellationToken ct)
    {
        if (await Db.RegisterImports.FirstOrDefaultAsync(i => i.Id == id, ct) is not { } import) return RegisterProblems.NoImport;
        desk.Context.About(import.Id);
        return import;
    }
}
