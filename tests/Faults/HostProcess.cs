using System.Diagnostics;
using System.Text.RegularExpressions;
using Anmin.Testing;

namespace Anmin.Faults;

/// <summary>The real program, from the build beside the tests, in a process that can be killed.</summary>
internal sealed partial class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly Process process;
    private readonly Queue<string> said;

    private HostProcess(Process process, Queue<string> said) => (this.process, this.said) = (process, said);

    public Uri? Address { get; private set; }

    public static string Program => Path.Combine(AppContext.BaseDirectory, "anmin");

    public static async Task<HostProcess> StartAsync(TestDatabase database, CancellationToken ct)
    {
        var listening = new TaskCompletionSource<string>();
        var (process, said) = Run(["serve", "--personas", "--urls", "http://127.0.0.1:0", .. Where(database)], line =>
        {
            if (line is null) listening.TrySetException(new HttpRequestException("It ended."));
            else if (Started().Match(line) is { Success: true } started) listening.TrySetResult(started.Groups[1].Value);
        });
        var host = new HostProcess(process, said);
        try
        {
            host.Address = new(await listening.Task.WaitAsync(Patience, ct));
            using var http = host.Client();
            using var answer = await http.GetAsync("/health/ready", ct);
            answer.EnsureSuccessStatusCode();
        }
        catch (Exception e) when (e is TimeoutException or HttpRequestException)
        {
            await host.DisposeAsync();
            throw new InvalidOperationException("The program did not start: " + host.Said(), e);
        }
        return host;
    }

    /// <summary>Another command of the program on the same database.</summary>
    /// <returns>Exit code, and what it printed.</returns>
    public static async Task<(int Code, string Said)> CommandAsync(TestDatabase database, string command, CancellationToken ct)
    {
        var (process, said) = Run([.. command.Split(' '), .. Where(database)], _ => { });
        using (process)
        {
            await process.WaitForExitAsync(ct);
            lock (said) return (process.ExitCode, string.Join('\n', said));
        }
    }

    /// <summary>SIGSTOP: it sleeps in the middle of whatever it did, and knows nothing of it.</summary>
    public void Stop() => Signal("-STOP");

    public void Continue() => Signal("-CONT");

    private void Signal(string signal)
    {
        using var kill = Process.Start("kill", [signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>kill -9: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
    }

    private string Said()
    {
        lock (said) return string.Join('\n', said);
    }

    private static (Process Process, Queue<string> Said) Run(IEnumerable<string> arguments, Action<string?> heard)
    {
        var said = new Queue<string>();
        void Keep(string? line)
        {
            heard(line);
            if (line is null) return;
            lock (said)
            {
                said.Enqueue(line);
                if (said.Count > 40) said.Dequeue();
            }
        }
        var process = new Process { StartInfo = new(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true } };
        // the public's limit per address would stop a crowd from one machine; owners are replaced sooner than in earnest
        process.StartInfo.Environment["Anmin__PublicPostsPerMinute"] = "0";
        process.StartInfo.Environment["Anmin__Lanes__LeaseSeconds"] = "2";
        process.OutputDataReceived += (_, e) => Keep(e.Data);
        process.ErrorDataReceived += (_, e) => Keep(e.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return (process, said);
    }

    private static string[] Where(TestDatabase database) => database.Connection is { } connection ? ["--data", database.Folder, "--database", connection] : ["--data", database.Folder];

    [GeneratedRegex(@"^安民已启动：(http://\S+)")]
    private static partial Regex Started();
}
