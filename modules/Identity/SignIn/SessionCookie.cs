using System.Security.Claims;
using Anmin.Contracts.Identity;
using Anmin.Identity.Sessions;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Identity.SignIn;

/// <summary>
/// The cookie names a row of <c>identity_session</c> and carries its ticket, nothing else. The row is looked at on every request,
/// so that what is ended on one node is ended on all; rights are read afresh too, so that a change of post takes effect at once.
/// </summary>
public static class SessionCookie
{
    public const string Scheme = "anmin";
    private const string SessionId = "sid", Ticket = "ticket";

    public static IServiceCollection AddSessionCookie(this IServiceCollection services)
    {
        services.AddAuthentication(Scheme).AddCookie(Scheme, o =>
        {
            o.Cookie.Name = "anmin-session";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.Cookie.Path = "/";
            o.Cookie.IsEssential = true;
            o.CookieManager = new HostPrefixed();
            o.ExpireTimeSpan = SessionSettings.CookieLife;
            o.SlidingExpiration = false;
            o.LoginPath = "/sign-in";
            o.Events.OnValidatePrincipal = ValidateAsync;
        });
        return services;
    }

    /// <summary>The signed-in person with rights as of now; null for the public.</summary>
    public static Actor? ActorOf(HttpContext context)
        => context.RequestServices.GetRequiredService<CurrentSession>().Session is { } session ? context.RequestServices.GetRequiredService<IStaffDirectory>().ActorOf(session.StaffId) : null;

    /// <summary>Gives the browser a session that a use case has begun, or its new ticket.</summary>
    internal static Task BeginAsync(HttpContext context, Session session)
    {
        var who = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, session.StaffId), new Claim(SessionId, session.Id.ToString("N")), new Claim(Ticket, session.Ticket.ToString("N"))], Scheme);
        return context.SignInAsync(Scheme, new ClaimsPrincipal(who), new AuthenticationProperties { IssuedUtc = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), IsPersistent = context.RequestServices.GetRequiredService<SessionDoor>().InField(session.StaffId) });
    }

    internal static Task EndAsync(HttpContext context) => context.SignOutAsync(Scheme);

    private static async Task ValidateAsync(CookieValidatePrincipalContext cookie)
    {
        var context = cookie.HttpContext;
        // files are the same for everybody: no row is read for them, and nobody is signed in while they are sent
        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) return;
        if (Guid.TryParse(cookie.Principal?.FindFirstValue(SessionId), out var id) && Guid.TryParse(cookie.Principal?.FindFirstValue(Ticket), out var ticket) && await StandsAsync(context, id, ticket) is not false) return;
        cookie.RejectPrincipal();
        await context.SignOutAsync(Scheme);
    }

    /// <returns>Null where the database does not say: nobody is signed in then, and the cookie stays.</returns>
    private static async Task<bool?> StandsAsync(HttpContext context, Guid id, Guid ticket)
    {
        try
        {
            return await context.RequestServices.GetRequiredService<SessionDoor>().OpenAsync(id, ticket, context.RequestAborted);
        }
        catch (Exception e) when (context.RequestServices.GetRequiredService<AnminDb>().IsAway(e))
        {
            // the page that tells of it passes here again
            if (context.Features.Get<IExceptionHandlerFeature>() is not null) return null;
            throw new BadHttpRequestException("The database is away.", StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>Over https the name gets <c>__Host-</c>, which no neighbouring subdomain can set.</summary>
    private sealed class HostPrefixed : ICookieManager
    {
        private readonly ChunkingCookieManager inner = new();

        public string? GetRequestCookie(HttpContext context, string key) => inner.GetRequestCookie(context, Named(context, key));

        /// <summary>A kept cookie says how long, not until when: the phone's clock may be wrong.</summary>
        public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options)
        {
            if (options.Expires is not null) (options.MaxAge, options.Expires) = (SessionSettings.CookieLife, null);
            inner.AppendResponseCookie(context, Named(context, key), value, options);
        }

        public void DeleteCookie(HttpContext context, string key, CookieOptions options) => inner.DeleteCookie(context, Named(context, key), options);

        private static string Named(HttpContext context, string key) => context.Request.IsHttps ? "__Host-" + key : key;
    }
}
