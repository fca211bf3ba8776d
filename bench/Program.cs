namespace Anmin.Bench;

/// <summary>Benchmarks by name; each proves its results first, then prints its RATIO lines. Exit code 1: an oracle disagreed.</summary>
internal static class Program
{
    private static readonly Dictionary<string, Func<Settings, Ratios, CancellationToken, Task>> Benches = new()
    {
        ["journal"] = Journal.JournalBench.RunAsync,
        ["booking"] = Booking.BookingBench.RunAsync,
        ["billing"] = Billing.BillingBench.RunAsync,
        ["cemetery"] = Cemetery.CemeteryBench.RunAsync,
        ["start"] = Start.StartBench.RunAsync,
        ["schedule"] = Schedule.ScheduleBench.RunAsync,
        ["demo"] = Demonstration.DemoBench.RunAsync,
        ["pages"] = Pages.PagesBench.RunAsync,
    };

    public static async Task<int> Main(string[] args)
    {
        if (args is ["--bare-host", var url]) return await Start.BareHost.ServeAsync(url);
        var switches = args.Where(a => a.StartsWith("--", StringComparison.Ordinal)).ToHashSet();
        if (args.Except(switches).ToList() is not [var asked] || asked.Split('.') is not [var name, .. var part] || part.Length > 1 || (name != "all" && !Benches.ContainsKey(name)) || switches.Except(["--quick", "--full"]).Any())
        {
            await Console.Error.WriteLineAsync($"bench/run NAME[.case] [--quick] [--full] — {string.Join(", ", Benches.Keys.Append("all"))}");
            return 2;
        }
        var settings = Settings.Read(switches.Contains("--quick"), switches.Contains("--full"), part.FirstOrDefault());
        var ratios = new Ratios();
        try
        {
            foreach (var (_, run) in Benches.Where(b => name == "all" || b.Key == name)) await run(settings, ratios, CancellationToken.None);
        }
        catch (OracleException e)
        {
            await Console.Error.WriteLineAsync("ORACLE " + e.Message);
            return 1;
        }
        ratios.Keep(Path.Combine(settings.Root, "bench", "results.json"));
        return 0;
    }
}

/// <summary>The result was wrong, so how fast it came does not matter.</summary>
internal sealed class OracleException(string message) : Exception(message)
{
    public static void Equal<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual)) throw new OracleException($"{what}: expected {expected}, got {actual}");
    }
}
