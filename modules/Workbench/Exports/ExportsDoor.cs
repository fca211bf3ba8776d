using Anmin.Contracts.Workbench;
using Anmin.Kernel.Jobs;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Workbench.Exports;

/// <summary>后台导出.</summary>
internal static class ExportsDoor
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<IExportDesk, ExportDesk>().AddScoped<ITrayWork, ExportsInTray>();
        services.AddSingleton<ExportRound>();
        services.AddSingleton<IJob>(s => s.GetRequiredService<ExportRound>());
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        CancelListExport.Map(routes);
        DownloadListExport.Map(routes);
    }

    public static void MapPages(IEndpointRouteBuilder routes)
    {
        CancelListExport.MapPage(routes);
        DownloadListExport.MapPage(routes);
    }
}
