using Anmin.Funeral.Desk;
using Anmin.Contracts.Funeral;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Arrangement;

/// <summary>Answers <see cref="IArrangements"/>.</summary>
internal sealed class Arrangements(AnminDb db) : IArrangements
{
    public async Task<SignedArrangement?> CurrentOfAsync(Guid caseId, CancellationToken ct)
    {
        if (!await db.DeathCases.AnyAsync(c => c.Id == caseId, ct)) return null;
        var all = await db.Set<ArrangementVersion>().AsNoTracking().Include(v => v.Items).Where(v => v.CaseId == caseId && v.State == ArrangementState.Signed).ToListAsync(ct);
        return ArrangementVersion.Current(all) is not { } v ? null
            : new(v.Id, caseId, v.Edition, v.Number, v.ContractNumber, v.SignedAt!.Value, [.. v.Items.OrderBy(i => i.Line).Select(i => new ArrangedItem(i.Code, i.Name, i.Unit, i.Quantity, i.Fen))]);
    }
}
