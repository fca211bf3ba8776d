using Anmin.Contracts.Workbench;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Dossiers.Export;

/// <summary>整区导出 in the tray of whoever asked for it.</summary>
internal sealed class DossierExportsInTray(AnminDb db) : ITrayWork
{
    private const int Most = 50;

    public Permission Permission => CemeteryPermissions.ExportDossier;

    public async Task<IReadOnlyList<TrayLine>> OfAsync(string person, DateTimeOffset since, CancellationToken ct)
    {
        var rows = await db.DossierExports.AsNoTracking().Where(e => e.AskedBy == person && (e.AskedAt >= since || e.State == ExportState.Waiting || e.State == ExportState.Running || e.State == ExportState.Ready)).OrderByDescending(e => e.Id).Take(Most).ToListAsync(ct);
        var ids = rows.ConvertAll(e => e.SectionId);
        var names = await db.Set<Grounds.Section>().AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        return rows.ConvertAll(e => new TrayLine(e.Id, "导出", $"一墓一档：{names.GetValueOrDefault(e.SectionId, "")}{(e.GapsOnly ? "，只有缺项的" : "")}", e.AskedAt, Of(e.State), e.Made, e.Total, "份")
        {
            Href = "/work/cemetery/dossiers/exports",
            FilePath = e.State == ExportState.Ready ? $"/work/cemetery/dossiers/exports/{e.Id}" : null,
            Size = e.Size,
            KeepUntil = e.KeepUntil,
            Note = e.Failure,
        });
    }

    public Task<int> OpenAsync(string person, CancellationToken ct) => db.DossierExports.CountAsync(e => e.AskedBy == person && (e.State == ExportState.Waiting || e.State == ExportState.Running), ct);

    private static TrayState Of(ExportState state) => state switch
    {
        ExportState.Waiting => TrayState.Waiting,
        ExportState.Running => TrayState.Running,
        ExportState.Ready => TrayState.Done,
        ExportState.Gone => TrayState.Gone,
        _ => TrayState.Failed,
    };
}
