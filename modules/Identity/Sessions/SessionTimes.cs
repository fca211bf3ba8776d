using Anmin.Contracts.Identity;
using Anmin.Identity.Citizens;
using Anmin.Kernel.Settings;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Identity.Sessions;

/// <summary>What the page says about the end of the session it was drawn in.</summary>
internal sealed class SessionTimes(CurrentSession current, SessionDoor door, ICurrentCitizen citizen, SettingBook settings, TimeProvider clock) : ISessionTime
{
    public async ValueTask<SessionTime?> OfAsync(Surface surface, CancellationToken ct)
    {
        if (surface == Surface.Citizen)
            return await citizen.FindAsync(ct) is null ? null : new(settings.Minutes(CitizenSettings.Idle), TimeSpan.FromHours(settings.Number(CitizenSettings.Longest)));
        return current.Session is { } session ? new(door.IdleOf(session), session.BeganAt + TimeSpan.FromHours(settings.Number(SessionSettings.Longest)) - clock.GetUtcNow()) : null;
    }

    /// <summary>继续使用: coming through the door is what keeps a session.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/session/stay", async (string? of, ISessionTime times, HttpContext http) =>
        await times.OfAsync(of == "citizen" ? Surface.Citizen : Surface.Work, http.RequestAborted) is null ? Results.StatusCode(StatusCodes.Status410Gone) : Results.NoContent()).ExcludeFromDescription();
}
