using Anmin.Contracts.Identity;
using Anmin.Identity.Clients;
using Anmin.Identity.Sessions;
using Anmin.Identity.SingleSignOn;
using Anmin.Identity.SingleSignOn.Tokens;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Identity.Machines;

/// <summary>Programs at <c>/api</c>. What a program may is read afresh on every call: its token says what it asked for, its registration what it has.</summary>
public static class MachineAtTheDoor
{
    /// <returns>Who it is, or why it goes no further; null where the call brings no bearer token, or goes elsewhere than to the API.</returns>
    public static async Task<(Actor Actor, Problem? Refusal, int Status)?> ReadAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments("/api") || !http.Request.Headers.Authorization.ToString().StartsWith("Bearer", StringComparison.OrdinalIgnoreCase)) return null;
        var services = http.RequestServices;
        // a session that happens to come along has no say in a program's call
        services.GetRequiredService<CurrentSession>().Session = null;
        var mint = services.GetRequiredService<TokenMint>();
        var claims = BearerToken.Read(http) is { } token ? await mint.ReadAccessAsync(token, mint.ApiAudience) : null;
        if (claims is null || services.GetRequiredService<ClientBook>().Find(claims["client_id"] as string) is not { Kind: ClientKind.Machine } client)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            return Refused(MachineProblems.BadToken);
        }
        if (services.GetRequiredService<MachineLimits>().Wait(client) is { } wait)
        {
            http.Response.Headers.RetryAfter = wait.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Refused(MachineProblems.TooMany, StatusCodes.Status429TooManyRequests);
        }
        return (ActorOf(client, claims["scope"] as string ?? "", services.GetRequiredService<IInstitutionDirectory>()), null, 200);
    }

    internal static Actor ActorOf(ClientCard client, string scope, IInstitutionDirectory institutions)
    {
        var place = client.Institution is { } id ? institutions.Find(id) : null;
        var whose = place is not null ? DataScope.Of(place.Id) : client.Division is { } division ? DataScope.Below(division) : DataScope.Nothing;
        return new("client:" + client.Id, client.Name, "接口", whose, scope.Split(' ').Where(client.Permissions.Contains).ToHashSet())
        {
            Institution = place?.Id,
            InstitutionName = place?.Name,
            Division = place?.Division ?? client.Division ?? "0",
        };
    }

    private static (Actor, Problem?, int) Refused(Problem problem, int? status = null) => (Actor.Public, problem, status ?? Answers.StatusOf(problem.Kind));
}
