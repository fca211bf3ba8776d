using Anmin.Booking.Slots;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Anmin.Booking.Places;

/// <summary>The address of one's own confirmation: opens that page without the phone, for sixty days, and nothing else.</summary>
internal sealed class PlaceReceipts(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(60);
    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("booking.place.receipt").ToTimeLimitedDataProtector();

    public string Issue(string number) => seal.Protect(number, Kept);

    public string? Read(string? receipt)
    {
        try
        {
            return string.IsNullOrEmpty(receipt) || receipt.Length > 600 ? null : seal.Unprotect(receipt);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
