using Anmin.Funeral.Timetable;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Funeral.Scheduling;

/// <summary>排期: halls, cremators and vehicles of a day, by hand and by plan.</summary>
internal static class SchedulingDoor
{
    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["funeral_schedule_wish_people"] = SchedulingProblems.PeopleRange,
        ["funeral_maintenance_order"] = SchedulingProblems.InPast,
    };

    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<SceneMaker>().AddScoped<PlannedTrips>().AddScoped<Rota>().AddScoped<Replanning>().AddScoped<MovedNotices>().AddScoped<Conflicts>();
        services.AddSingleton(Shift.PackFile);
        services.AddSingleton(new MenuEntry(38, FuneralPermissions.ReadSchedule, "/work/schedule", "排期", "calendar"));
    }

    public static void MapTables(ModelBuilder model, PersonalVault vault)
    {
        ScheduleWish.Map(model);
        Shift.Map(model);
        Maintenance.Map(model);
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        GetSchedule.Map(routes);
        RecordWish.Map(routes);
        FindSlotsTogether.Map(routes);
        BookTime.Map(routes);
        MoveBooking.Map(routes);
        CancelBooking.Map(routes);
        PlanDay.Map(routes);
        AdoptPlan.Map(routes);
        RecordMaintenance.Map(routes);
        StopForRepair.Map(routes);
    }

    public static void MapPages(IEndpointRouteBuilder routes)
    {
    }

    public static IEnumerable<string> Guards(DatabaseKind database) => [];
}
