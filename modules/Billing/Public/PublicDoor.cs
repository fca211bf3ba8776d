using Anmin.Billing.Checker;
using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Billing.Public;

/// <summary>价格公示 and 核对收费单: what anybody may see and check without signing in.</summary>
internal static class PublicDoor
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ListShelf>().AddSingleton<IReferencePart>(s => s.GetRequiredService<ListShelf>());
        services.AddSingleton<AliasBook>().AddSingleton<IReferencePart>(s => s.GetRequiredService<AliasBook>());
        services.AddSingleton(AliasBook.File);
        services.AddScoped<PublicLists>().AddScoped<FaultLaws>();
    }

    public static void MapTables(ModelBuilder model) => AliasBook.Map(model);

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        FindPublicLists.Map(routes);
        GetPublicList.Map(routes);
        ComparePrices.Map(routes);
        ExportPrices.Map(routes);
        CheckBill.Map(routes);
    }
}
