using System.Globalization;
using Anmin.Bench.Start;
using Anmin.Booking.Places;
using Anmin.Kernel.Data;
using Anmin.Kernel.Lanes;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Anmin.Bench.Booking;

/// <summary>The published program as it is served, its limits per address lifted by its own setting: BookPlace over HTTP against the same host's smallest JSON answer.</summary>
internal static class HttpBench
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(2.5);
    private static long phones = 13_000_000_000;

    public static async Task RunAsync(Stage stage, Settings settings, Ratios ratios)
    {
        var program = Path.Combine(settings.Root, "out", "anmin");
        if (!File.Exists(program)) throw new OracleException($"{program} is missing: run eng/build.sh");
        string[] where = stage.Database.Kind == DatabaseKind.Postgres ? ["--data", stage.Database.Folder, "--database", stage.Database.Settings.ConnectionString] : ["--data", stage.Database.Folder];
        Environment.SetEnvironmentVariable("Anmin__PublicPostsPerMinute", "0");
        // the host takes the partition at its first request, not when our lease has lapsed
        await stage.Database.Services.GetRequiredService<GroupCommit<PlaceTask, PlaceReply>>().RestAsync();
        await using var host = await ProcessUnderWatch.UntilAnswersAsync(program, url => ["serve", "--urls", url, "--pack", Path.Combine(settings.Root, "packs", "suqian"), .. where], "/health/live");
        var load = new HttpLoad(host.Address);
        var full = (await stage.SlotsAsync(1, 1))[0];
        await load.RunAsync(1, TimeSpan.FromSeconds(0.2), _ => Wish(full));

        var (booked, bare, refused) = (new List<double>(), new List<double>(), new List<double>());
        var live = HttpLoad.Get("/health/live");
        for (var round = -1; round < settings.Rounds; round++)
        {
            var slots = await stage.SlotsAsync(20, 100_000_000);
            var order = new (List<double> Figures, Func<Task<double>> Run)[]
            {
                (booked, async () =>
                {
                    var (rate, asked, statuses) = await load.RunAsync(256, Time, client => Wish(slots[client % 20]));
                    OracleException.Equal(asked, statuses.GetValueOrDefault(200), "granted over HTTP, of " + string.Join(' ', statuses));
                    await stage.OversoldAsync(slots, asked, "over HTTP");
                    return rate;
                }),
                (bare, async () => (await load.RunAsync(256, Time, _ => live)).Rate),
                (refused, async () =>
                {
                    var (rate, asked, statuses) = await load.RunAsync(256, Time, _ => Wish(full));
                    OracleException.Equal(asked, statuses.GetValueOrDefault(422), "refused over HTTP, of " + string.Join(' ', statuses));
                    return rate;
                }),
            };
            foreach (var (figures, run) in round % 2 == 0 ? order : order.Reverse())
            {
                var figure = await run();
                if (round >= 0) figures.Add(figure);
            }
        }
        await stage.OversoldAsync([full], 1, "the full slot");
        var note = string.Create(CultureInfo.InvariantCulture, $"256 connections, generator on the same machine; {Disk.Note(stage.Database.Folder)}, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");
        Say(ratios, $"booking.{stage.Database.Name}.http", booked, bare, 0.25, note);
        Say(ratios, $"booking.{stage.Database.Name}.http-full-slot", refused, bare, 0.5, note);
    }

    private static void Say(Ratios ratios, string name, List<double> ours, List<double> bare, double goal, string note)
    {
        var result = new Rounds.Result(ours, bare);
        ratios.Say(name, Ratios.Rate(result.OursMedian), "bare-json:" + Ratios.Rate(result.PeerMedian), result.Ratio, string.Create(CultureInfo.InvariantCulture, $">={goal}"), result.Ratio >= goal, note);
    }

    private static byte[] Wish(Guid slot)
        => HttpLoad.Post("/api/v1/public/places", Guid.NewGuid().ToString("N"), string.Create(CultureInfo.InvariantCulture, $$"""{"slotId":"{{slot}}","phone":"{{Interlocked.Increment(ref phones)}}","people":"1"}"""));
}
