using System.Text;
using Microsoft.AspNetCore.Http;

namespace Anmin.Billing.Checker;

/// <summary>An uploaded CSV as text: UTF-8, or GB18030 as older spreadsheets write it. Read in memory, never kept.</summary>
internal static class BillFile
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <returns>Null where the bytes are no text.</returns>
    public static async Task<string?> ReadAsync(IFormFile file, CancellationToken ct)
    {
        using var kept = new MemoryStream();
        await file.CopyToAsync(kept, ct);
        var bytes = kept.ToArray();
        if (bytes.AsSpan().Contains((byte)0)) return null;
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("gb18030")?.GetString(bytes);
        }
    }
}
