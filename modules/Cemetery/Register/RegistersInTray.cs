using Anmin.Contracts.Workbench;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Register;

/// <summary>旧墓册导入 in the tray of whoever confirmed it. What is only checked waits for a person and is no work of ours.</summary>
internal sealed class RegistersInTray(AnminDb db) : ITrayWork
{
    private const int Most = 50;

    public Permission Permission => CemeteryPermissions.ImportRegister;

    public async Task<IReadOnlyList<TrayLine>> OfAsync(string person, DateTimeOffset since, CancellationToken ct)
    {
        var rows = await db.RegisterImports.AsNoTracking().Where(i => i.ConfirmedBy == person && (i.State == RegisterState.Loading || (i.State == RegisterState.Done && i.DoneAt >= since))).OrderByDescending(i => i.Id).Take(Most)
            .Select(i => new { i.Id, i.FileName, At = i.ConfirmedAt ?? i.At, i.State, i.Plots, i.LoadedPlots, i.BadRows }).ToListAsync(ct);
        return rows.ConvertAll(i => new TrayLine(i.Id, "导入", i.FileName, i.At, i.State == RegisterState.Done ? TrayState.Done : i.LoadedPlots == 0 ? TrayState.Waiting : TrayState.Running, i.LoadedPlots, i.Plots, "个墓位")
        {
            Href = $"/work/cemetery/register/{i.Id}",
            Note = i.BadRows > 0 ? $"{i.BadRows} 行要改" : null,
        });
    }

    public Task<int> OpenAsync(string person, CancellationToken ct) => db.RegisterImports.CountAsync(i => i.State == RegisterState.Loading && i.ConfirmedBy == person, ct);
}
