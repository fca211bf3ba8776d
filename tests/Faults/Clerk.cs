using System.Net;
using System.Net.Http.Json;
using AngleSharp.Html.Parser;

namespace Anmin.Faults;

/// <summary>Somebody at a browser: signs in by the form as people do, then reports deaths with a key each.</summary>
internal sealed class Clerk(HttpClient http) : IDisposable
{
    public static async Task<Clerk> SignedInAsync(HttpClient http, string persona, CancellationToken ct)
    {
        var page = new HtmlParser().ParseDocument(await http.GetStringAsync("/sign-in", ct));
        var form = page.Forms.First(f => f.QuerySelector("button[name=persona]") is not null);
        var fields = form.QuerySelectorAll("input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        fields["persona"] = persona;
        using var answer = await http.PostAsync("/sign-in", new FormUrlEncodedContent(fields), ct);
        if (answer.StatusCode is not (HttpStatusCode.Found or HttpStatusCode.SeeOther)) throw new InvalidOperationException($"Sign-in answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync(ct)}");
        return new(http);
    }

    /// <returns>The answer's body, or null where none came: the program was killed meanwhile.</returns>
    /// <exception cref="InvalidOperationException">It answered, and not with yes.</exception>
    public async Task<string?> ReportAsync(string key, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases");
        request.Headers.Add("Idempotency-Key", key);
        request.Content = JsonContent.Create(new { source = 1, nameUnknown = true, idType = 0, sex = 1, place = "321302", placeKind = 3, relation = key[..8] });
        try
        {
            using var answer = await http.SendAsync(request, ct);
            var body = await answer.Content.ReadAsStringAsync(ct);
            return answer.StatusCode == HttpStatusCode.OK ? body : throw new InvalidOperationException($"{(int)answer.StatusCode} {body}");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return null;
        }
    }

    public void Dispose() => http.Dispose();
}
