using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Hotline.Directory;

/// <summary>机构目录 for everybody.</summary>
internal static class DirectoryDoor
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<RouteBook>().AddSingleton<IReferencePart>(s => s.GetRequiredService<RouteBook>());
        services.AddSingleton(RouteText.PackFile);
    }

    public static void MapTables(ModelBuilder model) => RouteText.Map(model);

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        FindDirectory.Map(routes);
        GetInstitution.Map(routes);
    }
}
