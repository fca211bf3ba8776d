using Anmin.Kernel;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Modules;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Booking;

/// <summary>预约·排期: who has what, from when to when; a slot is never sold twice.</summary>
public sealed class BookingModule : IModule
{
    public string Name => "booking";

    public IReadOnlyList<Permission> Permissions => BookingPermissions.All;

    public void AddServices(IServiceCollection services) => services.AddUseCases(typeof(BookingModule).Assembly);

    public void MapTables(ModelBuilder model, PersonalVault vault)
    {
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
