using System.Globalization;
using Anmin.Kernel.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Bench.Start;

/// <summary>start: the published program from exec to a signed-out first page, with the pack suqian and many cases in SQLite.</summary>
internal static class StartBench
{
    private const double MostSeconds = 3, MostMegabytes = 250;

    public static async Task RunAsync(Settings settings, Ratios ratios, CancellationToken ct)
    {
        var program = Path.Combine(settings.Root, "out", "anmin");
        if (!File.Exists(program)) throw new OracleException($"{program} is missing: run eng/build.sh");
        var cases = settings.Full ? 1_000_000 : settings.Quick ? 20_000 : 100_000;
        var database = await BenchDatabase.MakeAsync(settings, DatabaseKind.Sqlite, pack: true);
        await SyntheticCases.WriteAsync(database, cases, ct);
        SqliteConnection.ClearAllPools();
        OracleException.Equal(cases, await database.CountAsync("funeral_case"), "cases in the database");

        var (memory, processor, bareMemory) = (new List<double>(), new List<double>(), new List<double>());
        async Task<double> Ours(int _)
        {
            await using var host = await ProcessUnderWatch.UntilAnswersAsync(program, url => ["serve", "--personas", "--data", database.Folder, "--pack", Path.Combine(settings.Root, "packs", "suqian"), "--urls", url], "/sign-in", "/health/ready");
            memory.Add(host.Megabytes);
            processor.Add(host.Processor);
            return host.Seconds;
        }
        async Task<double> Peer(int _)
        {
            await using var host = await ProcessUnderWatch.UntilAnswersAsync(Environment.ProcessPath!, url => ["--bare-host", url], "/sign-in", "/health/ready");
            bareMemory.Add(host.Megabytes);
            return host.Seconds;
        }
        await Ours(0);
        await Peer(0);
        var result = await Rounds.RunAsync(settings.Rounds, Ours, Peer);
        var load = File.ReadAllText("/proc/loadavg").Split(' ')[0];
        ratios.Say("start.first-page", Ratios.Seconds(result.OursMedian), "bare-host:" + Ratios.Seconds(result.PeerMedian), result.Ratio, $"<={MostSeconds}s", result.OursMedian <= MostSeconds, string.Create(CultureInfo.InvariantCulture, $"{cases} cases, {Rounds.Median(processor):0.00}s of processor, load {load}"));
        var (mine, bare) = (Rounds.Median(memory), Rounds.Median(bareMemory));
        ratios.Say("start.memory", $"{mine:0}MB", $"bare-host:{bare:0}MB", mine / bare, $"<={MostMegabytes}MB", mine <= MostMegabytes, $"{cases} cases, resident after the first page");
    }
}
