using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Identity.Administration.Parameters;

/// <summary>Turns a parameter, or puts its standard back. In force at once.</summary>
internal sealed class ChangeSetting(SettingDesk desk) : IUseCase<ChangeSetting.Request, Done>
{
    /// <param name="Value">Null puts the standard back.</param>
    public sealed record Request(string Key, string? Value, string Reason) : IHasReason;

    public Permission Permission => IdentityPermissions.ChangeSettings;

    public Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct) => desk.ChangeAsync(security: false, request.Key, request.Value, request.Reason, ct);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ChangeSetting, Request, Done>("/settings");
}

/// <summary>The same for what decides how people get in.</summary>
internal sealed class ChangeSecuritySetting(SettingDesk desk) : IUseCase<ChangeSecuritySetting.Request, Done>
{
    /// <param name="Value">Null puts the standard back.</param>
    public sealed record Request(string Key, string? Value, string Reason) : IHasReason;

    public Permission Permission => IdentityPermissions.ChangeSecuritySettings;

    public Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct) => desk.ChangeAsync(security: true, request.Key, request.Value, request.Reason, ct);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ChangeSecuritySetting, Request, Done>("/security-settings");
}
