namespace Anmin.Kernel.Ciphers;

/// <summary>
/// One family of algorithms for everything sealed, hashed or chained. Implementations are stateless and safe for many threads.
/// Lengths are bytes.
/// </summary>
public interface ICipherSuite
{
    /// <summary>How configuration calls it: <c>standard</c> or <c>guomi</c>.</summary>
    string Name { get; }

    /// <summary>First byte of everything it seals; never reused by another layout.</summary>
    byte Format { get; }

    /// <summary>Length of <see cref="Hash"/> and <see cref="Hmac"/>: 32 in both suites.</summary>
    int HashSize { get; }

    byte[] Hash(ReadOnlySpan<byte> data);

    /// <summary><see cref="Hash"/> without a new array each time, for walking millions.</summary>
    /// <param name="hash">At least <see cref="HashSize"/> long.</param>
    void HashInto(ReadOnlySpan<byte> data, Span<byte> hash) => Hash(data).CopyTo(hash);

    /// <summary>A hash fed piece by piece, for files too large to hold. One thread at a time.</summary>
    IRunningHash BeginHash();

    /// <param name="key">Not empty.</param>
    /// <param name="data">May be empty.</param>
    byte[] Hmac(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data);

    /// <summary>
    /// Encrypts and authenticates: format, key id (2, big endian), random nonce, tag, data. Sealing the same text twice gives
    /// different bytes. The header and <paramref name="context"/> are authenticated, not stored.
    /// </summary>
    byte[] Seal(SealingKey key, ReadOnlySpan<byte> clear, ReadOnlySpan<byte> context);

    /// <summary>The inverse of <see cref="Seal"/>.</summary>
    /// <exception cref="SealException">Another format, another key, another context, or changed bytes.</exception>
    byte[] Open(SealingKey key, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> context);
}

/// <summary>A hash under way. Dispose it even when it was finished.</summary>
public interface IRunningHash : IDisposable
{
    void Append(ReadOnlySpan<byte> data);

    /// <summary>The hash of everything appended; nothing can be appended afterwards.</summary>
    byte[] Finish();
}
