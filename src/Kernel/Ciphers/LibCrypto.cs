using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Anmin.Kernel.Ciphers;

/// <summary>The few functions of the system's OpenSSL 3 that we call. Names and signatures are those of evp.h.</summary>
internal static partial class LibCrypto
{
    private const string Library = "libcrypto.so.3";

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint EVP_MD_fetch(nint context, string algorithm, string? properties);

    [LibraryImport(Library)]
    internal static partial DigestHandle EVP_MD_CTX_new();

    [LibraryImport(Library)]
    internal static partial void EVP_MD_CTX_free(nint digest);

    [LibraryImport(Library)]
    internal static partial int EVP_DigestInit_ex(DigestHandle digest, nint type, nint engine);

    [LibraryImport(Library)]
    internal static partial int EVP_DigestUpdate(DigestHandle digest, ReadOnlySpan<byte> data, nuint count);

    [LibraryImport(Library)]
    internal static partial int EVP_DigestFinal_ex(DigestHandle digest, Span<byte> result, out uint size);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint EVP_Q_mac(nint context, string name, string? properties, string subAlgorithm, nint parameters,
        ReadOnlySpan<byte> key, nuint keySize, ReadOnlySpan<byte> data, nuint dataSize, Span<byte> result, nuint resultSize, out nuint written);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint EVP_CIPHER_fetch(nint context, string algorithm, string? properties);

    [LibraryImport(Library)]
    internal static partial CipherHandle EVP_CIPHER_CTX_new();

    [LibraryImport(Library)]
    internal static partial void EVP_CIPHER_CTX_free(nint cipher);

    [LibraryImport(Library)]
    internal static partial int EVP_CipherInit_ex(CipherHandle cipher, nint type, nint engine, ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, int encrypt);

    [LibraryImport(Library)]
    internal static partial int EVP_CipherUpdate(CipherHandle cipher, Span<byte> result, out int written, ReadOnlySpan<byte> data, int count);

    [LibraryImport(Library)]
    internal static partial int EVP_CipherFinal_ex(CipherHandle cipher, Span<byte> result, out int written);

    /// <summary>OpenSSL answers 1 for success everywhere we call it.</summary>
    internal static void Require(bool success, string call)
    {
        if (!success) throw new InvalidOperationException($"libcrypto refused {call}.");
    }

    internal sealed class DigestHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
    {
        protected override bool ReleaseHandle()
        {
            EVP_MD_CTX_free(handle);
            return true;
        }
    }

    internal sealed class CipherHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
    {
        protected override bool ReleaseHandle()
        {
            EVP_CIPHER_CTX_free(handle);
            return true;
        }
    }
}
