using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Numbering;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Rules;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Cases;

/// <summary>What every use case of this module has on its desk: the case, the clock, the city's rules and numbers.</summary>
internal sealed class CaseFile(AnminDb db, Reference reference, RuleBook rules, Numbers numbers, IInstitutionDirectory institutions, TimeProvider clock, CommandContext context, CurrentActor current, ICurrentCitizen citizen)
{
    public AnminDb Db => db;

    public RuleBook Rules => rules;

    public CommandContext Context => context;

    public Actor By => current.Actor;

    /// <summary>The family's own sign-in, where there is one, and who acts for them.</summary>
    public ICurrentCitizen Citizen => citizen;

    /// <summary>Which cases the permission at work reaches.</summary>
    public DataScope Reach => current.Scope;

    /// <summary>Whole microseconds, which is what both databases keep.</summary>
    public DateTimeOffset Now => new(clock.GetUtcNow().UtcTicks / 10 * 10, TimeSpan.Zero);

    public TimeZoneInfo Zone => reference.Now.Zone;

    public DateOnly Today => LocalClock.DateOf(Now, Zone);

    public string City => reference.Now.City.Division;

    /// <summary>The case with everything on it, within the actor's scope; "not yours" and "not there" answer alike.</summary>
    public async Task<Outcome<DeathCase>> OpenAsync(Guid caseId, CancellationToken ct)
    {
        if (context.KeepsTracked && db.DeathCases.Local.FindEntry(caseId)?.Entity is { } atHand) return About(atHand);
        var found = await Core(db.DeathCases).SingleOrDefaultAsync(c => c.Id == caseId, ct);
        if (found is null) return KernelProblems.NotFound;
        await LoadAsync(found, c => c.Handlers, h => h.Id, ct);
        await LoadAsync(found, c => c.Evidence, e => e.Id, ct);
        await LoadAsync(found, c => c.Holds, h => h.Id, ct);
        await LoadAsync(found, c => c.Pickups, p => p.Id, ct);
        await LoadAsync(found, c => c.Certificates, z => z.Id, ct);
        await LoadAsync(found, c => c.Ashes, a => a.Id, ct);
        return About(found);
    }

    // One question a collection, each by the case alone. A split query joins every part to the others' keys, so a cremation
    // begun between two of its parts would hide the evidence, and the second window be told it is missing.
    private Task LoadAsync<T>(DeathCase of, System.Linq.Expressions.Expression<Func<DeathCase, IEnumerable<T>>> part, System.Linq.Expressions.Expression<Func<T, Guid>> order, CancellationToken ct) where T : class
        => db.Entry(of).Collection(part).Query().OrderBy(order).LoadAsync(ct);

    private static IQueryable<DeathCase> Core(IQueryable<DeathCase> cases)
        => cases.Include(c => c.Remains).Include(c => c.Contract).Include(c => c.Cremation).Include(c => c.Absence);

    public static IQueryable<DeathCase> Whole(IQueryable<DeathCase> cases) => Core(cases)
        .Include(c => c.Handlers).Include(c => c.Evidence).Include(c => c.Holds).Include(c => c.Pickups)
        .Include(c => c.Certificates).Include(c => c.Ashes)
        .AsSplitQuery();

    private DeathCase About(DeathCase found)
    {
        context.About(found.Id);
        return found;
    }

    /// <summary>Whether the permission at work reaches what belongs to this institution as a whole: its rooms, boxes, vehicles, colleagues.</summary>
    public bool Reaches(string institution)
        => Reach.All || Reach.Institutions.Contains(institution) || (institutions.Find(institution) is { } place && Reach.Divisions.Any(d => place.Division.StartsWith(d, StringComparison.Ordinal)));

    public Task<Outcome<string>> NumberAsync(string kind, string? institution, CancellationToken ct)
        => numbers.NextAsync(kind, Today, institution is null ? null : new Dictionary<string, string> { ["home"] = HomeCode(institution) }, ct);

    /// <summary>The funeral home of the county, else the first of the city.</summary>
    public InstitutionCard? HomeFor(string division)
    {
        var homes = institutions.OfKind("funeral-home", City);
        var county = division.Length >= 6 ? division[..6] : division;
        return homes.FirstOrDefault(h => h.Division.StartsWith(county, StringComparison.Ordinal)) ?? (homes.Count > 0 ? homes[0] : null);
    }

    public InstitutionCard? Institution(string id) => institutions.Find(id);

    private string HomeCode(string institution) => institutions.Find(institution)?.Code is { Length: > 0 } code ? code : "000000000";
}
