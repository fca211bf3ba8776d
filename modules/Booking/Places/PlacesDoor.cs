using Anmin.Booking.Slots;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Lanes;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Booking.Places;

/// <summary>预约时段: places in a slot that thousands want at once.</summary>
internal static class PlacesDoor
{
    public static LaneKind<PlaceTask, PlaceReply> Lane { get; } = new("booking.places", "booking.places", "places.changed", _ => new PlaceBook());

    public static void AddServices(IServiceCollection services)
    {
        services.AddLane(_ => Lane);
        services.AddSingleton<SlotBoard>().AddSingleton<PlaceReceipts>().AddScoped<PlaceDesk>().AddScoped<PlaceCards>();
        services.AddSingleton(new MenuEntry(55, BookingPermissions.ReadPlaces, "/work/places", "预约", "calendar"));
        services.AddSingleton(SlotPlanFile.File);
        services.AddSingleton<IJob, OpenSlotsRound>();
    }

    public static void MapTables(ModelBuilder model, PersonalVault vault) => PlaceTables.Map(model, vault);

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        OpenSlots.Map(routes);
        FindSlots.Map(routes);
        BookPlace.Map(routes);
        GetPlace.Map(routes);
        CancelPlace.Map(routes);
        FindPlaces.Map(routes);
        AttendPlace.Map(routes);
        CloseSlot.Map(routes);
    }

    public static IReadOnlyDictionary<string, Problem> Constraints => PlaceTables.Constraints;

    public static IEnumerable<string> Guards(DatabaseKind database) => PlaceTables.Guards(database);
}
