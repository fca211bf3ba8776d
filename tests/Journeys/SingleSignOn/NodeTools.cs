using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Anmin.Journeys.SingleSignOn;

/// <summary>Programs of other people that the journeys run: npm's <c>openid-client</c> and a linter. Installed from the lock file where they are not there yet.</summary>
internal static class NodeTools
{
    private static readonly Lazy<Task> Installed = new(InstallAsync);

    private static string Folder { get; } = Path.Combine(Path.GetDirectoryName(Here())!, "..", "node");

    /// <summary>What <c>node SCRIPT …</c> printed, and how it ended.</summary>
    public static async Task<(int Code, string Text)> RunAsync(string script, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        await Installed.Value.WaitAsync(ct);
        return await ProcessAsync("node", [script, .. arguments], ct);
    }

    private static async Task InstallAsync()
    {
        var (code, version) = await ProcessAsync("node", ["--version"], default);
        if (code != 0 || !int.TryParse(version.Trim().TrimStart('v').Split('.')[0], System.Globalization.CultureInfo.InvariantCulture, out var major) || major < 20)
            throw new InvalidOperationException("node 20 or newer is needed for this test and was not found. Install it (Debian: apt install nodejs npm), then run ./test again.");
        var (fine, said) = (File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")) && File.GetLastWriteTimeUtc(Path.Combine(Folder, "node_modules", ".package-lock.json")) >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")), "");
        if (fine) return;
        (code, said) = await ProcessAsync("npm", ["ci", "--no-audit", "--no-fund"], default);
        if (code != 0) throw new InvalidOperationException("npm ci in tests/Journeys/node failed: " + said);
    }

    private static async Task<(int Code, string Text)> ProcessAsync(string program, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        // no calls home of the linter
        (start.Environment["REDOCLY_TELEMETRY"], start.Environment["REDOCLY_SUPPRESS_UPDATE_NOTICE"]) = ("off", "true");
        try
        {
            using var process = Process.Start(start)!;
            using var stop = ct.Register(() => process.Kill(entireProcessTree: true));
            var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
            await process.WaitForExitAsync(ct);
            return (process.ExitCode, string.Concat(texts));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (127, program + " was not found.");
        }
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
