using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Burials;

/// <summary>安葬、迁葬、寄存.</summary>
internal static class BurialsDoor
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
