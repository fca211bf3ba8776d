using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Anmin.Identity.Entering;

/// <summary>What waits in a page or a cookie between two steps: encrypted, signed, for one purpose, and worth nothing after its time by our own clock.</summary>
internal sealed class TimedSeal(IDataProtectionProvider protection, TimeProvider clock)
{
    public string Close(string purpose, string text, TimeSpan life)
        => protection.CreateProtector("Anmin.Identity", purpose).Protect((clock.GetUtcNow() + life).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) + "\n" + text);

    /// <returns>Null where it was not sealed here for this, or its time is over.</returns>
    public string? Open(string purpose, string? closed)
    {
        if (string.IsNullOrEmpty(closed)) return null;
        try
        {
            var (until, text) = protection.CreateProtector("Anmin.Identity", purpose).Unprotect(closed).Split('\n', 2) is [var first, var rest] ? (first, rest) : ("", "");
            return long.TryParse(until, CultureInfo.InvariantCulture, out var seconds) && clock.GetUtcNow().ToUnixTimeSeconds() < seconds ? text : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
