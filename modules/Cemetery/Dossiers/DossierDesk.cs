using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Dossiers.Filing;
using Anmin.Cemetery.Dossiers.Papers;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Dossiers;

/// <summary>What every use case about dossiers has on its desk: the open dossier with its right, the checklist, the rules' numbers.</summary>
internal sealed class DossierDesk(CemeteryDesk desk)
{
    public CemeteryDesk Cemetery => desk;

    /// <summary>Within the actor's scope; "not yours" and "not there" answer alike.</summary>
    public async Task<Outcome<OpenedDossier>> OpenAsync(Guid id, CancellationToken ct)
    {
        if (await desk.Db.Dossiers.FirstOrDefaultAsync(d => d.Id == id, ct) is not { } dossier) return DossierProblems.None;
        if (await desk.Db.PlotRights.Include(r => r.Terms.OrderBy(t => t.Seq)).FirstOrDefaultAsync(r => r.Id == id, ct) is not { } right) return DossierProblems.None;
        if (await desk.Db.Positions.FirstOrDefaultAsync(p => p.Id == right.PositionId, ct) is not { } position) return DossierProblems.None;
        desk.Context.About(right.Id);
        return new OpenedDossier(dossier, right, position);
    }

    public async Task<IReadOnlyList<DossierItem>> ItemsAsync(CancellationToken ct) => await desk.Db.DossierItems.AsNoTracking().OrderBy(i => i.Place).ThenBy(i => i.Id).ToListAsync(ct);

    public Task<bool> IsFiledAsync(Guid id, CancellationToken ct) => desk.Db.DossierFilings.AnyAsync(f => f.DossierId == id && f.State == FilingState.Filed, ct);

    /// <summary>The checklists of several rights, counted from their own tables.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<ChecklistLine>>> ChecklistsAsync(IReadOnlyCollection<Guid> ids, IReadOnlyDictionary<Guid, int>? passedOn, CancellationToken ct)
    {
        var db = desk.Db;
        var items = await ItemsAsync(ct);
        var rights = await db.PlotRights.AsNoTracking().Where(r => ids.Contains(r.Id))
            .Select(r => new { r.Id, r.Kind, r.State, r.Basis, Numbered = r.Number != null, Certified = r.Certificate != null, OfCase = r.CaseId != null }).ToListAsync(ct);
        var people = (await db.Interments.AsNoTracking().Where(i => ids.Contains(i.RightId)).Select(i => new { i.RightId, OfCase = i.CaseId != null, Gone = i.RemovedOn != null }).ToListAsync(ct)).ToLookup(i => i.RightId);
        var renewals = (await db.RightTerms.AsNoTracking().Where(t => ids.Contains(t.RightId) && t.Seq > 1).Select(t => t.RightId).ToListAsync(ct)).CountBy(t => t).ToDictionary();
        var scans = (await db.DossierPapers.AsNoTracking().Where(p => ids.Contains(p.DossierId) && p.State == PaperState.Current).Select(p => new { p.DossierId, p.Item }).ToListAsync(ct)).ToLookup(p => p.DossierId, p => p.Item);
        passedOn ??= await db.Dossiers.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.PassedOn, ct);
        return rights.ToDictionary(r => r.Id, r => Checklist.Of(
            new DossierFacts(r.Kind, r.State, r.Basis, r.Numbered, r.Certified, r.OfCase, people[r.Id].Count(), people[r.Id].Count(p => p.OfCase), people[r.Id].Count(p => p.Gone), renewals.GetValueOrDefault(r.Id), passedOn.GetValueOrDefault(r.Id)),
            items, scans[r.Id].CountBy(i => i).ToDictionary()));
    }

    public async Task<IReadOnlyList<ChecklistLine>> ChecklistAsync(Guid id, CancellationToken ct) => (await ChecklistsAsync([id], null, ct)).GetValueOrDefault(id) ?? [];

    public async Task<IReadOnlyDictionary<string, string>> ItemNamesAsync(CancellationToken ct) => (await ItemsAsync(ct)).ToDictionary(i => i.Id, i => i.Name);

    /// <summary>死亡证明…、承办人身份证件… of codes.</summary>
    public static string Names(string codes, IReadOnlyDictionary<string, string> names) => string.Join("、", Checklist.Read(codes).Select(c => names.GetValueOrDefault(c, c)));

    /// <summary>A whole number of the rules of the place and day.</summary>
    public Outcome<int> Limit(string key, string division)
    {
        if (!desk.Rules.Find(key, division, desk.Today).Try(out var rule, out var problem)) return problem;
        return int.TryParse(rule.Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var most) ? most : new Problem("cemetery.dossier.rule", $"规则“{key}”的值“{rule.Value}”不是整数。请管理员核对城市包的规则表。");
    }
}

internal sealed record OpenedDossier(Dossier Dossier, PlotRight Right, Position Position);
