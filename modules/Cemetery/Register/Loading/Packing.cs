using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Anmin.Cemetery.Register.Rows;
using Anmin.Kernel.Ciphers;

namespace Anmin.Cemetery.Register.Loading;

/// <summary>Rows at rest: JSON, deflated, sealed, since they hold numbers of papers and telephones.</summary>
internal sealed class Packing(PersonalVault vault)
{
    private const string Column = "cemetery_register.rows";

    /// <returns>The sealed rows, and the SHA-256 of their JSON in lower hex.</returns>
    public (byte[] Packed, string Digest) Pack(IReadOnlyList<RegisterRow> rows)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(rows);
        using var kept = new MemoryStream();
        using (var deflate = new DeflateStream(kept, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(json);
        return (vault.Seal(Column, Convert.ToBase64String(kept.GetBuffer(), 0, (int)kept.Length)), Convert.ToHexStringLower(SHA256.HashData(json)));
    }

    public IReadOnlyList<RegisterRow> Open(byte[] packed)
    {
        using var deflate = new DeflateStream(new MemoryStream(Convert.FromBase64String(vault.Open(Column, packed))), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<List<RegisterRow>>(deflate)!;
    }
}
