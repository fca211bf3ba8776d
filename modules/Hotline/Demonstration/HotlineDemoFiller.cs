using System.Globalization;
using Anmin.Contracts.Identity;
using Anmin.Hotline.Calls;
using Anmin.Hotline.Quality;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Hotline.Demonstration;

/// <summary>Invented calls of the last days by running the use cases at their times: answered, missed, broken off, called back, drawn and scored. Same days and seed on the same day, same calls.</summary>
internal sealed class HotlineDemoFiller(IServiceScopeFactory scopes, IStaffDirectory staff, Reference reference) : IDemoFiller
{
    private const int ADay = 46, PerCommit = 20, MostDays = 30, Points = 100;

    public async Task FillAsync(int days, int seed, IProgress<string> progress, CancellationToken ct)
    {
        if (Persona("接线员") is not { } agent) return;
        var now = TimeProvider.System.GetUtcNow();
        var times = Times(Math.Min(days, MostDays), new Random(seed), now, reference.Now.Zone);
        foreach (var (batch, n) in times.Chunk(PerCommit).Select((b, n) => (b, n)))
        {
            await using var room = scopes.CreateAsyncScope();
            await room.ServiceProvider.GetRequiredService<Gate>().TogetherAsync(async () =>
            {
                foreach (var (at, i) in batch.Select((t, i) => (t, i)))
                {
                    await new DemoCall(room.ServiceProvider, agent, new Random(unchecked((seed * 486187739) ^ ((n * PerCommit) + i))), now).RunAsync(at, (n * PerCommit) + i, ct);
                    room.ServiceProvider.GetRequiredService<AnminDb>().ChangeTracker.Clear();
                }
            }, ct);
        }
        ToldClock.At(null);
        if (Persona("市局") is { } reviewer) await ScoreAsync(reviewer, Math.Min(days, MostDays), new Random(seed), now, ct);
        progress.Report($"演示来电 {times.Count}个");
    }

    private Actor? Persona(string name) => staff.ActorOf(staff.Persona(name)?.Id ?? "") is { } actor ? actor with { Device = "demo" } : null;

    /// <summary>Oldest first; most by day, some at night, none so late that it would still be going on.</summary>
    private static List<DateTimeOffset> Times(int days, Random chance, DateTimeOffset now, TimeZoneInfo zone)
    {
        var (found, today) = (new List<DateTimeOffset>(), LocalClock.DateOf(now, zone));
        for (var day = days; day >= 0; day--)
            for (var i = ADay + chance.Next(-9, 10); i > 0; i--)
                found.Add(LocalClock.StartOf(today.AddDays(-day), zone).ToUniversalTime().AddSeconds(chance.NextDouble() < 0.25 ? chance.Next(0, 24 * 3600) : chance.Next(27000, 68000)));
        return [.. found.Where(t => t < now.AddMinutes(-20)).Order()];
    }

    /// <summary>Half of each full day's sample is scored; the rest is today's work.</summary>
    private async Task ScoreAsync(Actor reviewer, int days, Random chance, DateTimeOffset now, CancellationToken ct)
    {
        await using var room = scopes.CreateAsyncScope();
        var services = room.ServiceProvider;
        services.GetRequiredService<CurrentActor>().Actor = reviewer;
        var gate = services.GetRequiredService<Gate>();
        var today = LocalClock.DateOf(now, reference.Now.Zone);
        for (var day = Math.Min(days, 7); day >= 1; day--)
            await gate.RunAsync(services.GetRequiredService<DrawSample>(), new DrawSample.Request(today.AddDays(-day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ct: ct);
        var drawn = await services.GetRequiredService<AnminDb>().CallReviews.AsNoTracking().OrderBy(r => r.Day).ThenBy(r => r.Id).Select(r => r.Id).ToListAsync(ct);
        var sheet = services.GetRequiredService<QualitySheet>().Points;
        foreach (var review in drawn.Take(drawn.Count / 2))
        {
            var given = sheet.Select(p => new ReviewCall.Given(p.Code, (p.Points - chance.Next(0, (p.Points * 30 / Points) + 1)).ToString(CultureInfo.InvariantCulture))).ToList();
            await gate.RunAsync(services.GetRequiredService<ReviewCall>(), new ReviewCall.Request(review, given, "结尾再问一句听清楚了没有。"), ct: ct);
        }
    }
}
