using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Anmin.Notifications.Delivery;

/// <summary>Speaks to a group as 政务微信's and 钉钉's robots are spoken to: markdown in JSON; success is <c>errcode</c> 0, not the status.</summary>
internal sealed class GroupRobot(OutsideCalls calls, TimeProvider clock)
{
    public async Task<SendAnswer> SendAsync(GroupChannel group, string title, string text, CancellationToken ct)
    {
        try
        {
            var address = group is { Shape: GroupShape.DingTalk, Secret: { } secret } ? Signed(group.Url!.Reveal(), secret.Reveal(), clock.GetUtcNow()) : group.Url!.Reveal();
            using var answer = await calls.Guarded.PostAsync(address, JsonContent.Create(Body(group.Shape, title, text)), ct);
            if (!answer.IsSuccessStatusCode) return new($"答复{(int)answer.StatusCode}", (int)answer.StatusCode is >= 400 and < 500 and not (408 or 425 or 429));
            using var said = JsonDocument.Parse(await CappedText.ReadAsync(answer.Content, ct));
            var code = said.RootElement.TryGetProperty("errcode", out var value) && value.TryGetInt32(out var n) ? n : -1;
            return code == 0 ? SendAnswer.Taken : new(string.Create(CultureInfo.InvariantCulture, $"机器人答复errcode {code}"));
        }
        catch (Exception e) when (InsideAddressException.Caused(e))
        {
            return new("地址在内网，没有发送", Final: true);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or UriFormatException or InvalidOperationException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return new($"没有连上：{e.GetType().Name}");
        }
    }

    /// <summary>timestamp and sign of 钉钉 加签: base64 of HMAC-SHA256 over <c>timestamp\nsecret</c> under the secret.</summary>
    public static string Signed(string url, string secret, DateTimeOffset now)
    {
        var at = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var sign = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{at}\n{secret}")));
        return $"{url}{(url.Contains('?') ? '&' : '?')}timestamp={at}&sign={Uri.EscapeDataString(sign)}";
    }

    private static object Body(GroupShape shape, string title, string text) => shape == GroupShape.WeCom
        ? new { msgtype = "markdown", markdown = new { content = $"**{Plain(title)}**\n{Plain(text)}" } }
        : new { msgtype = "markdown", markdown = new { title, text = $"### {Plain(title)}\n{Plain(text)}" } };

    /// <summary>What a message says is text: it opens no link and calls nobody.</summary>
    private static string Plain(string text) => string.Concat(text.Select(c => c is '*' or '_' or '`' or '[' or ']' or '<' or '>' or '#' or '@' or '!' ? "\\" + c : c.ToString()));
}
