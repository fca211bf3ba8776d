using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Anmin.Kernel.Personal;
using Microsoft.Extensions.Configuration;

namespace Anmin.Notifications.Delivery;

/// <summary>
/// A gateway of the city over HTTP. POST with <c>Authorization: Bearer key</c> and <c>Idempotency-Key: id</c>, body
/// <c>{"id","to","text"}</c>. 2xx: taken. 408, 425, 429 and 5xx: again later. Anything else: never.
/// Address and key file are the operator's (<c>Anmin:Sms:Url</c>, <c>Anmin:Sms:KeyFile</c>), not a page's: whoever turned them would read every code.
/// </summary>
internal sealed class HttpSmsPort(Uri address, string keyFile, HttpClient http) : ISmsPort
{
    public string Name => "短信网关";

    public static ISmsPort? From(IConfiguration configuration, OutsideCalls calls)
    {
        if (configuration["Anmin:Sms:Url"] is not { Length: > 0 } url) return null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
            throw new InvalidOperationException("Anmin:Sms:Url 应以 https:// 开头（本机地址除外）。");
        var file = configuration["Anmin:Sms:KeyFile"] is { Length: > 0 } given ? given : throw new InvalidOperationException("设了 Anmin:Sms:Url，还要设 Anmin:Sms:KeyFile。");
        return new HttpSmsPort(address, file, calls.Trusted);
    }

    public async Task<SendAnswer> SendAsync(Guid id, PhoneNumber to, string text, CancellationToken ct)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(new { id, to = to.Reveal(), text }) };
            // read each time: a changed key is in force without a restart
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(keyFile, ct)).Trim());
            request.Headers.Add("Idempotency-Key", id.ToString("N"));
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            if (answer.IsSuccessStatusCode) return SendAnswer.Taken;
            var again = answer.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or (HttpStatusCode)425 || (int)answer.StatusCode >= 500;
            return new($"网关答复{(int)answer.StatusCode}", !again);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or UnauthorizedAccessException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return new($"没有连上网关：{e.GetType().Name}");
        }
    }
}
