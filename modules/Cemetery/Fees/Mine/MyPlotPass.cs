using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Anmin.Cemetery.Fees.Mine;

/// <summary>What a family holds after contract number and telephone fitted once: a signed pass for that one contract, for 30 minutes.</summary>
internal sealed class MyPlotPass(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Cookie = "anmin-plot";
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);
    private readonly IDataProtector passes = protection.CreateProtector("cemetery.plot-pass.v1");

    public string Issue(Guid right) => passes.Protect($"{right:N}.{clock.GetUtcNow().Add(Lasts).ToUnixTimeSeconds()}");

    /// <summary>The contract the pass opens; null when it is over or not ours.</summary>
    public Guid? RightOf(string? pass)
    {
        if (pass is not { Length: > 0 and < 600 }) return null;
        try
        {
            return passes.Unprotect(pass).Split('.') is [var id, var until] && long.Parse(until, System.Globalization.CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds() ? Guid.ParseExact(id, "N") : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    public void Give(HttpContext context, string pass) => context.Response.Cookies.Append(Cookie, pass, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/cemeteries/mine", IsEssential = true });

    public static void TakeBack(HttpContext context) => context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/cemeteries/mine" });
}
