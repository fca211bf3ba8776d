using System.Text;

namespace Anmin.Notifications.Delivery;

/// <summary>The beginning of somebody else's answer, however long it is.</summary>
internal static class CappedText
{
    public const int Most = 4096;

    public static async Task<string> ReadAsync(HttpContent content, CancellationToken ct)
    {
        await using var stream = await content.ReadAsStreamAsync(ct);
        var buffer = new byte[Most];
        var read = await stream.ReadAtLeastAsync(buffer, Most, throwOnEndOfStream: false, ct);
        var text = Encoding.UTF8.GetString(buffer, 0, read);
        return string.Concat(text.Select(c => char.IsControl(c) && c is not ('\n' or '\t') ? ' ' : c));
    }
}
