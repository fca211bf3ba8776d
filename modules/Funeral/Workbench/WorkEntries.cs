using Anmin.Funeral.Cases;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Ui.Frame;

namespace Anmin.Funeral.Workbench;

/// <summary>This module's places on the staff rail, each with how much waits there; a count stops at a hundred.</summary>
internal static class WorkEntries
{
    public static readonly IReadOnlyList<MenuEntry> All =
    [
        new(10, FuneralPermissions.ReadCases, "/work", "工作台", "workbench"),
        Counted(20, FuneralPermissions.RecordPickup, "/work/pickups", "接运", "dispatch", db => db.Pickups.Where(o => TransportOrder.Open.Contains(o.Status) && db.Set<DeathCase>().Any(c => c.Id == o.CaseId && c.IsOpen))),
        Counted(30, FuneralPermissions.ReceiveRemains, "/work/reception", "接收", "body", db => db.Remains.Where(r => r.Place == BodyPlace.InVehicle && db.Set<DeathCase>().Any(c => c.Id == r.CaseId && c.IsOpen))),
        new(35, FuneralPermissions.Arrange, "/work/arrange", "洽谈", "talk"),
        new(32, FuneralPermissions.ReadColdStore, "/work/cold-store", "冷藏", "report"),
        new(34, FuneralPermissions.GiveStayOpinion, "/work/stays", "存放", "clock"),
        Counted(36, FuneralPermissions.Prepare, "/work/preparation", "整理", "support", db => db.Set<Preparation.PreparationOrder>().Where(o => (o.State == Preparation.PreparationState.Ordered || o.State == Preparation.PreparationState.Started) && db.Set<DeathCase>().Any(c => c.Id == o.CaseId && c.IsOpen))),
        new(38, FuneralPermissions.HostCeremony, "/work/halls", "厅", "candle"),
        Counted(40, FuneralPermissions.StartCremation, "/work/cremation", "火化", "fire", db => db.DeathCases.Where(c => c.IsOpen && c.Status == CaseStatus.Arranged && c.Contract!.Disposition == Disposition.Cremation)),
        Counted(50, FuneralPermissions.HandOverAshes, "/work/ashes", "骨灰", "urn", db => db.Ashes.Where(a => a.Status == AshesStatus.Held && db.Set<DeathCase>().Any(c => c.Id == a.CaseId))),
        new(60, FuneralPermissions.ReadCases, "/work/cases", "案卷", "folder"),
    ];

    private static MenuEntry Counted<T>(int order, Permission permission, string href, string label, string icon, Func<AnminDb, IQueryable<T>> waiting)
        => new MenuEntry(order, permission, href, label, icon).Counting((db, _) => waiting(db));
}
