using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Journal;

namespace Anmin.Kernel.Auditing;

/// <summary>The bytes of an audit row that are hashed: a JSON array of its twelve fields, so that no two rows share one text.</summary>
internal static class AuditText
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] HashOf(AuditRow row, ICipherSuite suite) => suite.Hash(Encoding.UTF8.GetBytes(Of(row)));

    public static string Of(AuditRow row) => JsonSerializer.Serialize(
        new[]
        {
            row.Id.ToString("D"), Microseconds(row.At).ToString(System.Globalization.CultureInfo.InvariantCulture), row.ActorId, row.ActorName, row.Post, row.Device,
            row.UseCase, row.Permission, row.Subject?.ToString("D"), row.Result, row.Reason, row.ScopeLift,
        }, Json);

    /// <summary>Leaf of the tree over a stretch: H(0x00 ‖ "id|tx|hash hex").</summary>
    public static byte[] Leaf(AuditRow row, ICipherSuite suite)
        => suite.Hash([Merkle.LeafMark, .. Encoding.ASCII.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{row.Id:D}|{row.Tx}|{Convert.ToHexStringLower(HashOf(row, suite))}"))]);

    private static long Microseconds(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / 10;
}
