using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Anmin.Bench.Start;

/// <summary>A whole process from its start to its first page, and what it takes.</summary>
internal sealed class ProcessUnderWatch : IAsyncDisposable
{
    private readonly Process process;

    private ProcessUnderWatch(Process process) => this.process = process;

    public Uri Address { get; private init; } = null!;

    public double Seconds { get; private init; }

    public double Megabytes => Status("VmRSS:");

    public double PeakMegabytes => Status("VmHWM:");

    /// <summary>Processor seconds so far: on a busy machine the honest part of the time.</summary>
    public double Processor => process.TotalProcessorTime.TotalSeconds;

    public static async Task<ProcessUnderWatch> UntilAnswersAsync(string program, Func<string, IEnumerable<string>> arguments, params string[] paths)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo(program, arguments(url)) { RedirectStandardOutput = true, RedirectStandardError = true };
        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(url), Timeout = TimeSpan.FromSeconds(30) };
        foreach (var path in paths)
            while (!await AnswersAsync(http, path))
            {
                if (process.HasExited || Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(120)) throw new OracleException($"{program} did not answer {path}");
                await Task.Delay(5);
            }
        return new(process) { Address = new(url), Seconds = Stopwatch.GetElapsedTime(began).TotalSeconds };
    }

    private static async Task<bool> AnswersAsync(HttpClient http, string path)
    {
        try
        {
            using var answer = await http.GetAsync(path);
            return answer.StatusCode == HttpStatusCode.OK && (await answer.Content.ReadAsByteArrayAsync()).Length > 0;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private double Status(string name)
        => double.Parse(File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith(name, StringComparison.Ordinal)).Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
