using Anmin.Booking.Slots;
using Anmin.Booking.Places;
using Anmin.Booking.Reservations;
using Anmin.Contracts.Booking;
using Anmin.Kernel;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Modules;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Booking;

/// <summary>预约·排期: who has what, from when to when; a slot is never sold twice.</summary>
public sealed class BookingModule : IModule
{
    public string Name => "booking";

    public IReadOnlyList<Permission> Permissions => BookingPermissions.All;

    public void AddServices(IServiceCollection services)
    {
        services.AddUseCases(typeof(BookingModule).Assembly);
        services.AddScoped<IBookings, BookingDesk>();
        services.AddSingleton<IJob, LapseHoldsRound>();
        PlacesDoor.AddServices(services);
    }

    public void MapTables(ModelBuilder model, PersonalVault vault)
    {
        ReservationTables.Map(model);
        PlacesDoor.MapTables(model, vault);
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        LapseHolds.Map(routes);
        PlacesDoor.MapRoutes(routes);
    }

    public IReadOnlyDictionary<string, Problem> Constraints { get; } = ReservationTables.Constraints.Concat(PlacesDoor.Constraints).ToDictionary(c => c.Key, c => c.Value);

    public IReadOnlyList<Kernel.Lanes.ILaneRows> LaneRows { get; } = [new PlaceRows()];

    public IEnumerable<string> Guards(DatabaseKind database) => [.. ReservationTables.Guards(database), .. PlacesDoor.Guards(database)];
}
