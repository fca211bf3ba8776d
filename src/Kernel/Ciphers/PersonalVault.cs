using System.Text;

namespace Anmin.Kernel.Ciphers;

/// <summary>
/// Seals personal data for the database. A sealed value opens only in the column it was sealed for, so swapping the bytes of two
/// columns is found out. Safe for many threads.
/// </summary>
public sealed class PersonalVault(ICipherSuite suite, PersonalKeys keys)
{
    /// <summary>Length of <see cref="BlindIndex"/>, bytes.</summary>
    public const int IndexSize = 16;

    /// <summary>What the journal hashes with.</summary>
    public ICipherSuite Suite => suite;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Encrypts under the newest key. Two calls with one text give different bytes.</summary>
    /// <param name="column">Table and column, such as <c>funeral_case.deceased_id</c>; part of what is authenticated, so never rename it.</param>
    /// <param name="clear">Well-formed text; the kernel's value types guarantee it.</param>
    public byte[] Seal(string column, string clear) => suite.Seal(keys.Active, Utf8.GetBytes(clear), Utf8.GetBytes(column));

    /// <summary>The clear text, whichever key and suite sealed it.</summary>
    /// <exception cref="SealException">The key is missing, the bytes were changed, or they belong to another column.</exception>
    public string Open(string column, byte[] sealedBytes)
    {
        var (format, keyId) = SealHeader.Read(sealedBytes);
        var reader = format == suite.Format ? suite : CipherSuites.OfFormat(format);
        return Utf8.GetString(reader.Open(keys.Find(keyId), sealedBytes, Utf8.GetBytes(column)));
    }

    /// <summary>Whether a rotation or a change of suite since then asks for sealing it again.</summary>
    public bool IsStale(byte[] sealedBytes) => SealHeader.Read(sealedBytes) != (suite.Format, keys.Active.Id);

    /// <summary>
    /// Sixteen bytes by which equal numbers are found without being readable: the first half of an HMAC under the index key, which
    /// no rotation changes. A change of suite changes every index: rebuild them all.
    /// </summary>
    /// <param name="normal">Canonical form: <c>IdNumber.Normal</c>, <c>PhoneNumber.Normal</c>.</param>
    /// <exception cref="ArgumentException">Empty: everybody unknown would become one person.</exception>
    public byte[] BlindIndex(string normal)
    {
        if (normal.Length == 0) throw new ArgumentException("An unknown number has no index.", nameof(normal));
        return suite.Hmac(keys.IndexKey, Utf8.GetBytes(normal))[..IndexSize];
    }
}
