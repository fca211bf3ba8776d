using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Anmin.Identity.Citizens;

/// <summary>What a citizen's browser keeps: the session's secret, the code that is under way, and a random name of the device for counting.</summary>
internal sealed class CitizenCookies(IDataProtectionProvider protection)
{
    private const string Session = "anmin-citizen", Code = "anmin-code", Device = "anmin-device";
    private readonly IDataProtector codes = protection.CreateProtector("identity.citizen-code.v1");

    /// <param name="Id">Of the code.</param>
    /// <param name="Phone">Masked, to be shown beside the field.</param>
    public sealed record UnderWay(Guid Id, string Phone);

    public static string? SessionOf(HttpContext context) => context.Request.Cookies[Name(context, Session)] is { Length: 64 } token ? token : null;

    public static void Begin(HttpContext context, string token) => context.Response.Cookies.Append(Name(context, Session), token, Options(context));

    public static void End(HttpContext context) => context.Response.Cookies.Delete(Name(context, Session), Options(context));

    public static string DeviceOf(HttpContext context)
    {
        if (context.Request.Cookies[Device] is { Length: 32 } known) return known;
        var fresh = RandomNumberGenerator.GetHexString(32, lowercase: true);
        if (!context.Response.HasStarted) context.Response.Cookies.Append(Device, fresh, Options(context, TimeSpan.FromDays(90)));
        return fresh;
    }

    /// <summary>Kept outside the page, so that whoever comes back from the text messages finds the field as it was.</summary>
    public void Keep(HttpContext context, UnderWay code)
        => context.Response.Cookies.Append(Code, Base64Url.EncodeToString(codes.Protect(Encoding.UTF8.GetBytes($"{code.Id:N}{code.Phone}"))), Options(context, TimeSpan.FromMinutes(30)));

    public UnderWay? Kept(HttpContext context)
    {
        if (context.Request.Cookies[Code] is not { Length: > 0 and < 800 } text || !Base64Url.IsValid(text)) return null;
        try
        {
            var clear = Encoding.UTF8.GetString(codes.Unprotect(Base64Url.DecodeFromChars(text)));
            return Guid.TryParseExact(clear[..32], "N", out var id) ? new(id, clear[32..]) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(Code, Options(context));

    private static string Name(HttpContext context, string name) => context.Request.IsHttps ? "__Host-" + name : name;

    private static CookieOptions Options(HttpContext context, TimeSpan? age = null) => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/", IsEssential = true, MaxAge = age };
}
