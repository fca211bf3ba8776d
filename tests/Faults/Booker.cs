using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Anmin.Faults;

/// <summary>The public at the booking page: nobody signs in.</summary>
internal sealed class Booker(HttpClient http) : IDisposable
{
    public sealed record Slot(string Id, int Capacity);

    /// <summary>Every slot of the next days that the job has opened.</summary>
    public async Task<IReadOnlyList<Slot>> SlotsAsync(CancellationToken ct)
    {
        for (var i = 0; i < 1200; i++)
        {
            var open = await http.GetFromJsonAsync<JsonElement>("/api/v1/public/slots?institution=fh-1&kind=visit", ct);
            if (open.GetProperty("days").GetArrayLength() >= 3)
            {
                var all = new List<Slot>();
                foreach (var day in open.GetProperty("days").EnumerateArray())
                {
                    var of = await http.GetFromJsonAsync<JsonElement>($"/api/v1/public/slots?institution=fh-1&kind=visit&date={day.GetProperty("date").GetString()}", ct);
                    all.AddRange(of.GetProperty("slots").EnumerateArray().Select(s => new Slot(s.GetProperty("id").GetString()!, s.GetProperty("capacity").GetInt32())));
                }
                return all;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50), ct);
        }
        throw new InvalidOperationException("No slot was opened.");
    }

    /// <returns>The number; "" where it was refused for good (full); null where nobody knows, and the same key must be asked again.</returns>
    public async Task<string?> BookAsync(string key, string slot, string phone, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/public/places") { Content = JsonContent.Create(new { slotId = slot, phone, people = "1" }) };
        request.Headers.Add("Idempotency-Key", key);
        try
        {
            using var answer = await http.SendAsync(request, ct);
            var body = await answer.Content.ReadAsStringAsync(ct);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK => JsonDocument.Parse(body).RootElement.GetProperty("number").GetString(),
                HttpStatusCode.UnprocessableEntity when body.Contains("booking.slot.full", StringComparison.Ordinal) => "",
                HttpStatusCode.ServiceUnavailable => null,
                _ => throw new InvalidOperationException($"{(int)answer.StatusCode} {body}"),
            };
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException { InnerException: TimeoutException })
        {
            return null;
        }
    }

    public void Dispose() => http.Dispose();
}
