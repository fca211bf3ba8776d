using System.Text;
using Anmin.Contracts.Workbench;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Settings;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Workbench.Exports;

internal sealed class ExportDesk(AnminDb db, CurrentActor current, SettingBook settings, IEnumerable<IListExport> lists, PersonalVault vault, TimeProvider clock) : IExportDesk
{
    private const int MostTitle = 200;

    public int AtOnce => (int)settings.Number(WorkbenchSettings.AtOnce);

    public async Task<Outcome<Guid>> AskAsync(ExportOrder order, CancellationToken ct)
    {
        var list = lists.Single(l => l.List == order.List);
        var (most, atATime) = (settings.Number(WorkbenchSettings.Most), settings.Number(WorkbenchSettings.OpenMost));
        if (order.Total > most) return WorkbenchProblems.TooMany(order.Total, most);
        var by = current.Actor;
        if (await db.ListExports.CountAsync(e => e.Person == by.Id && (e.State == ListExportState.Waiting || e.State == ListExportState.Running), ct) >= atATime) return WorkbenchProblems.TooManyOpen(atATime);
        var title = order.Says.Length == 0 ? list.Title : $"{list.Title}：{order.Says}";
        var export = ListExport.Ask(list.List, title[..Math.Min(title.Length, MostTitle)], ScannedFile.Seal(vault, ListExport.FilterColumn, Encoding.UTF8.GetBytes(order.Filter)), order.Total, by, by.ReachOf(list.Permission), clock.GetUtcNow());
        db.Add(export);
        return export.Id;
    }
}
