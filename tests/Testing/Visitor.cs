using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Anmin.Testing;

/// <summary>Somebody with a browser's cookies in front of the real host: signs in by the page's form, then uses pages and API.</summary>
public sealed partial class Visitor(HttpClient http) : IDisposable
{
    public HttpClient Http => http;

    public static async Task<Visitor> SignedInAsync(TestHost host, string persona)
    {
        var visitor = new Visitor(host.Client());
        var done = await visitor.PostFormAsync("/sign-in", new() { ["persona"] = persona });
        if (done.StatusCode is not (HttpStatusCode.SeeOther or HttpStatusCode.Found)) throw new InvalidOperationException($"{persona} could not sign in: {(int)done.StatusCode}");
        return visitor;
    }

    /// <summary>GETs the page, then POSTs its form with the hidden fields it carried.</summary>
    /// <param name="form">Which form of the page, by the action or handler it names; the first that posts where empty.</param>
    /// <param name="meanwhile">What happens between opening the form and sending it.</param>
    public async Task<HttpResponseMessage> PostFormAsync(string path, Dictionary<string, string> fields, string form = "", Func<Task>? meanwhile = null)
    {
        var page = await http.GetStringAsync(path);
        var forms = Forms().Matches(page).Select(m => m.Value).Where(f => f.Contains("method=\"post\"", StringComparison.OrdinalIgnoreCase) && !f.Contains("/sign-out", StringComparison.Ordinal));
        var chosen = forms.FirstOrDefault(f => f.Contains(form, StringComparison.Ordinal)) ?? throw new InvalidOperationException($"{path} has no form {form}.");
        var all = Hidden().Matches(chosen).Select(m => m.Value).ToDictionary(i => Attribute(i, "name"), i => Attribute(i, "value"));
        foreach (var (name, value) in fields) all[name] = value;
        if (meanwhile is not null) await meanwhile();
        var action = Attribute(chosen[..chosen.IndexOf('>', StringComparison.Ordinal)], "action");
        // as a browser says of a form of the page itself
        using var message = new HttpRequestMessage(HttpMethod.Post, action.Length > 0 ? WebUtility.HtmlDecode(action) : path) { Content = new FormUrlEncodedContent(all) };
        message.Headers.Add("Origin", http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return await http.SendAsync(message);
    }

    /// <summary>POSTs to the API with a fresh idempotency key.</summary>
    public async Task<JsonNode> DoAsync(string path, object request, string? key = null)
    {
        var answer = await TryAsync(path, request, key);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text.Length == 0 ? "{}" : text)! : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {text}");
    }

    public async Task<HttpResponseMessage> TryAsync(string path, object request, string? key = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/api/v1" + path) { Content = JsonContent.Create(request) };
        message.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString("N"));
        return await http.SendAsync(message);
    }

    public void Dispose() => http.Dispose();

    private static string Attribute(string tag, string name) => Regex.Match(tag, name + "=\"([^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : "";

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();
}
