using System.Diagnostics;

namespace Anmin.Bench;

/// <summary>Ours and the peer by turns, so that a busy minute hits both.</summary>
internal static class Rounds
{
    public sealed record Result(IReadOnlyList<double> Ours, IReadOnlyList<double> Peer)
    {
        public double OursMedian => Median(Ours);

        public double PeerMedian => Median(Peer);

        /// <summary>Median of the rounds' own ratios, ours to peer: what a neighbour did in one round stays in it.</summary>
        public double Ratio => Median([.. Ours.Zip(Peer, (a, b) => a / b)]);
    }

    /// <param name="ours">Given the round, does it once; answers seconds, or whatever figure is compared.</param>
    public static async Task<Result> RunAsync(int rounds, Func<int, Task<double>> ours, Func<int, Task<double>> peer)
    {
        var (a, b) = (new List<double>(), new List<double>());
        for (var i = 0; i < rounds; i++)
        {
            var first = i % 2 == 0;
            if (first) a.Add(await ours(i));
            b.Add(await peer(i));
            if (!first) a.Add(await ours(i));
        }
        return new(a, b);
    }

    public static async Task<double> TimeAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Seconds of processor this process has used: on a busy machine, where the time goes.</summary>
    public static double Processor()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalSeconds;
    }

    /// <summary>Who else is at work on this machine, as it stands beside a figure.</summary>
    public static string Load() => $"load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} on {Environment.ProcessorCount} cores";

    public static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}

/// <summary>The disk's own speed at the moment: durable figures swing with it.</summary>
internal static class Disk
{
    public static double FsyncsPerSecond(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, "fsync.probe"), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        var page = new byte[4096];
        var (watch, count) = (Stopwatch.StartNew(), 0);
        for (; watch.ElapsedMilliseconds < 400; count++)
        {
            file.Position = 0;
            file.Write(page);
            file.Flush(flushToDisk: true);
        }
        return count / watch.Elapsed.TotalSeconds;
    }

    public static string Note(string folder) => $"fsync={Ratios.Rate(FsyncsPerSecond(folder))}";
}
