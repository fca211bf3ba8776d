using Anmin.Contracts.Workbench;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Workbench.Exports;

/// <summary>后台导出 in the tray.</summary>
internal sealed class ExportsInTray(AnminDb db) : ITrayWork
{
    private const int Most = 50;

    public Permission Permission => Permission.SignedIn;

    public async Task<IReadOnlyList<TrayLine>> OfAsync(string person, DateTimeOffset since, CancellationToken ct)
    {
        var rows = await db.ListExports.AsNoTracking().Where(e => e.Person == person && (e.AskedAt >= since || e.State == ListExportState.Waiting || e.State == ListExportState.Running || e.State == ListExportState.Ready)).OrderByDescending(e => e.Id).Take(Most).ToListAsync(ct);
        return rows.ConvertAll(e => new TrayLine(e.Id, "导出", e.Title, e.AskedAt, Of(e.State), e.Made, e.Total, "行")
        {
            FilePath = e.State == ListExportState.Ready ? $"/work/tasks/exports/{e.Id}" : null,
            CancelPath = e.IsOpen ? $"/work/tasks/exports/{e.Id}/cancel" : null,
            Size = e.Size,
            KeepUntil = e.KeepUntil,
            Note = e.Failure,
        });
    }

    public Task<int> OpenAsync(string person, CancellationToken ct) => db.ListExports.CountAsync(e => e.Person == person && (e.State == ListExportState.Waiting || e.State == ListExportState.Running), ct);

    private static TrayState Of(ListExportState state) => state switch
    {
        ListExportState.Waiting => TrayState.Waiting,
        ListExportState.Running => TrayState.Running,
        ListExportState.Ready => TrayState.Done,
        ListExportState.Cancelled => TrayState.Cancelled,
        ListExportState.Gone => TrayState.Gone,
        _ => TrayState.Failed,
    };
}
