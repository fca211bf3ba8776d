using System.Globalization;
using System.Security.Claims;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Identity.SignIn;

/// <summary>
/// The session: a cookie that says who, and nothing else. Rights are read afresh on every request, so that a change of post
/// takes effect at once. 30 minutes idle, 12 hours at most.
/// </summary>
public static class SessionCookie
{
    public const string Scheme = "anmin";
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private const string Begun = "begun";

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
            o.ExpireTimeSpan = Idle;
            o.SlidingExpiration = true;
            o.LoginPath = "/sign-in";
            o.Events.OnValidatePrincipal = ValidateAsync;
        });
        return services;
    }

    /// <summary>The signed-in person with rights as of now; null for the public.</summary>
    public static Actor? ActorOf(HttpContext context)
        => context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? context.RequestServices.GetRequiredService<IStaffDirectory>().ActorOf(id) : null;

    internal static Task BeginAsync(HttpContext context, string staffId)
    {
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var who = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, staffId)], Scheme);
        var properties = new AuthenticationProperties { IssuedUtc = now };
        properties.Items[Begun] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return context.SignInAsync(Scheme, new ClaimsPrincipal(who), properties);
    }

    internal static Task EndAsync(HttpContext context) => context.SignOutAsync(Scheme);

    private static async Task ValidateAsync(CookieValidatePrincipalContext session)
    {
        var now = session.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var begun = session.Properties.Items.TryGetValue(Begun, out var text) && long.TryParse(text, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : default;
        var id = session.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        var staff = session.HttpContext.RequestServices.GetRequiredService<IStaffDirectory>();
        if (id is not null && staff.ActorOf(id) is not null && now - begun < Longest) return;
        session.RejectPrincipal();
        await session.HttpContext.SignOutAsync(Scheme);
    }

    /// <summary>Over https the name gets <c>__Host-</c>, which no neighbouring subdomain can set.</summary>
    private sealed class HostPrefixed : ICookieManager
    {
        private readonly ChunkingCookieManager inner = new();

        public string? GetRequestCookie(HttpContext context, string key) => inner.GetRequestCookie(context, Named(context, key));

        public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) => inner.AppendResponseCookie(context, Named(context, key), value, options);

        public void DeleteCookie(HttpContext context, string key, CookieOptions options) => inner.DeleteCookie(context, Named(context, key), options);

        private static string Named(HttpContext context, string key) => context.Request.IsHttps ? "__Host-" + key : key;
    }
}
