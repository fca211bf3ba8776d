using Anmin.Billing.Bills;
using Anmin.Contracts.Billing;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Families;

/// <summary>The first signed edition of a case's bill beside the one that holds.</summary>
internal sealed class BillDifferences(AnminDb db) : IBillDifferences
{
    public async Task<BillDifference?> OfCaseAsync(Guid caseId, CancellationToken ct)
    {
        if (await db.AcrossScopes<Bill>("办理投诉：报价和收费对照").AsNoTracking().FirstOrDefaultAsync(b => b.Subject == caseId && b.Kind == Bill.OfCase, ct) is not { } bill) return null;
        var wanted = new[] { bill.QuotedEdition ?? bill.Edition, bill.Edition };
        var editions = await db.Set<BillEdition>().AsNoTracking().Include(e => e.Lines).Where(e => e.BillId == bill.Id && wanted.Contains(e.Number)).ToListAsync(ct);
        var (quoted, held) = (bill.QuotedEdition is { } signed ? editions.Find(e => e.Number == signed) : null, editions.Find(e => e.Number == bill.Edition));
        Dictionary<string, (string Name, long Fen)> Sums(BillEdition? edition)
            => (edition?.Lines ?? []).GroupBy(l => l.Item + (l.Kind == LineKind.Relief ? " relief" : "")).ToDictionary(g => g.Key, g => ((g.First().Kind == LineKind.Relief ? "减免：" : "") + g.First().Name, g.Sum(l => l.AmountFen)));
        var (before, after) = (Sums(quoted), Sums(held));
        var lines = quoted is null ? [] : before.Keys.Union(after.Keys).Where(k => before.GetValueOrDefault(k).Fen != after.GetValueOrDefault(k).Fen)
            .Select(k => new BillDifferenceLine(k, after.GetValueOrDefault(k).Name ?? before[k].Name, before.GetValueOrDefault(k).Fen, after.GetValueOrDefault(k).Fen)).ToList();
        return new BillDifference(bill.Number, bill.Institution!, bill.State.ToString(), quoted?.DueFen, bill.DueFen, bill.PaidFen, bill.RefundedFen, bill.Edition, lines);
    }
}
