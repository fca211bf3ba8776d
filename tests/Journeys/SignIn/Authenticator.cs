using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Anmin.Journeys.SignIn;

/// <summary>A telephone's authenticator app, written from RFC 6238 and not from our code.</summary>
internal static class Authenticator
{
    public static string Code(string typed, DateTimeOffset at)
    {
        var bits = string.Concat(typed.Replace(" ", "", StringComparison.Ordinal).Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, at.ToUnixTimeSeconds() / 30);
        var hash = CryptographicOperations.HmacData(HashAlgorithmName.SHA1, key, counter);
        var from = hash[19] & 15;
        var number = ((hash[from] & 127) << 24) | (hash[from + 1] << 16) | (hash[from + 2] << 8) | hash[from + 3];
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }
}
