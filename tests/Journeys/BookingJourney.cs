using System.Net;
using System.Text.Json.Nodes;
using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Journeys;

/// <summary>祭扫预约 over HTTP, as the public does it: far more come than there is room for.</summary>
public sealed class BookingJourney
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Of_two_hundred_who_want_fifty_places_fifty_get_one_and_the_others_are_told(DatabaseKind kind)
    {
        await using var host = await TestHost.StartAsync(kind);
        using var somebody = new Visitor(host.Client());
        var slot = await OpenSlotAsync(somebody);
        var visitors = Enumerable.Range(0, 200).Select(_ => new Visitor(host.Client())).ToList();
        var answers = await Task.WhenAll(visitors.Select((v, i) => v.TryAsync("/public/places", new { slotId = slot, phone = $"138{i:D8}", people = "1" })));
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(50);
        answers.Count(a => a.StatusCode == HttpStatusCode.UnprocessableEntity).ShouldBe(150);
        var numbers = await Task.WhenAll(answers.Where(a => a.IsSuccessStatusCode).Select(async a => JsonNode.Parse(await a.Content.ReadAsStringAsync(Ct))!["number"]!.GetValue<string>()));
        numbers.Distinct().Count().ShouldBe(50);
        var refused = JsonNode.Parse(await answers.First(a => !a.IsSuccessStatusCode).Content.ReadAsStringAsync(Ct))!;
        (refused["code"]!.GetValue<string>(), refused["detail"]!.GetValue<string>()).ShouldBe(("booking.slot.full", "这个时段已经约满。请改选还有余量的时段。"));

        // one gives their place back, and one of those who went away empty gets it
        var granted = Enumerable.Range(0, 200).First(i => answers[i].IsSuccessStatusCode);
        var number = JsonNode.Parse(await answers[granted].Content.ReadAsStringAsync(Ct))!["number"]!.GetValue<string>();
        await somebody.DoAsync("/public/places/cancel", new { number, phone = $"138{granted:D8}" });
        (await somebody.DoAsync("/public/places", new { slotId = slot, phone = "13900000001", people = "1" }))["number"]!.GetValue<string>().ShouldNotBe(number);
        (await somebody.TryAsync("/public/places", new { slotId = slot, phone = "13900000002", people = "1" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await somebody.Http.GetStringAsync("/metrics", Ct)).ShouldContain("anmin_lane_rows_total{lane=\"booking.places\"} 52");
        await using var scope = host.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<JournalVerifier>().RunAsync(Ct);
        (report.Broken, report.LaneLines).ShouldBe((null, 52));
        foreach (var visitor in visitors) visitor.Dispose();
    }

    /// <summary>The job opens the slots a moment after the start.</summary>
    internal static async Task<string> OpenSlotAsync(Visitor visitor)
    {
        for (var i = 0; i < 600; i++)
        {
            var open = JsonNode.Parse(await visitor.Http.GetStringAsync("/api/v1/public/slots?institution=fh-1&kind=visit", Ct))!;
            if (open["slots"]!.AsArray() is [{ } first, ..]) return first["id"]!.GetValue<string>();
            await Task.Delay(TimeSpan.FromMilliseconds(50), Ct);
        }
        throw new InvalidOperationException("No slot was opened.");
    }
}
