using System.Globalization;
using Anmin.Bench.Start;
using Microsoft.Playwright;

namespace Anmin.Bench.Pages;

/// <summary>pages: a citizen's first visit over slow 4G, the published program before Debian's chromium with an empty cache. The peer is a bare host that answers two letters over the same line.</summary>
internal static class PagesBench
{
    private const double MostSeconds = 1.8;
    private const int MostBytes = 60_000, MostScript = 10_000;

    /// <summary>What families open first (UX.md B2).</summary>
    private static readonly string[] Pages = ["/", "/guide", "/guide/plan?place=hospital&evidence=no&hukou=local&disposition=cremation", "/pickup", "/progress", "/prices", "/prices/compare", "/cemeteries", "/directory", "/booking", "/verify"];

    /// <summary>Lighthouse's slow 4G: a round trip of 150 ms, 1.6 Mbit/s down, 750 kbit/s up.</summary>
    private static readonly Dictionary<string, object> Slow4G = new() { ["offline"] = false, ["latency"] = 150, ["downloadThroughput"] = 1_600_000 / 8, ["uploadThroughput"] = 750_000 / 8 };

    public static async Task RunAsync(Settings settings, Ratios ratios, CancellationToken ct)
    {
        var program = Path.Combine(settings.Root, "out", "anmin");
        if (!File.Exists(program)) throw new OracleException($"{program} is missing: run eng/build.sh");
        var data = Path.Combine(settings.Work, "pages");
        await using var host = await ProcessUnderWatch.UntilAnswersAsync(program, url => ["serve", "--demo", "--days", "1", "--data", data, "--pack", Path.Combine(settings.Root, "packs", "suqian"), "--urls", url], "/", "/health/ready");
        await using var bare = await ProcessUnderWatch.UntilAnswersAsync(Environment.ProcessPath!, url => ["--bare-host", url], "/sign-in");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"] });
        foreach (var path in Pages)
        {
            var (bytes, script) = (0L, 0L);
            async Task<double> Ours(int _)
            {
                var visit = await VisitAsync(browser, host.Address + path.TrimStart('/'));
                (bytes, script) = (visit.Bytes, visit.Script);
                return visit.Seconds;
            }
            await Ours(0);
            var result = await Rounds.RunAsync(settings.Rounds, Ours, async _ => (await VisitAsync(browser, bare.Address + "sign-in")).Seconds);
            ratios.Say("pages." + (path == "/" ? "home" : path.Trim('/').Split('?')[0].Replace('/', '-')), Ratios.Seconds(result.OursMedian), "bare-host:" + Ratios.Seconds(result.PeerMedian), result.Ratio, $"<={MostSeconds}s, <={MostBytes / 1000}kB, script <={MostScript / 1000}kB",
                result.OursMedian <= MostSeconds && bytes <= MostBytes && script <= MostScript, string.Create(CultureInfo.InvariantCulture, $"largest paint; {bytes / 1000.0:0.0} kB, of it script {script / 1000.0:0.0} kB"));
        }
    }

    private sealed record Visit(double Seconds, long Bytes, long Script);

    private static async Task<Visit> VisitAsync(IBrowser browser, string address)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 360, Height = 740 }, DeviceScaleFactor = 2, Locale = "zh-CN" });
        var page = await context.NewPageAsync();
        var line = await context.NewCDPSessionAsync(page);
        await line.SendAsync("Network.enable");
        await line.SendAsync("Network.emulateNetworkConditions", Slow4G);
        var scripts = new HashSet<string>();
        var (bytes, script) = (0L, 0L);
        line.Event("Network.responseReceived").OnEvent += (_, e) => { if (e!.Value.GetProperty("type").GetString() == "Script") scripts.Add(e.Value.GetProperty("requestId").GetString()!); };
        line.Event("Network.loadingFinished").OnEvent += (_, e) =>
        {
            var length = e!.Value.GetProperty("encodedDataLength").GetInt64();
            bytes += length;
            if (scripts.Contains(e.Value.GetProperty("requestId").GetString()!)) script += length;
        };
        var answer = await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle, Timeout = 60_000 });
        if (answer is not { Ok: true }) throw new OracleException($"{address} answered {answer?.Status}");
        var milliseconds = await page.EvaluateAsync<double>("() => new Promise(done => { new PerformanceObserver(list => done(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true }); setTimeout(() => done(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1), 3000); })");
        await context.CloseAsync();
        if (milliseconds < 0) throw new OracleException($"{address} painted nothing");
        return new(milliseconds / 1000, bytes, script);
    }
}
