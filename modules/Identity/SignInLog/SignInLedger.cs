using Anmin.Identity.Sessions;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.SignInLog;

/// <summary>Writes the sign-in log inside a use case, with the device of whoever is at the door.</summary>
internal sealed class SignInLedger(AnminDb db, CurrentActor current, IHttpContextAccessor http, TimeProvider clock)
{
    /// <summary>Results that count against an address.</summary>
    private static readonly SignInResult[] Wrong = [SignInResult.WrongPassword, SignInResult.UnknownAccount, SignInResult.WrongCode, SignInResult.WrongRecoveryCode, SignInResult.PasskeyRefused, SignInResult.LinkRefused];

    public void Note(SignInResult result, string? staffId, string? login, string methods = "", Guid? sessionId = null, string? device = null) => db.Add(new SignInRecord
    {
        At = clock.GetUtcNow(),
        Result = result,
        StaffId = staffId,
        Login = staffId is null ? Beginning(login) : login,
        Methods = methods,
        SessionId = sessionId,
        Address = AddressOf(device ?? current.Actor.Device),
        Device = device ?? current.Actor.Device,
        Agent = device is null ? AgentWords.Of(http.HttpContext?.Request.Headers.UserAgent.ToString()) : "",
    });

    /// <summary>How many wrong tries came from where this one comes from, since a moment.</summary>
    public Task<int> WrongFromHereAsync(DateTimeOffset since, CancellationToken ct)
    {
        var address = AddressOf(current.Actor.Device);
        return db.Set<SignInRecord>().CountAsync(r => r.Address == address && r.At >= since && Wrong.Contains(r.Result), ct);
    }

    /// <summary>Enough to see that somebody mistyped a name, too little to be a password.</summary>
    internal static string? Beginning(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : string.Concat(typed.Trim().EnumerateRunes().Take(2)) + "＊＊＊";

    private static string AddressOf(string device) => device.Split(' ')[0] is var address && address.Length > 64 ? address[..64] : address;
}
