using static Anmin.Kernel.Ciphers.LibCrypto;

namespace Anmin.Kernel.Ciphers;

/// <summary>SM3 (GB/T 32905), HMAC-SM3 and SM4-CBC (GB/T 32907) of the system's OpenSSL 3.</summary>
internal static class GuomiPrimitives
{
    public const int HashSize = 32;
    public const int BlockSize = 16;

    // fetched once and kept for the life of the process, as OpenSSL recommends; both are safe to share between threads
    private static readonly Lazy<nint> Sm3 = new(() => EVP_MD_fetch(0, "SM3", null));
    private static readonly Lazy<nint> Sm4 = new(() => EVP_CIPHER_fetch(0, "SM4-CBC", null));

    /// <summary>Whether library and algorithms are there and answer the first vector of each standard. Never throws.</summary>
    public static bool SelfTest()
    {
        try
        {
            if (Sm3.Value == 0 || Sm4.Value == 0) return false;
            var key = Convert.FromHexString("0123456789abcdeffedcba9876543210");
            // with a zero IV the first CBC block is the bare block cipher
            var block = Crypt(key, new byte[BlockSize], key, encrypt: true)![..BlockSize];
            using var hash = new Sm3Hash();
            hash.Append("abc"u8);
            return Convert.ToHexStringLower(hash.Finish()) == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
                && Convert.ToHexStringLower(block) == "681edf34d206965e86b3e94f536e4246";
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException or InvalidOperationException)
        {
            return false;
        }
    }

    public static byte[] Hmac(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data)
    {
        if (key.IsEmpty) throw new ArgumentException("A key is not empty.", nameof(key));
        var result = new byte[HashSize];
        var answer = EVP_Q_mac(0, "HMAC", null, "SM3", 0, key, (nuint)key.Length, data, (nuint)data.Length, result, HashSize, out var written);
        Require(answer != 0 && written == HashSize, nameof(EVP_Q_mac));
        return result;
    }

    /// <summary>SM4-CBC with PKCS #7 padding. Null when the padding of a decrypted text is wrong.</summary>
    public static byte[]? Crypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> data, bool encrypt)
    {
        using var cipher = EVP_CIPHER_CTX_new();
        Require(!cipher.IsInvalid && EVP_CipherInit_ex(cipher, Sm4.Value, 0, key, iv, encrypt ? 1 : 0) == 1, nameof(EVP_CipherInit_ex));
        var result = new byte[data.Length + BlockSize];
        Require(EVP_CipherUpdate(cipher, result, out var first, data, data.Length) == 1, nameof(EVP_CipherUpdate));
        return EVP_CipherFinal_ex(cipher, result.AsSpan(first), out var last) == 1 ? result[..(first + last)] : null;
    }

    internal sealed class Sm3Hash : IRunningHash
    {
        private readonly DigestHandle _digest = EVP_MD_CTX_new();
        private bool _finished;

        public Sm3Hash() => Require(!_digest.IsInvalid && EVP_DigestInit_ex(_digest, Sm3.Value, 0) == 1, nameof(EVP_DigestInit_ex));

        public void Append(ReadOnlySpan<byte> data)
        {
            if (_finished) throw new InvalidOperationException("The hash is finished.");
            if (!data.IsEmpty) Require(EVP_DigestUpdate(_digest, data, (nuint)data.Length) == 1, nameof(EVP_DigestUpdate));
        }

        public byte[] Finish()
        {
            if (_finished) throw new InvalidOperationException("The hash is finished.");
            _finished = true;
            var result = new byte[HashSize];
            Require(EVP_DigestFinal_ex(_digest, result, out var size) == 1 && size == HashSize, nameof(EVP_DigestFinal_ex));
            return result;
        }

        public void Dispose() => _digest.Dispose();
    }
}
