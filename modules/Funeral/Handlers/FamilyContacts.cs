using Anmin.Contracts.Funeral;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Handlers;

/// <summary>Answers <see cref="IFamilyContacts"/>.</summary>
internal sealed class FamilyContacts(AnminDb db) : IFamilyContacts
{
    public async Task<FamilyContact?> OfAsync(Guid caseId, CancellationToken ct)
    {
        if (await db.AcrossScopes<DeathCase>("告诉经办人或者问经办人").AsNoTracking().Include(c => c.Handlers).FirstOrDefaultAsync(c => c.Id == caseId && c.VoidedAt == null && !c.Unidentified, ct) is not { } found) return null;
        var handler = found.Handlers.OrderBy(h => h.Rank).FirstOrDefault(h => h.Phone is not null);
        return new(handler?.Phone, handler?.PersonId, found.Name, found.PersonId, found.Division, found.Institution);
    }
}
