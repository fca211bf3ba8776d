using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Public;

/// <summary>墓位公开查询、网上留位: for everybody, without signing in.</summary>
internal static class PublicDoor
{
    public static void AddServices(IServiceCollection services) => services.AddScoped<PublicYard>().AddSingleton<HoldReceipts>();

    public static void MapTables(ModelBuilder model, PersonalVault vault)
    {
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        FindPublicGrounds.Map(routes);
        GetPublicGround.Map(routes);
        GetPublicPosition.Map(routes);
        ReserveOnline.Map(routes);
        CancelOnlineHold.Map(routes);
        GetOnlineHold.Map(routes);
    }

    public static void MapPages(IEndpointRouteBuilder routes)
    {
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>();

    public static IEnumerable<string> Guards(DatabaseKind kind) => [];
}
