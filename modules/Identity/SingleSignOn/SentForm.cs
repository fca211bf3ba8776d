using Microsoft.AspNetCore.Http;

namespace Anmin.Identity.SingleSignOn;

/// <summary>A form that another system's program sent: small, and each field once.</summary>
internal static class SentForm
{
    public const int Largest = 32 * 1024;

    /// <returns>Null where it is no such form: another type, too large, broken, or with a field sent twice.</returns>
    public static async Task<Dictionary<string, string?>?> ReadAsync(HttpContext http)
    {
        var type = http.Request.ContentType ?? "";
        if (!type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) || http.Request.ContentLength is null or > Largest) return null;
        try
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return form.Any(f => f.Value.Count != 1) ? null : form.Where(f => f.Value[0] is { Length: > 0 }).ToDictionary(f => f.Key, f => f.Value[0], StringComparer.Ordinal);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
