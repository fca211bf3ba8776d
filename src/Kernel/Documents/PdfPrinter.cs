using System.Diagnostics;
using Anmin.Kernel.Outcomes;
using Microsoft.Extensions.Logging;

namespace Anmin.Kernel.Documents;

/// <summary>
/// Makes a PDF of a page of ours with the system's own chromium: from a file in a private folder, without network; the page itself forbids scripts (<see cref="TemplateText.WithStyle"/>);
/// two at a time, twenty seconds at most. Where there is no chromium the printable page is all there is, and the problem says so.
/// </summary>
public sealed class PdfPrinter(ILogger<PdfPrinter> log) : IDisposable
{
    public static readonly Problem NoPrinter = new("kernel.pdf.none", "这台服务器没有装PDF打印程序。请打开打印页，用浏览器的“打印”另存为PDF。", ProblemKind.Unavailable);

    public static readonly Problem Busy = new("kernel.pdf.busy", "正在打印的文书太多。请过一分钟再试，或打开打印页直接打印。", ProblemKind.Unavailable);

    private const int AtOnce = 2, MostWaiting = 20;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20), Patience = TimeSpan.FromSeconds(30);
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
    private readonly SemaphoreSlim presses = new(AtOnce, AtOnce);
    private readonly Lazy<string?> program = new(() => (Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin").Split(Path.PathSeparator).SelectMany(d => Names.Select(n => Path.Combine(d, n))).FirstOrDefault(File.Exists));
    private int waiting;

    /// <param name="html">A whole page that needs nothing from outside.</param>
    public async Task<Outcome<byte[]>> PrintAsync(string html, CancellationToken ct)
    {
        if (program.Value is not { } chromium) return NoPrinter;
        if (Interlocked.Increment(ref waiting) > MostWaiting + AtOnce)
        {
            Interlocked.Decrement(ref waiting);
            return Busy;
        }
        try
        {
            if (!await presses.WaitAsync(Patience, ct)) return Busy;
            try
            {
                return await PressAsync(chromium, html, ct);
            }
            finally
            {
                presses.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    private async Task<Outcome<byte[]>> PressAsync(string chromium, string html, CancellationToken ct)
    {
        // readable by this user only
        var folder = Directory.CreateTempSubdirectory("anmin-pdf-");
        try
        {
            var page = Path.Combine(folder.FullName, "page.html");
            var pdf = Path.Combine(folder.FullName, "page.pdf");
            await File.WriteAllTextAsync(page, html, ct);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(Longest);
            var code = await RunAsync(Start(chromium, folder.FullName, page, pdf), limit.Token);
            if (code == 0 && File.Exists(pdf)) return await File.ReadAllBytesAsync(pdf, ct);
            log.LogWarning("Chromium ended with {Code} and no PDF", code);
            return Busy;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            log.LogWarning("Chromium took longer than {Seconds} s", Longest.TotalSeconds);
            return Busy;
        }
        catch (Exception e) when (e is IOException or System.ComponentModel.Win32Exception or UnauthorizedAccessException)
        {
            log.LogWarning("Chromium could not be run: {Kind}", e.GetType().Name);
            return NoPrinter;
        }
        finally
        {
            Remove(folder);
        }
    }

    private static ProcessStartInfo Start(string chromium, string folder, string page, string pdf)
    {
        var start = new ProcessStartInfo(chromium) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = folder };
        string[] words =
        [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync", "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
            "--no-pdf-header-footer", "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
            $"--user-data-dir={Path.Combine(folder, "profile")}", $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri,
        ];
        // chromium refuses to run as root with its sandbox; a service does not run as root
        if (Environment.IsPrivilegedProcess) start.ArgumentList.Add("--no-sandbox");
        foreach (var word in words) start.ArgumentList.Add(word);
        start.Environment["HOME"] = folder;
        return start;
    }

    private static async Task<int> RunAsync(ProcessStartInfo start, CancellationToken ct)
    {
        using var process = Process.Start(start) ?? throw new IOException("not started");
        process.StandardInput.Close();
        try
        {
            // read what it says, or it stops when the pipe is full
            var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
            await process.WaitForExitAsync(ct);
            await said;
            return process.ExitCode;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // a helper of chromium may still hold a file for a moment; the system clears its temporary folder
            log.LogInformation("Temporary folder of a PDF is left for the system to clear");
        }
    }

    public void Dispose() => presses.Dispose();
}
