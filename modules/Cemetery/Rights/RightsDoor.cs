using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Rights;

/// <summary>留位、合同、续期.</summary>
internal static class RightsDoor
{
    public static void AddServices(IServiceCollection services)
    {
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
    }

    public static void MapPages(IEndpointRouteBuilder routes)
    {
    }
}
