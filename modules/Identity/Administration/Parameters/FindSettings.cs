using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Identity.Administration.Parameters;

/// <summary>参数: what the system administrator may turn, what is in force, and who changed it.</summary>
internal sealed class FindSettings(SettingDesk desk) : IQuestion<FindSettings.Request, SettingDesk.Listing>
{
    public sealed record Request;

    public Permission Permission => IdentityPermissions.ChangeSettings;

    public async Task<Outcome<SettingDesk.Listing>> HandleAsync(Request request, CancellationToken ct) => await desk.ListAsync(security: false, ct);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindSettings, Request, SettingDesk.Listing>("/settings");
}

/// <summary>安全参数: the same of what the security administrator may turn.</summary>
internal sealed class FindSecuritySettings(SettingDesk desk) : IQuestion<FindSecuritySettings.Request, SettingDesk.Listing>
{
    public sealed record Request;

    public Permission Permission => IdentityPermissions.ChangeSecuritySettings;

    public async Task<Outcome<SettingDesk.Listing>> HandleAsync(Request request, CancellationToken ct) => await desk.ListAsync(security: true, ct);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindSecuritySettings, Request, SettingDesk.Listing>("/security-settings");
}
