using Anmin.Contracts.Funeral;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Families;
using Anmin.Kernel.Data;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Handlers;

/// <summary>Answers <see cref="ICaseCards"/> and <see cref="IFamilyDoor"/>.</summary>
internal sealed class CaseCards(CaseFile file, FamilyPass passes) : ICaseCards, IFamilyDoor
{
    public async Task<CaseCard?> FindAsync(Guid caseId, CancellationToken ct)
        => await file.Db.DeathCases.AsNoTracking().Include(c => c.Handlers).FirstOrDefaultAsync(c => c.Id == caseId && c.VoidedAt == null, ct) is { } found ? Card(found) : null;

    public async Task<IReadOnlyList<CaseCard>> OfAsync(IReadOnlyCollection<Guid> cases, CancellationToken ct)
        => (await file.Db.DeathCases.AsNoTracking().Include(c => c.Handlers).Where(c => cases.Contains(c.Id) && c.VoidedAt == null).ToListAsync(ct)).ConvertAll(Card);

    public async Task<IReadOnlyList<CaseCard>> SearchAsync(string text, int most, CancellationToken ct)
    {
        var wanted = text.Trim();
        if (wanted.Length == 0) return [];
        var (upper, initials) = (wanted.ToUpperInvariant(), wanted.ToLowerInvariant());
        var pattern = wanted.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal) + "%";
        var cases = file.Db.DeathCases;
        var chosen = await cases.AnyAsync(c => c.Number == upper, ct) ? cases.Where(c => c.Number == upper)
            : wanted.All(char.IsAsciiLetter) ? cases.Where(c => c.Initials.StartsWith(initials))
            : cases.FromSql($"select * from funeral_case where name like {pattern} escape '!'");
        var found = await chosen.AsNoTracking().Include(c => c.Handlers).Where(c => c.VoidedAt == null).OrderByDescending(c => c.Id).Take(most).ToListAsync(ct);
        return found.ConvertAll(Card);
    }

    public async Task<CaseCard?> OpenAsync(string? pass, bool acts, CancellationToken ct)
    {
        if (await FamilyDesk.CaseAsync(file, passes, pass, acts, ct) is not { } id) return null;
        var found = await file.Db.AcrossScopes<DeathCase>("家属凭查询凭据查看费用清单").AsNoTracking().Include(c => c.Handlers).FirstOrDefaultAsync(c => c.Id == id && c.VoidedAt == null && !c.Unidentified, ct);
        return found is null ? null : Card(found);
    }

    private CaseCard Card(DeathCase c) => new(c.Id, c.Number, c.Name?.Text, c.Sex is Sex.Male or Sex.Female ? c.Sex.Label() : "", c.AgeAtDeath(file.Zone), c.Infectious, c.Division, c.Institution,
        [.. c.Handlers.OrderBy(h => h.Rank).Select(h => new HandlerCard(h.Id, h.Name?.Text ?? "", h.Relation, h.Phone?.ToString() ?? ""))]);
}
