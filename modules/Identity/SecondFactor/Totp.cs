using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Anmin.Identity.SecondFactor;

/// <summary>RFC 6238 with what every authenticator app understands: SHA-1, six digits, thirty seconds; one step to either side is let pass.</summary>
internal static class Totp
{
    public const int Seconds = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>160 random bits, in Base32 as it is typed by hand.</summary>
    public static string Draw() => RandomNumberGenerator.GetString(Base32, 32);

    public static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / Seconds;

    /// <returns>The step whose code this is, or null.</returns>
    public static long? Check(string secret, string? typed, DateTimeOffset now)
    {
        var digits = string.Concat((typed ?? "").Normalize(NormalizationForm.FormKC).Where(char.IsAsciiDigit));
        if (digits.Length != 6) return null;
        var (given, middle) = (Encoding.ASCII.GetBytes(digits), StepOf(now));
        long? found = null;
        // all three are computed whichever fits
        for (var step = middle - 1; step <= middle + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(Code(secret, step)))) found = step;
        return found;
    }

    public static string Code(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = CryptographicOperations.HmacData(HashAlgorithmName.SHA1, Bytes(secret), counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15, 4)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>What the QR says, in the form Google published and all apps read.</summary>
    public static string Uri(string secret, string issuer, string login)
        => $"otpauth://totp/{System.Uri.EscapeDataString(issuer)}:{System.Uri.EscapeDataString(login)}?secret={secret}&issuer={System.Uri.EscapeDataString(issuer)}&algorithm=SHA1&digits=6&period={Seconds}";

    /// <summary>In fours, for typing by hand.</summary>
    public static string Grouped(string secret) => string.Join(' ', secret.Chunk(4).Select(four => new string(four)));

    internal static byte[] Bytes(string secret)
    {
        var bytes = new List<byte>(secret.Length * 5 / 8);
        var (held, bits) = (0, 0);
        foreach (var letter in secret)
        {
            held = (held << 5 | Base32.IndexOf(letter, StringComparison.Ordinal)) & 0xffff;
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(held >> bits));
        }
        return [.. bytes];
    }
}
