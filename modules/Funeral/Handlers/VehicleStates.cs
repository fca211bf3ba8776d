using Anmin.Contracts.Funeral;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dispatch;
using Anmin.Funeral.Resources;
using Anmin.Funeral.Scheduling;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Handlers;

/// <summary>Answers <see cref="IVehicleStates"/>.</summary>
internal sealed class VehicleStates(CaseFile file, Rota rota) : IVehicleStates
{
    public async Task<IReadOnlyList<VehicleState>> OfAsync(IReadOnlyCollection<string> institutions, CancellationToken ct)
    {
        var vehicles = await file.Db.Resources.AsNoTracking().Where(r => institutions.Contains(r.Institution) && r.Kind == ResourceKind.Vehicle).OrderBy(r => r.Id).Select(r => new { r.Id, r.Institution, r.Name }).ToListAsync(ct);
        var off = (await file.Db.VehicleRecords.AsNoTracking().Where(r => institutions.Contains(r.Institution) && r.OutOfServiceSince != null).Select(r => r.Id).ToListAsync(ct)).ToHashSet();
        var ids = vehicles.ConvertAll(v => v.Id);
        var running = (await file.Db.Pickups.AsNoTracking().Where(p => p.Vehicle != null && ids.Contains(p.Vehicle) && TransportOrder.Running.Contains(p.Status)).Select(p => p.Vehicle!).ToListAsync(ct)).ToHashSet();
        return vehicles.ConvertAll(v => off.Contains(v.Id) ? new VehicleState(v.Id, v.Institution, v.Name, "bad", "停用") : running.Contains(v.Id) ? new(v.Id, v.Institution, v.Name, "run", "出车中") : new(v.Id, v.Institution, v.Name, "ok", "可派"));
    }

    public async Task<IReadOnlyList<OnShift>> OnShiftAsync(string institution, CancellationToken ct)
    {
        var step = (int)((file.Now - LocalClock.StartOf(file.Today, file.Zone)).TotalMinutes / Scene.StepMinutes);
        var found = new List<OnShift>();
        foreach (var (role, word) in new[] { (Rota.Driver, "司机"), (Rota.Operator, "火化工") })
            if (await rota.OfAsync(institution, role, file.Today, ct) is { } people && step < people.Count) found.Add(new(word, people[step]));
        return found;
    }
}
