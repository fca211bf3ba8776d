using Anmin.Cemetery.Burials.Moves;
using Anmin.Cemetery.Burials.Orders;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Burials;

/// <summary>安葬、迁葬、寄存.</summary>
internal static class BurialsDoor
{
    public static void AddServices(IServiceCollection services) => services.AddScoped<Laying>().AddScoped<CommunalRights>();

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        ArrangeBurial.Map(routes);
        CancelBurial.Map(routes);
        RecordInterment.Map(routes);
        FindBurials.Map(routes);
        GetBurialPlace.Map(routes);
        GetBurialProof.Map(routes);
        RelocateBurial.Map(routes);
        ExhumeBurial.Map(routes);
        ApproveMove.Map(routes);
        FinishMove.Map(routes);
        GiveWorkOrder.Map(routes);
        DoWorkOrder.Map(routes);
        FindWorkOrders.Map(routes);
    }

    public static void MapPages(IEndpointRouteBuilder routes)
    {
    }
}
