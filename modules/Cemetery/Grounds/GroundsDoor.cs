using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Grounds;

/// <summary>墓园、墓区、墓位.</summary>
internal static class GroundsDoor
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IPackFile>(GroundFile.File);
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
    }

    public static void MapPages(IEndpointRouteBuilder routes)
    {
    }
}
