using Anmin.Kernel.Ciphers;

namespace Anmin.Identity.Accounts;

/// <summary>
/// A link by which somebody chooses the first password of their account, once. The secret in it is derived from the id under the
/// index key: nothing that opens anything rests in the database, and whoever issued it can be shown it again until it is used.
/// </summary>
internal sealed class Invite
{
    /// <summary>Random, not ordered: it is the public half of the link.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    public required Guid AccountId { get; init; }

    public required string IssuedBy { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>It stands for a temporary password, not for a link.</summary>
    public bool IsPassword { get; init; }

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && ExpiresAt > now;
}

/// <summary>What an invite becomes outside the database.</summary>
internal static class InviteSecret
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Id and 128 derived bits, in lower-case hex.</summary>
    public static string Token(PersonalVault vault, Guid id) => id.ToString("N") + Convert.ToHexStringLower(vault.BlindIndex("invite " + id.ToString("N")));

    /// <returns>The invite's id where the token is whole, else null.</returns>
    public static Guid? Read(PersonalVault vault, string? token)
    {
        if (token is not { Length: 64 } || !Guid.TryParseExact(token[..32], "N", out var id)) return null;
        var right = System.Text.Encoding.ASCII.GetBytes(Token(vault, id));
        return System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(right, System.Text.Encoding.UTF8.GetBytes(token)) ? id : null;
    }

    /// <summary>Sixteen letters and digits in fours, none of them easily taken for another: about 79 bits.</summary>
    public static string Password(PersonalVault vault, Guid id)
    {
        var bits = vault.BlindIndex("password " + id.ToString("N"));
        return string.Join('-', bits.Select(b => Letters[b % Letters.Length]).Chunk(4).Select(four => new string(four)));
    }
}
