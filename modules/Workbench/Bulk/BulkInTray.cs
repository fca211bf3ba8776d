using Anmin.Contracts.Workbench;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Workbench.Bulk;

/// <summary>批量办理 in the tray.</summary>
internal sealed class BulkInTray(AnminDb db) : ITrayWork
{
    private const int Most = 50;

    public Permission Permission => Permission.SignedIn;

    public async Task<IReadOnlyList<TrayLine>> OfAsync(string person, DateTimeOffset since, CancellationToken ct)
    {
        var rows = await Open(person).Concat(db.BulkRuns.AsNoTracking().Where(r => r.Person == person && r.AskedAt >= since && r.State != BulkRunState.Waiting && r.State != BulkRunState.Running && r.State != BulkRunState.Undoing)).OrderByDescending(r => r.Id).Take(Most).ToListAsync(ct);
        return rows.ConvertAll(r => new TrayLine(r.Id, "批量", (r.State is BulkRunState.Undoing or BulkRunState.Undone ? "撤销：" : "") + r.Title, r.AskedAt, Of(r.State), r.State == BulkRunState.Undoing ? r.TakenBack + r.Stuck : r.Good + r.Refused, r.State == BulkRunState.Undoing ? r.Good : r.Total, r.Unit)
        {
            Href = $"/work/bulk/runs/{r.Id}",
            Note = (r.Refused, r.Stuck) switch { (0, 0) => null, (_, > 0) => $"{r.Stuck}{r.Unit}没有撤销成", _ => $"{r.Refused}{r.Unit}没有办成" },
        });
    }

    public Task<int> OpenAsync(string person, CancellationToken ct) => Open(person).CountAsync(ct);

    private IQueryable<BulkRun> Open(string person) => db.BulkRuns.AsNoTracking().Where(r => r.Person == person && (r.State == BulkRunState.Waiting || r.State == BulkRunState.Running || r.State == BulkRunState.Undoing));

    private static TrayState Of(BulkRunState state) => state switch
    {
        BulkRunState.Waiting => TrayState.Waiting,
        BulkRunState.Running or BulkRunState.Undoing => TrayState.Running,
        BulkRunState.Stopped => TrayState.Cancelled,
        _ => TrayState.Done,
    };
}
