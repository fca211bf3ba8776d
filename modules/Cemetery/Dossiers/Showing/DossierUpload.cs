using Anmin.Cemetery.Dossiers.Papers;
using Microsoft.AspNetCore.Http;

namespace Anmin.Cemetery.Dossiers.Showing;

/// <summary>What a form handed in, never more of it than one byte over the limit, so that too large is seen and not kept.</summary>
internal static class DossierUpload
{
    public static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken ct)
    {
        var content = new byte[Math.Min(file.Length, DossierPaper.Largest + 1L)];
        await using var stream = file.OpenReadStream();
        await stream.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, ct);
        return content;
    }
}
