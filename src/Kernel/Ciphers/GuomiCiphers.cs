using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Anmin.Kernel.Ciphers;

/// <summary>
/// 国密: SM3, HMAC-SM3 and, for sealing, SM4-CBC with HMAC-SM3 over the ciphertext (encrypt then authenticate): IV 16, tag 32.
/// SM4-GCM came with OpenSSL 3.1; one layout for every OpenSSL 3 means that a database moves between hosts and still opens.
/// Certified hardware is another implementation of <see cref="ICipherSuite"/>.
/// </summary>
public sealed class GuomiCiphers : ICipherSuite
{
    private const int TagAt = SealHeader.Size + GuomiPrimitives.BlockSize;
    private const int DataAt = TagAt + GuomiPrimitives.HashSize;

    private static readonly Lazy<bool> Available = new(GuomiPrimitives.SelfTest);

    /// <exception cref="PlatformNotSupportedException">No usable libcrypto.so.3; ask <see cref="IsAvailable"/> first.</exception>
    public GuomiCiphers()
    {
        if (!IsAvailable) throw new PlatformNotSupportedException("这台机器的 libcrypto.so.3 没有 SM3 或 SM4；请安装 OpenSSL 3，或把密码套件设为 standard。");
    }

    /// <summary>Whether this machine's OpenSSL 3 offers SM3 and SM4 and answers the standards' vectors. Asked once.</summary>
    public static bool IsAvailable => Available.Value;

    public string Name => "guomi";

    public byte Format => 2;

    public int HashSize => GuomiPrimitives.HashSize;

    public byte[] Hash(ReadOnlySpan<byte> data)
    {
        using var hash = BeginHash();
        hash.Append(data);
        return hash.Finish();
    }

    public IRunningHash BeginHash() => new GuomiPrimitives.Sm3Hash();

    public byte[] Hmac(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data) => GuomiPrimitives.Hmac(key, data);

    public byte[] Seal(SealingKey key, ReadOnlySpan<byte> clear, ReadOnlySpan<byte> context)
    {
        Span<byte> iv = stackalloc byte[GuomiPrimitives.BlockSize];
        RandomNumberGenerator.Fill(iv);
        var data = GuomiPrimitives.Crypt(CipherKey(key), iv, clear, encrypt: true)!;
        var result = new byte[DataAt + data.Length];
        SealHeader.Write(result, Format, key.Id);
        iv.CopyTo(result.AsSpan(SealHeader.Size));
        data.CopyTo(result.AsSpan(DataAt));
        Tag(key, result, context).CopyTo(result.AsSpan(TagAt));
        return result;
    }

    public byte[] Open(SealingKey key, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> context)
    {
        if (SealHeader.Read(sealedBytes).Format is var format && format != Format) throw SealException.OtherFormat(format);
        if (sealedBytes.Length < DataAt + GuomiPrimitives.BlockSize) throw SealException.Damaged();
        // the tag first: padding is only looked at in texts that we wrote ourselves
        if (!CryptographicOperations.FixedTimeEquals(Tag(key, sealedBytes, context), sealedBytes[TagAt..DataAt])) throw SealException.Damaged();
        return GuomiPrimitives.Crypt(CipherKey(key), sealedBytes[SealHeader.Size..TagAt], sealedBytes[DataAt..], encrypt: false)
            ?? throw SealException.Damaged();
    }

    // two keys out of one, so that cipher and tag never share theirs; SM4 takes 16 bytes
    private static byte[] CipherKey(SealingKey key) => GuomiPrimitives.Hmac(key.Bytes, "anmin seal cipher"u8)[..GuomiPrimitives.BlockSize];

    private static byte[] Tag(SealingKey key, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> context)
    {
        var tagKey = GuomiPrimitives.Hmac(key.Bytes, "anmin seal tag"u8);
        // the length in front keeps context and data from sliding into each other
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, context.Length);
        return GuomiPrimitives.Hmac(tagKey, [.. length, .. context, .. sealedBytes[..TagAt], .. sealedBytes[DataAt..]]);
    }
}
