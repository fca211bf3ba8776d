using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Anmin.Ui.Frame;

/// <summary>Reads <c>?elder=1|xl|0</c> and <c>?contrast=high|normal</c>, and remembers them for a year.</summary>
public static class DisplayPreferenceMiddleware
{
    public static IApplicationBuilder UseDisplayPreference(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var before = DisplayPreference.Read(context.Request.Cookies[DisplayPreference.Cookie]);
        var now = before.Turned(context.Request.Query);
        context.Features.Set(now);
        if (now != before) Remember(context, now);
        return next(context);
    });

    private static void Remember(HttpContext context, DisplayPreference preference) =>
        context.Response.Cookies.Append(DisplayPreference.Cookie, preference.Write(), new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            Path = "/",
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
}
