using Anmin.Funeral.Search;
using System.Buffers.Text;
using System.Security.Cryptography;
using Anmin.Kernel.Ciphers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Anmin.Funeral.Families;

/// <summary>
/// What a family holds after number and telephone fitted once: a signed pass for that one case, 30 minutes idle, 12 hours at most.
/// It names the case and nothing about people; every node can read it, for the keys are in the database.
/// </summary>
internal sealed class FamilyPass(IDataProtectionProvider protection, PersonalVault vault, TimeProvider clock)
{
    public const string Cookie = "anmin-family";
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12), ReceiptLasts = TimeSpan.FromDays(30);
    private readonly IDataProtector passes = protection.CreateProtector("funeral.family-pass.v1");
    private readonly IDataProtector receipts = protection.CreateProtector("funeral.pickup-receipt.v1");

    private readonly record struct Ticket(Guid Id, DateTimeOffset Begun, DateTimeOffset Until, Guid Consent = default);

    /// <param name="Consent">Under which somebody acts for the family; the pass is worth nothing once it is over. Null for the family itself.</param>
    public readonly record struct Opened(Guid CaseId, Guid? Consent);

    public (string Pass, DateTimeOffset Until) Issue(Guid caseId, Guid? consent = null)
    {
        var now = clock.GetUtcNow();
        return (Write(passes, new(caseId, now, now + Idle, consent ?? default)), now + Idle);
    }

    /// <summary>The case the pass opens, or null when it is over or not ours. Whether the consent still stands is for <c>FamilyDesk</c> to ask.</summary>
    public Opened? OpenedBy(string? pass) => Read(passes, pass) is { } ticket ? new(ticket.Id, ticket.Consent == default ? null : ticket.Consent) : null;

    /// <summary>Opens the accepted page again from a bookmark. Shows no name, telephone or address.</summary>
    public string Receipt(Guid orderId) => Write(receipts, new(orderId, clock.GetUtcNow(), clock.GetUtcNow() + ReceiptLasts));

    public Guid? OrderOf(string? receipt) => Read(receipts, receipt)?.Id;

    /// <summary>The secret part of a share link.</summary>
    public string ShareToken(Guid shareId) => vault.LinkTokenOf("funeral-share", shareId);

    public void Give(HttpContext context, Guid caseId, Guid? consent = null) => Write(context, Issue(caseId, consent).Pass);

    public void TakeBack(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options(context));

    /// <summary>The pass of this browser, slid forward while it is used.</summary>
    public string? Of(HttpContext context)
    {
        var pass = context.Request.Cookies[Cookie];
        if (Read(passes, pass) is not { } ticket) return null;
        var now = clock.GetUtcNow();
        if (ticket.Until - now < Idle - TimeSpan.FromMinutes(2) && !context.Response.HasStarted)
            Write(context, pass = Write(passes, ticket with { Until = Min(now + Idle, ticket.Begun + Longest) }));
        return pass;
    }

    private static void Write(HttpContext context, string pass) => context.Response.Cookies.Append(Cookie, pass, Options(context));

    private static CookieOptions Options(HttpContext context) => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/", IsEssential = true };

    private static DateTimeOffset Min(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static string Write(IDataProtector protector, Ticket ticket)
    {
        var bytes = new byte[48];
        ticket.Id.TryWriteBytes(bytes);
        BitConverter.TryWriteBytes(bytes.AsSpan(16), ticket.Begun.ToUnixTimeSeconds());
        BitConverter.TryWriteBytes(bytes.AsSpan(24), ticket.Until.ToUnixTimeSeconds());
        ticket.Consent.TryWriteBytes(bytes.AsSpan(32));
        return Base64Url.EncodeToString(protector.Protect(bytes));
    }

    private Ticket? Read(IDataProtector protector, string? text)
    {
        if (text is not { Length: > 0 and < 600 } || !Base64Url.IsValid(text)) return null;
        try
        {
            var bytes = protector.Unprotect(Base64Url.DecodeFromChars(text));
            if (bytes.Length is not (32 or 48)) return null;
            var ticket = new Ticket(new Guid(bytes.AsSpan(0, 16)), DateTimeOffset.FromUnixTimeSeconds(BitConverter.ToInt64(bytes, 16)), DateTimeOffset.FromUnixTimeSeconds(BitConverter.ToInt64(bytes, 24)), bytes.Length == 48 ? new Guid(bytes.AsSpan(32, 16)) : default);
            return ticket.Until > clock.GetUtcNow() ? ticket : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
