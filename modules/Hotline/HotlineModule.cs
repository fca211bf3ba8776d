using Anmin.Hotline.CallBacks;
using Anmin.Hotline.Calls;
using Anmin.Hotline.Demonstration;
using Anmin.Hotline.Directory;
using Anmin.Hotline.LookUp;
using Anmin.Hotline.Quality;
using Anmin.Hotline.Scripts;
using Anmin.Hotline.Statistics;
using Anmin.Kernel;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Modules;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Hotline;

/// <summary>服务热线: one call, one screen, one case; and the directory of institutions for everybody.</summary>
public sealed class HotlineModule : IModule
{
    public string Name => "hotline";

    public IReadOnlyList<Permission> Permissions => HotlinePermissions.All;

    public void AddServices(IServiceCollection services)
    {
        services.AddUseCases(typeof(HotlineModule).Assembly);
        services.AddScoped<HotlineDesk>();
        CallsDoor.AddServices(services);
        QualityDoor.AddServices(services);
        DirectoryDoor.AddServices(services);
        services.AddSingleton<IDemoFiller, HotlineDemoFiller>();
        services.AddSingleton(new MenuEntry(8, HotlinePermissions.TakeCall, "/work/hotline", "热线", "call"));
        services.AddSingleton(new MenuEntry(65, HotlinePermissions.ReadStatistics, "/work/hotline/statistics", "热线统计", "chart"));
    }

    public void MapTables(ModelBuilder model, PersonalVault vault)
    {
        CallTables.Map(model, vault);
        ScriptStep.Map(model);
        CallBackTables.Map(model, vault);
        QualityTables.Map(model);
        DirectoryDoor.MapTables(model);
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        CallsDoor.MapRoutes(routes);
        QualityDoor.MapRoutes(routes);
        StatisticsDoor.MapRoutes(routes);
        FindAnything.Map(routes);
        DirectoryDoor.MapRoutes(routes);
    }

    public void MapPages(IEndpointRouteBuilder routes) => StatisticsDoor.MapPages(routes);

    public IReadOnlyDictionary<string, Problem> Constraints { get; } = CallTables.Constraints.Concat(QualityTables.Constraints).ToDictionary(c => c.Key, c => c.Value);

    public IEnumerable<string> Guards(DatabaseKind database) => CallTables.Guards(database);
}
