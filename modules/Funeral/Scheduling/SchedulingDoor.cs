using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Funeral.Scheduling;

/// <summary>排期: halls, cremators and vehicles of a day, by hand and by plan.</summary>
internal static class SchedulingDoor
{
    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
    };

    public static void AddServices(IServiceCollection services)
    {
    }

    public static void MapTables(ModelBuilder model, PersonalVault vault)
    {
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
    }

    public static void MapPages(IEndpointRouteBuilder routes)
    {
    }

    public static IEnumerable<string> Guards(DatabaseKind database) => [];
}
