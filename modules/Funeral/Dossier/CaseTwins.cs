using Anmin.Funeral.Cases;
using Anmin.Kernel.Data;
using Anmin.Kernel.Personal;
using Anmin.Ui.Words;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Dossier;

/// <summary>Cases that may be the same person, side by side. One outside the reader's scope shows its masked name and no link.</summary>
internal sealed class CaseTwins(AnminDb db, CaseFile file)
{
    public async Task<IReadOnlyList<TwinLine>> OfAsync(Guid caseId, CancellationToken ct)
    {
        var pairs = await db.Twins.AsNoTracking().Where(t => t.CaseId == caseId || t.OtherId == caseId).OrderByDescending(t => t.Likeness).Take(10).ToListAsync(ct);
        if (pairs.Count == 0) return [];
        var ids = pairs.Select(t => t.CaseId == caseId ? t.OtherId : t.CaseId).ToList();
        var mine = await db.DeathCases.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => c.Id).ToListAsync(ct);
        var others = await db.AcrossScopes<DeathCase>("核对疑似重复").AsNoTracking().Where(c => ids.Contains(c.Id))
            .Select(c => new { c.Id, c.Number, c.Name, c.Sex, c.BirthDate, c.DiedAt, c.VoidedAt }).ToDictionaryAsync(c => c.Id, ct);
        return [.. pairs.Select(t => (t, Other: others.GetValueOrDefault(t.CaseId == caseId ? t.OtherId : t.CaseId))).Where(p => p.Other is not null).Select(p =>
        {
            var (t, o) = (p.t, p.Other!);
            var seen = mine.Contains(o.Id);
            return new TwinLine(o.Id, o.Number, seen ? o.Name?.Text ?? "姓名待补" : o.Name?.Masked ?? "姓名待补", o.Sex.Label(),
                o.BirthDate is { } b ? ChineseTime.IsoDate(b) : "没有登记", o.DiedAt is { } d ? ChineseTime.Stamp(d, file.Zone) : "没有登记", t.Why,
                o.VoidedAt is not null ? "那一份已作废" : t.Verdict switch { "different" => "已核对：不是同一人", "same" => "已核对：是同一人", _ => "" }, seen);
        })];
    }
}
