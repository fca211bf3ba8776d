using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Identity.Entering;

/// <summary>Carries <see cref="Halfway"/> from one step of signing in to the next: sealed, ten minutes, sent to the sign-in pages only. Lax, for the way back from another provider is a step too.</summary>
internal static class HalfwayCookie
{
    private const string Name = "anmin-entering", Purpose = "halfway";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    public static void Give(HttpContext context, Halfway halfway)
        => context.Response.Cookies.Append(Name, Seal(context).Close(Purpose, JsonSerializer.Serialize(halfway), Life), Options(context));

    public static Halfway? Read(HttpContext context)
        => Seal(context).Open(Purpose, context.Request.Cookies[Name]) is { } text ? JsonSerializer.Deserialize<Halfway>(text) : null;

    public static void Take(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context));

    private static TimedSeal Seal(HttpContext context) => context.RequestServices.GetRequiredService<TimedSeal>();

    private static CookieOptions Options(HttpContext context)
        => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/sign-in", IsEssential = true };
}
