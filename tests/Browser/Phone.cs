using Microsoft.Playwright;

namespace Anmin.Browser;

/// <summary>One phone: a browser with a profile of its own that survives being closed, at the end of a line that can be cut.</summary>
internal sealed class Phone(IPlaywright playwright, string address) : IAsyncDisposable
{
    private readonly string profile = Directory.CreateTempSubdirectory("anmin-phone-").FullName;
    private IBrowserContext? browser;

    public Wire Wire { get; } = new(address);

    /// <summary>Taps of buttons and scans that a person makes; the test fails when they are more than UX.md allows.</summary>
    public int Taps { get; private set; }

    public int Scans { get; private set; }

    public IPage Page { get; private set; } = null!;

    public async Task StartAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        browser = await playwright.Chromium.LaunchPersistentContextAsync(profile, new()
        {
            ExecutablePath = File.Exists("/usr/bin/chromium") ? "/usr/bin/chromium" : "/usr/bin/google-chrome",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--no-first-run"],
            ViewportSize = new() { Width = 360, Height = 740 },
            Locale = "zh-CN",
            BaseURL = Wire.Address,
        });
        browser.SetDefaultTimeout(90_000);
        Page = await browser.NewPageAsync();
    }

    public Task<IPage> AnotherTabAsync() => browser!.NewPageAsync();

    public async Task SignInAsync(string persona)
    {
        await browser!.ClearCookiesAsync();
        await Page.GotoAsync("/sign-in");
        if (await Page.Locator($"button.persona[value=\"{persona}\"]").CountAsync() == 0) throw new InvalidOperationException(Page.Url + await Page.Locator("body").InnerTextAsync());
        await Page.ClickAsync($"button.persona[value=\"{persona}\"]");
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>The card is drawn and everything it needs without network is on the phone.</summary>
    public async Task OpenTripAsync(bool kept = true)
    {
        await Page.GotoAsync("/m/trip");
        if (kept) await Page.Locator("[data-trip][data-kept=yes]").WaitForAsync();
    }

    public async Task TapAsync(string act)
    {
        Taps++;
        await Page.ClickAsync($"button.big[data-act={act}]");
    }

    public async Task ScanAsync(string field, string text)
    {
        Scans++;
        await Page.FillAsync($"dialog.scan [name={field}]", text);
        await Page.PressAsync($"dialog.scan [name={field}]", "Enter");
    }

    public async Task SentAsync(int left = 0)
    {
        try
        {
            await Page.Locator($"[data-trip][data-unsent='{left}']").WaitForAsync(new() { Timeout = 40_000 });
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{left} left: {await Page.Locator("body").InnerTextAsync()}\n{await Page.EvaluateAsync<string>("""
                async () => {
                  const all = [];
                  for (const { name } of await indexedDB.databases()) {
                    const db = await new Promise(done => { const r = indexedDB.open(name); r.onsuccess = () => done(r.result); });
                    all.push([name, await new Promise(done => { const r = db.transaction("items").objectStore("items").getAll(); r.onsuccess = () => done(r.result); })]);
                  }
                  return JSON.stringify([location.href, document.querySelector("[data-trip]").outerHTML.slice(0, 200), all, await navigator.locks.query()]);
                }
                """)}", e);
        }
    }

    /// <summary>It has tried to send and found no network: what is sent after this was sent by what happens after this.</summary>
    public Task TriedAsync() => Page.Locator("[data-net]:has-text('离线')").WaitForAsync();

    public Task ShownAsync(string act) => Page.Locator($".five li.d[data-act={act}]").WaitForAsync();

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        await Wire.DisposeAsync();
        Directory.Delete(profile, recursive: true);
    }
}
