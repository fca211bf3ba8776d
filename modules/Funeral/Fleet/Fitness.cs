using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dispatch;
using Anmin.Funeral.Resources;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Fleet;

/// <summary>Whether a vehicle and whoever drives it may leave today.</summary>
internal sealed class Fitness(CaseFile file, IStaffDirectory staff)
{
    public async Task<Problem?> RefusesAsync(Resource vehicle, string driver, bool infectious, CancellationToken ct)
    {
        var record = await file.Db.VehicleRecords.AsNoTracking().FirstOrDefaultAsync(v => v.Id == vehicle.Id, ct);
        if (Vehicle(vehicle, record, infectious) is { } why) return DispatchProblems.NotFit(vehicle.Name, why);
        var licence = await file.Db.CrewLicences.AsNoTracking().FirstOrDefaultAsync(l => l.Id == driver, ct);
        return CrewLicence.Unfit(licence, record!.LicenceClass, file.Today) is { } unfit ? DispatchProblems.CrewNotFit(staff.Find(driver)?.Name ?? driver, unfit) with { Field = "Driver" } : null;
    }

    /// <summary>Why not, as what follows the plate; null when it may.</summary>
    /// <param name="on">The day it is to go; today where nothing is said.</param>
    public string? Vehicle(Resource vehicle, VehicleRecord? record, bool infectious, DateOnly? on = null)
    {
        if (vehicle.Variant == "family") return "是送家属的车";
        if (record is null) return "没有登记营运证和年检";
        if (infectious && !vehicle.Suits.Split(' ').Contains("infectious")) return "不能接运传染病遗体";
        return record.Unfit(on ?? file.Today);
    }
}
