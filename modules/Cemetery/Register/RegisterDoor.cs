using Anmin.Cemetery.Register.Loading;
using Anmin.Cemetery.Register.Matching;
using Anmin.Cemetery.Register.Rows;
using Anmin.Cemetery.Register.Showing;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Register;

/// <summary>旧墓册导入.</summary>
internal static class RegisterDoor
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddTransient<RegisterDesk>().AddTransient<RegisterReader>().AddTransient<KnownPlots>().AddTransient<MatchProposals>();
        services.AddSingleton<Packing>();
        services.AddScoped<Contracts.Workbench.ITrayWork, RegistersInTray>();
        services.AddSingleton<IJob, RegisterRound>();
        services.AddSingleton<IDemoFiller, Demonstration.CemeteryDemoFiller>();
    }

    public static void MapTables(ModelBuilder model, PersonalVault vault) => RegisterTables.Map(model);

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        CheckRegister.Map(routes);
        ConfirmRegister.Map(routes);
        CancelRegister.Map(routes);
        LoadRegisterBatch.Map(routes);
        SplitRegisterBatch.Map(routes);
        FindRegisters.Map(routes);
        GetRegister.Map(routes);
        GetRegisterFile.Map(routes);
        FindRegisterMatches.Map(routes);
        JudgeRegisterMatch.Map(routes);
    }

    public static void MapPages(IEndpointRouteBuilder routes)
    {
    }

    public static IReadOnlyDictionary<string, Problem> Constraints => RegisterTables.Constraints;

    public static IEnumerable<string> Guards(DatabaseKind kind) => [];
}
