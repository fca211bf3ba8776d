using System.Globalization;
using System.Text;
using Anmin.Kernel.Ciphers;

namespace Anmin.Notifications.Webhooks;

/// <summary>
/// Signs as Standard Webhooks does: <c>v1,</c> and base64 of HMAC-SHA-256 over <c>id.timestamp.body</c> under the decoded secret;
/// where asked for, beside it <c>v1sm3,</c> with HMAC-SM3. While a secret is being changed both sign, parted by a blank.
/// </summary>
internal static class WebhookSignature
{
    public static string Of(string id, long timestamp, string body, string secret, ICipherSuite suite)
        => (suite.Name == "guomi" ? "v1sm3," : "v1,") + Convert.ToBase64String(suite.Hmac(Key(secret), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.{body}"))));

    public static string All(string id, long timestamp, string body, IEnumerable<string> secrets, bool sm3)
    {
        var signed = new List<string>();
        foreach (var secret in secrets)
        {
            signed.Add(Of(id, timestamp, body, secret, CipherSuites.Named("standard")));
            if (sm3) signed.Add(Of(id, timestamp, body, secret, CipherSuites.Named("guomi")));
        }
        return string.Join(' ', signed);
    }

    private static byte[] Key(string secret) => Convert.FromBase64String(secret["whsec_".Length..]);
}
