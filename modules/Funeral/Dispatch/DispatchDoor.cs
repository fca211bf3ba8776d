using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Funeral.Dispatch;

/// <summary>派车、行程、车辆档案: dispatch board, trips, the register of vehicles.</summary>
internal static class DispatchDoor
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
