using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using Anmin.Kernel.Ciphers;

namespace Anmin.Feedback.Surveys;

/// <summary>The secret end of the address in a message: made from the survey's id under a key outside the database, so the database opens nothing.</summary>
internal sealed class SurveyTokens(PersonalVault vault)
{
    public string Of(Guid survey) => Base64Url.EncodeToString(vault.BlindIndex($"feedback-survey:{survey:N}"));

    /// <summary>What is stored to find a survey by; null for what cannot be an address of ours.</summary>
    public static byte[]? HashOf(string? token)
    {
        Span<byte> bytes = stackalloc byte[PersonalVault.IndexSize];
        return token is { Length: 22 } && Base64Url.DecodeFromChars(token, bytes, out _, out var written) == OperationStatus.Done && written == bytes.Length ? SHA256.HashData(bytes) : null;
    }
}
