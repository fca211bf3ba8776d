using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Anmin.Identity.Sessions;
using Anmin.Identity.SignIn;
using Anmin.Kernel.Actors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Anmin.Identity.SingleSignOn.Authorize;

/// <summary>The session of whoever asks; null for the public.</summary>
internal sealed class SessionAtHand(CurrentSession current, CurrentActor actor)
{
    public async Task<Session?> OfAsync(HttpContext http)
    {
        if (current.Session is { } session) return session;
        if (!actor.Actor.IsSignedIn || await http.AuthenticateAsync(SessionCookie.Scheme) is not { Succeeded: true, Properties: { } ticket }) return null;
        // until sessions are records: the cookie's own beginning stands for one
        var begun = ticket.Items.TryGetValue("begun", out var text) && long.TryParse(text, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : default;
        return new()
        {
            Id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{actor.Actor.Id} {begun.ToUnixTimeSeconds()}"))[..16]),
            StaffId = actor.Actor.Id,
            BeganAt = begun,
            LastSeenAt = begun,
            ProvedAt = begun,
            Methods = "demo",
            Device = actor.Actor.Device,
        };
    }
}
