using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Billing.Lists;

/// <summary>收费清单: what may be charged, published for everybody.</summary>
internal static class ListsDoor
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<PriceBook>();
        foreach (var file in ListPackFiles.All) services.AddSingleton(file);
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
