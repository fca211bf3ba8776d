using Anmin.Billing.Bills;
using Anmin.Billing.Lists;
using Anmin.Billing.Public;
using Anmin.Kernel;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Modules;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Billing;

/// <summary>收费: what may be charged, what was charged, and the money.</summary>
public sealed class BillingModule : IModule
{
    public string Name => "billing";

    public IReadOnlyList<Permission> Permissions => BillingPermissions.All;

    public void AddServices(IServiceCollection services)
    {
        services.AddUseCases(typeof(BillingModule).Assembly);
        ListsDoor.AddServices(services);
        BillsDoor.AddServices(services);
        PublicDoor.AddServices(services);
    }

    public void MapTables(ModelBuilder model, PersonalVault vault)
    {
        ListTables.Map(model);
        BillsDoor.MapTables(model, vault);
        PublicDoor.MapTables(model);
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        ListsDoor.MapRoutes(routes);
        BillsDoor.MapRoutes(routes);
        PublicDoor.MapRoutes(routes);
    }

    public void MapPages(IEndpointRouteBuilder routes) => BillsDoor.MapPages(routes);

    public IReadOnlyDictionary<string, Problem> Constraints { get; } = ListTables.Constraints.Concat(BillsDoor.Constraints).ToDictionary(c => c.Key, c => c.Value);

    public IEnumerable<string> Guards(DatabaseKind database) => [.. ListTables.Guards(database), .. BillsDoor.Guards(database)];
}
