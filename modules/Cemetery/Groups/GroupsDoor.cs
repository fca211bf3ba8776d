using Anmin.Cemetery.Groups.Journeys;
using Anmin.Cemetery.Groups.Planning;
using Anmin.Cemetery.Groups.Public;
using Anmin.Cemetery.Groups.Showing;
using Anmin.Cemetery.Groups.SignUps;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Groups;

/// <summary>海葬、撒散批次.</summary>
internal static class GroupsDoor
{
    public static void AddServices(IServiceCollection services) => services.AddScoped<GroupDesk>().AddScoped<GroupNotices>().AddScoped<SigningUp>().AddSingleton<SeatReceipts>();

    public static void MapTables(ModelBuilder model, PersonalVault vault) => GroupTables.Map(model, vault);

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        OpenGroup.Map(routes);
        CloseGroup.Map(routes);
        PostponeGroup.Map(routes);
        CancelGroup.Map(routes);
        SignUpForGroup.Map(routes);
        WithdrawSeat.Map(routes);
        RecordJourney.Map(routes);
        FindEcoGroups.Map(routes);
        GetGroup.Map(routes);
        FindPublicGroups.Map(routes);
        SignUpOnline.Map(routes);
        WithdrawOnline.Map(routes);
        GetOnlineSeat.Map(routes);
    }

    public static void MapPages(IEndpointRouteBuilder routes) => PrintEcoProofs.MapPages(routes);

    public static IReadOnlyDictionary<string, Problem> Constraints => GroupTables.Constraints;

    public static IEnumerable<string> Guards(DatabaseKind kind) => GroupTables.Guards(kind);
}
