using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Anmin.Cemetery.Public;

/// <summary>The address of one's own hold: opens that page without signing in, for thirty days, and nothing else.</summary>
internal sealed class HoldReceipts(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("cemetery.hold.receipt").ToTimeLimitedDataProtector();

    public string Issue(Guid right) => seal.Protect(right.ToString("N"), Kept);

    public Guid? Read(string? receipt)
    {
        try
        {
            return string.IsNullOrEmpty(receipt) || receipt.Length > 600 ? null : Guid.Parse(seal.Unprotect(receipt));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>What people read to the ground's office: not a business number, which a hold does not get.</summary>
    public static string NumberOf(Guid right) => "L" + right.ToString("N")[^8..].ToUpperInvariant();
}
