using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Anmin.Kernel.Ciphers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Anmin.Complaints.Filing;

/// <summary>
/// What opens one complaint to the person who made it: a signed pass of 30 minutes after number and telephone fitted, and for who left no telephone a code.
/// The code is made from the complaint's id under a key outside the database, which stores nothing of it.
/// </summary>
internal sealed class ComplaintPass(IDataProtectionProvider protection, PersonalVault vault, TimeProvider clock)
{
    public const string Cookie = "anmin-complaint";
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int CodeLength = 10;
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);
    private readonly IDataProtector passes = protection.CreateProtector("complaints.pass.v1");

    /// <param name="Fresh">Given on filing: the code is shown under it, and under no later one.</param>
    public readonly record struct Opened(Guid Id, bool Fresh);

    public string Issue(Guid id, bool fresh = false)
    {
        var bytes = new byte[25];
        id.TryWriteBytes(bytes);
        BitConverter.TryWriteBytes(bytes.AsSpan(16), (clock.GetUtcNow() + Lasts).ToUnixTimeSeconds());
        bytes[24] = fresh ? (byte)1 : (byte)0;
        return Base64Url.EncodeToString(passes.Protect(bytes));
    }

    public Opened? OpenedBy(string? pass)
    {
        if (pass is not { Length: > 0 and < 600 } || !Base64Url.IsValid(pass)) return null;
        try
        {
            var bytes = passes.Unprotect(Base64Url.DecodeFromChars(pass));
            return bytes.Length == 25 && DateTimeOffset.FromUnixTimeSeconds(BitConverter.ToInt64(bytes, 16)) > clock.GetUtcNow() ? new(new Guid(bytes.AsSpan(0, 16)), bytes[24] == 1) : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    public static void Give(HttpContext context, string pass)
        => context.Response.Cookies.Append(Cookie, pass, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/complaints", IsEssential = true });

    public static string? Of(HttpContext context) => context.Request.Cookies[Cookie];

    /// <summary>ABCDE-FGHJK.</summary>
    public string CodeOf(Guid id)
    {
        var bytes = vault.BlindIndex($"complaints-code:{id:N}");
        var code = string.Concat(bytes.Take(CodeLength).Select(b => Letters[b % Letters.Length]));
        return code[..5] + "-" + code[5..];
    }

    public bool Fits(Guid id, string typed)
        => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Plain(CodeOf(id))), Encoding.ASCII.GetBytes(Plain(typed)));

    private static string Plain(string code) => string.Concat(code.Normalize(NormalizationForm.FormKC).Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
