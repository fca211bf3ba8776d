using Anmin.Cemetery.Grounds.Import;
using Anmin.Cemetery.Plan;
using Anmin.Kernel.Packs;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Grounds;

/// <summary>墓园、墓区、墓位.</summary>
internal static class GroundsDoor
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IPackFile>(GroundFile.File);
        services.AddScoped<GroundDesk>().AddScoped<PositionShelf>().AddScoped<LayerChoices>();
        services.AddSingleton(new MenuEntry(58, CemeteryPermissions.ReadGrounds, "/work/cemetery", "公墓", "grave"));
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        OpenSection.Map(routes);
        ChangeSection.Map(routes);
        ArrangePositions.Map(routes);
        AddPosition.Map(routes);
        ChangePosition.Map(routes);
        OpenPositions.Map(routes);
        BlockPosition.Map(routes);
        UnblockPosition.Map(routes);
        ImportPlan.Map(routes);
        FindSections.Map(routes);
        GetSectionPlan.Map(routes);
        FindPositions.Map(routes);
        ExportPositions.Map(routes);
        GetPosition.Map(routes);
    }

    public static void MapPages(IEndpointRouteBuilder routes)
    {
    }
}
