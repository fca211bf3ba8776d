using System.Security.Cryptography;
using Anmin.Kernel.Ciphers;

namespace Anmin.Identity.SecondFactor;

/// <summary>One of ten codes on paper for the day the telephone is lost. Kept as a keyed hash, good once.</summary>
internal sealed class RecoveryCode
{
    public const int Count = 10;

    // no letter or digit that is taken for another
    private const string Letters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    public required Guid AccountId { get; init; }

    public required byte[] Hash { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>Ten characters of thirty, in two fives: about 49 bits.</summary>
    public static string Draw() => RandomNumberGenerator.GetString(Letters, 5) + "-" + RandomNumberGenerator.GetString(Letters, 5);

    /// <summary>What was typed, without spaces and hyphens and in capitals; null where it cannot be one.</summary>
    public static string? Read(string? typed)
    {
        var bare = string.Concat((typed ?? "").Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return bare.Length == 10 && bare.All(c => Letters.Contains(c, StringComparison.Ordinal)) ? bare : null;
    }

    public static byte[] HashOf(PersonalVault vault, Guid account, string code) => vault.BlindIndex($"recovery {account:N} {Read(code)}");
}
