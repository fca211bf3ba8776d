using Anmin.Contracts.Workbench;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Workbench.Tray;

/// <summary>任务托盘.</summary>
internal static class TrayDoor
{
    public static void AddServices(IServiceCollection services) => services.AddScoped<ITaskTray, TaskTray>();

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        FindTasks.Map(routes);
        CountTasks.Map(routes);
    }
}
