using Anmin.Kernel.Packs;

namespace Anmin.Funeral.Fleet;

/// <summary>vehicle_records.csv and crew_licences.csv: how a city's register begins. What is renewed later at work is not overwritten.</summary>
internal static class FleetPackFiles
{
    public static IReadOnlyList<IPackFile> All { get; } =
    [
        new TablePackFile<VehicleRecord>("vehicle_records.csv", 220,
            [PackColumn.Refers("vehicle", "vehicles.csv").AsKey(), PackColumn.Refers("institution", "institutions.csv"), PackColumn.Text("licence", 40), PackColumn.Date("licence_until"), PackColumn.Date("inspected_until"), PackColumn.Date("insured_until"), PackColumn.OneOf("licence_class", "A1", "A2", "A3", "B1", "B2", "C1")],
            row => new VehicleRecord { Id = row["vehicle"], Institution = row["institution"], LicenceNumber = row["licence"], LicenceUntil = row.Date("licence_until"), InspectedUntil = row.Date("inspected_until"), InsuredUntil = row.Date("insured_until"), LicenceClass = row["licence_class"] })
        {
            Untouched = [nameof(VehicleRecord.LicenceUntil), nameof(VehicleRecord.InspectedUntil), nameof(VehicleRecord.InsuredUntil), nameof(VehicleRecord.OutOfServiceSince), nameof(VehicleRecord.OutOfServiceReason),
                nameof(VehicleRecord.LastTripAt), nameof(VehicleRecord.LastInfectiousAt), nameof(VehicleRecord.LastDisinfectedAt)],
        },
        new TablePackFile<CrewLicence>("crew_licences.csv", 221,
            [PackColumn.Refers("staff", "staff.csv").AsKey(), PackColumn.OneOf("class", "A1", "A2", "A3", "B1", "B2", "C1"), PackColumn.Date("until")],
            row => new CrewLicence { Id = row["staff"], Class = row["class"], Until = row.Date("until") }),
    ];
}
