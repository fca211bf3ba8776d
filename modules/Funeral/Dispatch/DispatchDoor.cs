using Anmin.Funeral.Driving;
using Anmin.Funeral.Fleet;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Funeral.Dispatch;

/// <summary>派车、行程、车辆档案: dispatch board, trips, the register of vehicles.</summary>
internal static class DispatchDoor
{
    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["funeral_pickup_vehicle_running"] = DispatchProblems.VehicleRunning,
        ["funeral_pickup.vehicle"] = DispatchProblems.VehicleRunning,
        ["funeral_pickup_driver_running"] = DispatchProblems.VehicleRunning,
        ["funeral_pickup.driver"] = DispatchProblems.VehicleRunning,
        ["funeral_pickup_order"] = DispatchProblems.ClockBack,
        ["funeral_pickup_steps"] = KernelProblems.Changed,
        ["funeral_pickup_odometer"] = DispatchProblems.OdometerBack,
        ["funeral_trip_step_once"] = KernelProblems.Changed,
        ["funeral_trip_step.order_id, funeral_trip_step.run, funeral_trip_step.act"] = KernelProblems.Changed,
        ["PK_funeral_trip_position"] = KernelProblems.Changed,
        ["funeral_trip_position.order_id, funeral_trip_position.at"] = KernelProblems.Changed,
        ["funeral_trip_position_earth"] = DispatchProblems.Position,
        ["funeral_trip_attachment_once"] = KernelProblems.Changed,
        ["funeral_trip_attachment.order_id, funeral_trip_attachment.hash"] = KernelProblems.Changed,
    };

    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<OrderDesk>().AddScoped<TripBookings>().AddScoped<Suggester>().AddScoped<Fitness>().AddScoped<VehicleDesk>();
        services.AddScoped<Distances>().AddScoped<PickupEstimates>().AddScoped<Permits>();
        services.AddSingleton<DispatchPulse>();
        foreach (var file in FleetPackFiles.All) services.AddSingleton<IPackFile>(file);
        services.AddSingleton(new MenuEntry(18, FuneralPermissions.ReadDispatch, "/work/dispatch", "调度", "dispatch"));
        services.AddSingleton(new MenuEntry(19, FuneralPermissions.RecordTrip, "/m/trip", "行程", "dispatch"));
        services.AddSingleton(new MenuEntry(55, FuneralPermissions.ReadVehicles, "/work/vehicles", "车辆", "dispatch"));
    }

    public static void MapTables(ModelBuilder model, PersonalVault vault) => DispatchTables.Map(model, vault);

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        DispatchVehicle.Map(routes);
        FailPickup.Map(routes);
        FindBoard.Map(routes);
        FindSuggestions.Map(routes);
        RecordTripStep.Map(routes);
        GiveUpTripItem.Map(routes);
        RecordPositions.Map(routes);
        AttachPicture.Map(routes);
        GetPicture.Map(routes);
        FindMyTrips.Map(routes);
        GetTrip.Map(routes);
        ReplayTrip.Map(routes);
        ShowHandOverCode.Map(routes);
        RecordDisinfection.Map(routes);
        ReportBreakdown.Map(routes);
        RestoreVehicle.Map(routes);
        RenewPapers.Map(routes);
        FindVehicles.Map(routes);
        GetVehicle.Map(routes);
    }

    public static void MapPages(IEndpointRouteBuilder routes)
    {
        DispatchStream.Map(routes);
        DrivingPages.Map(routes);
        FleetPages.Map(routes);
    }

    public static IEnumerable<string> Guards(DatabaseKind database) => [];
}
