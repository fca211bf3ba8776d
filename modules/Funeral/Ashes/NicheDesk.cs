using System.Globalization;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Ashes;

/// <summary>Makes rights to niches within the term the rules allow. That a niche is free is the index's word.</summary>
internal sealed class NicheDesk(CaseFile file)
{
    public async Task<Outcome<NicheRight>> RightAsync(DeathCase opened, string ashes, string niche, int years, string termRule, CancellationToken ct)
    {
        if (opened.Find(ashes) is not { } container) return FuneralProblems.AshesNotReady;
        if (!await file.Db.Niches.AnyAsync(n => n.Id == niche, ct)) return FuneralProblems.NicheUnknown;
        if (!file.Rules.Find(termRule, opened.Division, file.Today).Try(out var term, out var problem)) return problem;
        var most = int.Parse(term.Value, CultureInfo.InvariantCulture);
        if (years < 1 || years > most) return FuneralProblems.TermTooLong($"{most}年");
        if (await file.Db.NicheRights.AnyAsync(r => r.NicheId == niche && r.EndedOn == null && r.AshesId != container.Id, ct)) return FuneralProblems.NicheTaken;
        return new NicheRight { NicheId = niche, AshesId = container.Id, CaseId = opened.Id, From = file.Today, Until = file.Today.AddYears(years) };
    }

    /// <summary>Free niches of an institution, lowest layers in reach first.</summary>
    public async Task<IReadOnlyList<(string Id, string Name)>> FreeAsync(string institution, int most, CancellationToken ct)
    {
        var rights = file.Db.NicheRights;
        var free = await file.Db.Niches.AsNoTracking().Where(n => n.Institution == institution && !rights.Any(r => r.NicheId == n.Id && r.EndedOn == null)).OrderBy(n => n.Id).Take(most).ToListAsync(ct);
        return [.. free.Select(n => (n.Id, n.Name))];
    }
}
