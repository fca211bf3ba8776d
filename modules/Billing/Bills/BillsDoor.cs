using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Billing.Bills;

/// <summary>报价、费用清单、结算、收退款、日结.</summary>
internal static class BillsDoor
{
    public static void AddServices(IServiceCollection services)
    {
    }

    public static void MapTables(ModelBuilder model, PersonalVault vault)
    {
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>();

    public static IEnumerable<string> Guards(DatabaseKind database) => [];
}
