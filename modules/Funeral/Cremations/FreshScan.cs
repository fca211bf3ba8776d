using Anmin.Funeral.Cases;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Cremations;

/// <summary>When a first operator's scan still counts: made where the body still is, and fresh by the rule cremation.scan.valid. Page and use case ask here.</summary>
internal sealed class FreshScan(CaseFile file)
{
    /// <param name="since">Since when the body has been where it is.</param>
    public async Task<Outcome<FirstScan>> FindAsync(Guid caseId, DateTimeOffset since, string division, CancellationToken ct)
    {
        var first = await file.Db.FirstScans.AsNoTracking().SingleOrDefaultAsync(f => f.CaseId == caseId && f.At >= since, ct);
        if (first is null) return FuneralProblems.FirstScanMissing;
        if (!file.Rules.Due("cremation.scan.valid", division, first.At).Try(out var until, out var problem)) return problem;
        return file.Now < until ? first : FuneralProblems.FirstScanMissing;
    }
}
