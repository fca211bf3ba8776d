using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Anmin.Bench.Demonstration;

/// <summary>demo: an empty folder to a month of a city, through the use cases. One run: it is the whole command that counts.</summary>
internal static class DemoBench
{
    private const double Goal = 60;

    public static async Task RunAsync(Settings settings, Ratios ratios, CancellationToken ct)
    {
        var program = Path.Combine(settings.Root, "out", "anmin");
        var data = Path.Combine(settings.Work, "demo");
        string[] where = ["--data", data, "--json"];
        double processor = 0;
        var seconds = await Rounds.TimeAsync(async () => processor = await ToolAsync(program, ["demo", "--days", "30", "--seed", "1", "--pack", Path.Combine(settings.Root, "packs", "suqian"), .. where], ct));
        await ToolAsync(program, ["journal", "verify", .. where], ct); // exit code 1 where anything is broken
        var cases = Count(data, "funeral_case");
        var entries = Count(data, "kernel_journal");
        OracleException.Equal(true, cases is > 2_500 and < 3_400, "about 2 900 cases");
        var load = File.ReadAllText("/proc/loadavg").Split(' ')[0];
        ratios.Say("demo.fill", Ratios.Seconds(seconds), $"goal:{Ratios.Seconds(Goal)}", seconds / Goal, $"<={Goal}s", seconds <= Goal, string.Create(CultureInfo.InvariantCulture, $"{cases} cases, {cases / seconds:0}/s; {entries} journal entries, verified; {processor:0.0}s of processor, load {load}"));
    }

    private static async Task<double> ToolAsync(string program, IEnumerable<string> arguments, CancellationToken ct)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        var processor = TimeSpan.Zero;
        // asked while it lives; afterwards nobody knows
        while (!process.WaitForExit(100)) processor = process.TotalProcessorTime;
        var text = string.Concat(await said);
        if (process.ExitCode != 0) throw new OracleException($"anmin {string.Join(' ', arguments)}: {text[..Math.Min(500, text.Length)]}");
        return processor.TotalSeconds;
    }

    private static long Count(string data, string table)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "anmin.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"select count(*) from {table}";
        return (long)command.ExecuteScalar()!;
    }
}
