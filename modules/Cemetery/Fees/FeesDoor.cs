using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Fees;

/// <summary>维护管理费.</summary>
internal static class FeesDoor
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
