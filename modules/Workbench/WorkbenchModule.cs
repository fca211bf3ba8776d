using Anmin.Kernel;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Modules;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Settings;
using Anmin.Workbench.Bulk;
using Anmin.Workbench.Exports;
using Anmin.Workbench.Filters;
using Anmin.Workbench.Tray;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Workbench;

/// <summary>工作台: what every desk has, whatever it works on. Long work in one tray, lists taken out in the background, filters kept under a name.</summary>
public sealed class WorkbenchModule : IModule
{
    public string Name => "workbench";

    public IReadOnlyList<Permission> Permissions => WorkbenchPermissions.All;

    public IReadOnlyList<Setting> Settings => WorkbenchSettings.All;

    public void AddServices(IServiceCollection services)
    {
        services.AddUseCases(typeof(WorkbenchModule).Assembly);
        ExportsDoor.AddServices(services);
        BulkDoor.AddServices(services);
        TrayDoor.AddServices(services);
        FiltersDoor.AddServices(services);
    }

    public void MapTables(ModelBuilder model, PersonalVault vault)
    {
        ExportTables.Map(model);
        BulkTables.Map(model);
        FilterTables.Map(model);
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        ExportsDoor.MapRoutes(routes);
        BulkDoor.MapRoutes(routes);
        TrayDoor.MapRoutes(routes);
        FiltersDoor.MapRoutes(routes);
    }

    public void MapPages(IEndpointRouteBuilder routes)
    {
        ExportsDoor.MapPages(routes);
        BulkDoor.MapPages(routes);
        SaveFilter.MapPage(routes);
    }

    public IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>([.. ExportTables.Constraints, .. BulkTables.Constraints, .. FilterTables.Constraints]);

    public IEnumerable<string> Guards(DatabaseKind database) => [.. ExportTables.Guards(database), .. BulkTables.Guards(database)];
}
