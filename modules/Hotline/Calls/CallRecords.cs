using Anmin.Contracts.Hotline;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Hotline.Calls;

internal sealed class CallRecords(HotlineDesk desk) : ICallRecords
{
    public async Task<CallRecord?> FindAsync(string number, CancellationToken ct)
        => await desk.Db.Calls.AsNoTracking().Where(c => c.Number == number).Select(c => new CallRecord(c.Number, c.Caller, c.Summary)).FirstOrDefaultAsync(ct);
}
