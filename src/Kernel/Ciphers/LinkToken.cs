using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Anmin.Kernel.Ciphers;

/// <summary>The secret end of an address that opens one thing without signing in: made from the thing's id under a key outside the database, so the database opens nothing.</summary>
public static class LinkToken
{
    extension(PersonalVault vault)
    {
        /// <param name="purpose">What the link opens, such as funeral-share: the same id under another purpose is another link.</param>
        public string LinkTokenOf(string purpose, Guid id) => Base64Url.EncodeToString(vault.BlindIndex($"{purpose}:{id:N}"));
    }

    /// <summary>SHA-256, what is stored to find the thing by; null for what cannot be an address of ours.</summary>
    public static byte[]? HashOf(string? token)
    {
        Span<byte> bytes = stackalloc byte[PersonalVault.IndexSize];
        // the Try… of this class throws on what is not base64; the status does not
        return token is { Length: 22 } && Base64Url.DecodeFromChars(token, bytes, out _, out var written) == OperationStatus.Done && written == bytes.Length ? SHA256.HashData(bytes) : null;
    }
}
