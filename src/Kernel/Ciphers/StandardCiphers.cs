using System.Security.Cryptography;

namespace Anmin.Kernel.Ciphers;

/// <summary>SHA-256, HMAC-SHA-256 and AES-256-GCM of .NET: nonce 12, tag 16. The default suite.</summary>
public sealed class StandardCiphers : ICipherSuite
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int Overhead = SealHeader.Size + NonceSize + TagSize;

    public static StandardCiphers Instance { get; } = new();

    public string Name => "standard";

    public byte Format => 1;

    public int HashSize => SHA256.HashSizeInBytes;

    public byte[] Hash(ReadOnlySpan<byte> data) => SHA256.HashData(data);

    public void HashInto(ReadOnlySpan<byte> data, Span<byte> hash) => SHA256.HashData(data, hash);

    public IRunningHash BeginHash() => new Running();

    public byte[] Hmac(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data) => HMACSHA256.HashData(key, data);

    public byte[] Seal(SealingKey key, ReadOnlySpan<byte> clear, ReadOnlySpan<byte> context)
    {
        var result = new byte[Overhead + clear.Length];
        var span = result.AsSpan();
        SealHeader.Write(span, Format, key.Id);
        // random 96-bit nonces stay safe for 2^32 texts under one key (NIST SP 800-38D 8.3); rotate long before
        RandomNumberGenerator.Fill(span.Slice(SealHeader.Size, NonceSize));
        using var aes = new AesGcm(key.Bytes, TagSize);
        aes.Encrypt(span.Slice(SealHeader.Size, NonceSize), clear, span[Overhead..], span.Slice(SealHeader.Size + NonceSize, TagSize),
            SealHeader.Join(span[..SealHeader.Size], context));
        return result;
    }

    public byte[] Open(SealingKey key, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> context)
    {
        if (SealHeader.Read(sealedBytes).Format is var format && format != Format) throw SealException.OtherFormat(format);
        if (sealedBytes.Length < Overhead) throw SealException.Damaged();
        var clear = new byte[sealedBytes.Length - Overhead];
        using var aes = new AesGcm(key.Bytes, TagSize);
        try
        {
            aes.Decrypt(sealedBytes.Slice(SealHeader.Size, NonceSize), sealedBytes[Overhead..],
                sealedBytes.Slice(SealHeader.Size + NonceSize, TagSize), clear, SealHeader.Join(sealedBytes[..SealHeader.Size], context));
            return clear;
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw SealException.Damaged(e);
        }
    }

    private sealed class Running : IRunningHash
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private bool _finished;

        public void Append(ReadOnlySpan<byte> data)
        {
            if (_finished) throw new InvalidOperationException("The hash is finished.");
            _hash.AppendData(data);
        }

        public byte[] Finish()
        {
            if (_finished) throw new InvalidOperationException("The hash is finished.");
            _finished = true;
            return _hash.GetHashAndReset();
        }

        public void Dispose() => _hash.Dispose();
    }
}
