using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Workbench.Filters;

/// <summary>保存的筛选.</summary>
internal static class FiltersDoor
{
    public static void AddServices(IServiceCollection services) => services.AddScoped<FilterDesk>().AddScoped<ISavedFilters, FilterShelf>();

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        FindFilters.Map(routes);
        SaveFilter.Map(routes);
        RenameFilter.Map(routes);
        ShareFilter.Map(routes);
        PreferFilter.Map(routes);
        DropFilter.Map(routes);
    }
}
