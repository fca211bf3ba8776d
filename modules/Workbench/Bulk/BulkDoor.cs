using Anmin.Contracts.Workbench;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Jobs;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Workbench.Bulk;

/// <summary>批量办理.</summary>
internal static class BulkDoor
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<BulkDesk>().AddScoped<ITrayWork, BulkInTray>().AddScoped<IBulkChoices, BulkShelf>();
        services.AddSingleton<BulkRound>();
        services.AddSingleton<IJob>(s => s.GetRequiredService<BulkRound>());
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        PreviewBulk.Map(routes);
        StartBulk.Map(routes);
        StopBulk.Map(routes);
        UndoBulk.Map(routes);
        GetBulk.Map(routes);
        ExportBulk.Map(routes);
    }

    public static void MapPages(IEndpointRouteBuilder routes) => ExportBulk.MapPage(routes);
}

/// <summary>For the lists: what the person at hand may do on many rows.</summary>
internal sealed class BulkShelf(IEnumerable<IBulkAction> actions, CurrentActor current) : IBulkChoices
{
    public IReadOnlyList<BulkChoice> Of(string listPath) => [.. actions.Where(a => a.ListPath == listPath && current.Actor.May(a.Permission)).Select(a => new BulkChoice(a.Title, "/work/bulk/" + a.Action))];
}
