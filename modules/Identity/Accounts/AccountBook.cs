using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Accounts;

/// <summary>
/// Takes an account for one commit. Writing first makes whoever else tries at the same moment wait, on both databases; so failures are
/// counted one by one, and a code or a step is taken once.
/// </summary>
internal sealed class AccountBook(AnminDb db)
{
    public async Task<Account?> TakeAsync(Guid id, CancellationToken ct)
        => await db.Set<Account>().Where(a => a.Id == id).ExecuteUpdateAsync(s => s.SetProperty(a => a.Tries, a => a.Tries + 1), ct) == 0 ? null : await db.Set<Account>().SingleAsync(a => a.Id == id, ct);

    public async Task<Account?> TakeOfAsync(string staffId, CancellationToken ct)
        => await db.Set<Account>().AsNoTracking().Where(a => a.StaffId == staffId).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(ct) is { } id ? await TakeAsync(id, ct) : null;
}
