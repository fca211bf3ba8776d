using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Compliance;

/// <summary>合规清单.</summary>
internal static class ComplianceDoor
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<SectionSweep>().AddScoped<GroundSweep>().AddScoped<FindingShelf>();
        services.AddSingleton<IJob, ComplianceRound>();
    }

    public static void MapTables(ModelBuilder model, PersonalVault vault) => FindingTables.Map(model);

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        RunCompliance.Map(routes);
        FindFindings.Map(routes);
        GetFinding.Map(routes);
        JudgeFinding.Map(routes);
        SecondFinding.Map(routes);
        ExportFindings.Map(routes);
    }

    public static void MapPages(IEndpointRouteBuilder routes)
    {
    }

    public static IReadOnlyDictionary<string, Problem> Constraints => FindingTables.Constraints;

    public static IEnumerable<string> Guards(DatabaseKind kind) => [];
}
