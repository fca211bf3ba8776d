using System.Security.Cryptography;
using System.Text.Json;
using Anmin.Identity.Clients;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Anmin.Identity.Outside;

/// <summary>What we must remember of a trip to the provider: in a cookie that only we can read, for ten minutes, for one return.</summary>
/// <param name="Linking">Id of the signed-in person who wants to link their account; null where somebody wants to come in.</param>
internal sealed record OutsideTicket(string State, string Nonce, string Verifier, string ReturnUrl, string? Linking, long At)
{
    private const string Cookie = "anmin-outside";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    public static OutsideTicket Draw(string returnUrl, string? linking, DateTimeOffset now) => new(ClientSecret.Draw(), ClientSecret.Draw(), ClientSecret.Draw(), returnUrl, linking, now.ToUnixTimeSeconds());

    public void Give(HttpContext http, IDataProtectionProvider protection)
        => http.Response.Cookies.Append(Cookie, Protector(protection).Protect(JsonSerializer.Serialize(this)), Options(http, Life));

    /// <summary>Takes the ticket, which is gone then: an address that is opened twice finds none.</summary>
    public static OutsideTicket? Take(HttpContext http, IDataProtectionProvider protection, DateTimeOffset now)
    {
        if (http.Request.Cookies[Cookie] is not { Length: < 4000 } text) return null;
        http.Response.Cookies.Delete(Cookie, Options(http, null));
        try
        {
            var ticket = JsonSerializer.Deserialize<OutsideTicket>(Protector(protection).Unprotect(text));
            return ticket is not null && now - DateTimeOffset.FromUnixTimeSeconds(ticket.At) < Life ? ticket : null;
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }

    public bool IsStateOf(string state) => CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(state), System.Text.Encoding.UTF8.GetBytes(State));

    private static CookieOptions Options(HttpContext http, TimeSpan? life)
        => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = OutsideRoutes.CallbackPath, MaxAge = life, IsEssential = true };

    private static IDataProtector Protector(IDataProtectionProvider protection) => protection.CreateProtector("identity.outside.ticket");
}
