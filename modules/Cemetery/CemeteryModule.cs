using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Compliance;
using Anmin.Cemetery.Deposits;
using Anmin.Cemetery.Dossiers;
using Anmin.Cemetery.Fees;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Groups;
using Anmin.Cemetery.Public;
using Anmin.Cemetery.Register;
using Anmin.Cemetery.Rights;
using Anmin.Kernel;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Modules;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery;

/// <summary>葬: where people rest — grounds, rights, burials, the maintenance of decades, one file a plot.</summary>
public sealed class CemeteryModule : IModule
{
    public string Name => "cemetery";

    public IReadOnlyList<Permission> Permissions => CemeteryPermissions.All;

    public void AddServices(IServiceCollection services)
    {
        services.AddUseCases(typeof(CemeteryModule).Assembly);
        services.AddScoped<CemeteryDesk>();
        GroundsDoor.AddServices(services);
        RightsDoor.AddServices(services);
        BurialsDoor.AddServices(services);
        GroupsDoor.AddServices(services);
        FeesDoor.AddServices(services);
        DepositDoor.AddServices(services);
        DossierDoor.AddServices(services);
        RegisterDoor.AddServices(services);
        ComplianceDoor.AddServices(services);
        PublicDoor.AddServices(services);
    }

    public void AddReactions(Reactions reactions)
    {
        RightsDoor.AddReactions(reactions);
        FeesDoor.AddReactions(reactions);
    }

    public void MapTables(ModelBuilder model, PersonalVault vault)
    {
        GroundTables.Map(model);
        RightsDoor.MapTables(model, vault);
        BurialTables.Map(model, vault);
        GroupsDoor.MapTables(model, vault);
        FeesDoor.MapTables(model);
        DepositDoor.MapTables(model, vault);
        DossierDoor.MapTables(model, vault);
        RegisterDoor.MapTables(model, vault);
        ComplianceDoor.MapTables(model, vault);
        PublicDoor.MapTables(model, vault);
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        GroundsDoor.MapRoutes(routes);
        RightsDoor.MapRoutes(routes);
        BurialsDoor.MapRoutes(routes);
        GroupsDoor.MapRoutes(routes);
        FeesDoor.MapRoutes(routes);
        DepositDoor.MapRoutes(routes);
        DossierDoor.MapRoutes(routes);
        RegisterDoor.MapRoutes(routes);
        ComplianceDoor.MapRoutes(routes);
        PublicDoor.MapRoutes(routes);
    }

    public void MapPages(IEndpointRouteBuilder routes)
    {
        GroundsDoor.MapPages(routes);
        RightsDoor.MapPages(routes);
        BurialsDoor.MapPages(routes);
        GroupsDoor.MapPages(routes);
        FeesDoor.MapPages(routes);
        DepositDoor.MapPages(routes);
        DossierDoor.MapPages(routes);
        RegisterDoor.MapPages(routes);
        ComplianceDoor.MapPages(routes);
        PublicDoor.MapPages(routes);
    }

    public IReadOnlyDictionary<string, Problem> Constraints { get; } =
        new[]
        {
            GroundTables.Constraints, RightsDoor.Constraints, BurialTables.Constraints, GroupsDoor.Constraints, FeesDoor.Constraints,
            DepositDoor.Constraints, DossierDoor.Constraints, RegisterDoor.Constraints, ComplianceDoor.Constraints, PublicDoor.Constraints,
        }.SelectMany(c => c).ToDictionary(c => c.Key, c => c.Value);

    public IEnumerable<string> Guards(DatabaseKind database) =>
        [.. GroundTables.Guards(database), .. RightsDoor.Guards(database), .. FeesDoor.Guards(database), .. BurialTables.Guards(database), .. GroupsDoor.Guards(database),
            .. DepositDoor.Guards(database), .. DossierDoor.Guards(database), .. RegisterDoor.Guards(database), .. ComplianceDoor.Guards(database), .. PublicDoor.Guards(database)];
}
