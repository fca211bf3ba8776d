using System.Security.Cryptography;
using System.Text;

namespace Anmin.Identity.SignIn;

/// <summary>The link printed on the console by which the built-in administrator gets in: once, within half an hour. Only its hash is kept.</summary>
internal sealed class EntryToken
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    public required byte[] Hash { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>128 random bits; 32 lower-case hex characters.</summary>
    public static string Draw() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
