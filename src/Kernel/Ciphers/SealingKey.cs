using System.Buffers.Binary;
using System.Diagnostics;

namespace Anmin.Kernel.Ciphers;

/// <summary>A 32-byte key and the id that everything sealed with it carries. Prints its id only.</summary>
[DebuggerDisplay("key {Id}")]
public sealed class SealingKey
{
    public const int Size = 32;

    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public SealingKey(ushort id, byte[] bytes)
    {
        if (bytes.Length != Size) throw new ArgumentException("A sealing key has 32 bytes.", nameof(bytes));
        (Id, Bytes) = (id, bytes);
    }

    public ushort Id { get; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal byte[] Bytes { get; }

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"key {Id}");
}

/// <summary>The three bytes in front of everything sealed: format, then the key id, big endian.</summary>
internal static class SealHeader
{
    public const int Size = 3;

    public static void Write(Span<byte> target, byte format, ushort keyId)
    {
        target[0] = format;
        BinaryPrimitives.WriteUInt16BigEndian(target[1..], keyId);
    }

    /// <exception cref="SealException">Too short to be anything sealed.</exception>
    public static (byte Format, ushort KeyId) Read(ReadOnlySpan<byte> sealedBytes) => sealedBytes.Length < Size
        ? throw SealException.Damaged()
        : (sealedBytes[0], BinaryPrimitives.ReadUInt16BigEndian(sealedBytes[1..]));

    /// <summary>Header and context as one text to authenticate. The header has a fixed length, so the joint is unambiguous.</summary>
    public static byte[] Join(ReadOnlySpan<byte> header, ReadOnlySpan<byte> context) => [.. header, .. context];
}
