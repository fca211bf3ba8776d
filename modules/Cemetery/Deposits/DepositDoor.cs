using Anmin.Cemetery.Deposits.Papers;
using Anmin.Cemetery.Deposits.Unclaimed;
using Anmin.Contracts.Cemetery;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Deposits;

/// <summary>骨灰寄存.</summary>
internal static class DepositDoor
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<IRestingPlaces, RestingPlaces>().AddScoped<DepositDesk>().AddScoped<ClaimDesk>();
        services.AddSingleton<IJob, ClaimsRound>();
        services.AddSingleton<IPackFile>(new NicheFile());
    }

    public static void MapTables(ModelBuilder model, PersonalVault vault) => DepositTables.Map(model, vault);

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        FindDeposits.Map(routes);
        TakeDeposit.Map(routes);
        RenewDeposit.Map(routes);
        CollectDeposit.Map(routes);
        NotifyDeposit.Map(routes);
        AnnounceDeposits.Map(routes);
        ProposeAshesDisposal.Map(routes);
        ApproveAshesDisposal.Map(routes);
        FindUnclaimedNotices.Map(routes);
        DrawUpClaims.Map(routes);
        FindDepositPapers.Map(routes);
        DeliverDepositPapers.Map(routes);
    }

    public static void MapPages(IEndpointRouteBuilder routes) => PrintDepositPapers.MapPages(routes);

    public static IReadOnlyDictionary<string, Problem> Constraints => DepositTables.Constraints;

    public static IEnumerable<string> Guards(DatabaseKind kind) => FormerNiches.Copy(kind);
}
