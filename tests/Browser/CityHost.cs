using System.Collections.Concurrent;
using Anmin.Host;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Anmin.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Anmin.Browser;

/// <summary>The real program on the real city pack with a day of invented cases, and Debian's chromium in front of it.</summary>
public sealed class CityHost : IAsyncLifetime
{
    private static readonly string Pack = Path.Combine(Checkout.Root, "packs", "suqian");
    private static readonly Lazy<Task<string>> Filled = new(FillAsync);

    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> signedIn = new();
    private readonly string folder = Directory.CreateTempSubdirectory("anmin-browser-").FullName;
    private WebApplication? app;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public string Address { get; private set; } = "";

    public IServiceProvider Services => app!.Services;

    public static string Screenshots { get; } = Directory.CreateDirectory(Path.Combine(Checkout.Root, "docs", "screenshots")).FullName;

    public async ValueTask InitializeAsync()
    {
        Copy(await Filled.Value, folder);
        app = Build(folder);
        await Anmin.Host.Database.PrepareAsync(app.Services);
        await app.StartAsync();
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(20_000); // what is counted is clicks, not seconds
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = File.Exists("/usr/bin/chromium") ? "/usr/bin/chromium" : "/usr/bin/google-chrome",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--no-first-run"],
        });
    }

    // the gallery of parts is shown only to makers; here it is looked at with every other page
    private static WebApplication Build(string data)
        => AnminApp.Build(new HostOptions { Data = data, Pack = Pack, Urls = "http://127.0.0.1:0", Personas = true }, builder => builder.Environment.EnvironmentName = "Development");

    /// <summary>The invented day is lived once in a run; each city starts from a copy of it.</summary>
    private static async Task<string> FillAsync()
    {
        var data = Directory.CreateTempSubdirectory("anmin-city-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(data, recursive: true);
        await using (var app = Build(data))
        {
            await Anmin.Host.Database.PrepareAsync(app.Services);
            var loader = app.Services.GetRequiredService<PackLoader>();
            await loader.LoadAsync(loader.Read(Pack), CancellationToken.None);
            await app.Services.GetRequiredService<Reference>().RefreshAsync(CancellationToken.None);
            foreach (var filler in app.Services.GetServices<IDemoFiller>()) await filler.FillAsync(1, 7, new Progress<string>(), CancellationToken.None);
        }
        SqliteConnection.ClearAllPools();
        return data;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>A person's own browser, signed in where a persona is named.</summary>
    public async Task<IPage> OpenAsync(string? persona = null, int width = 1366, int height = 900, bool scripts = true)
    {
        var context = await browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = "zh-CN", JavaScriptEnabled = scripts, BaseURL = Address });
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();
        if (persona is null) return page;
        await page.GotoAsync("/sign-in");
        await page.ClickAsync($"button.persona[value=\"{persona}\"]");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return page;
    }

    /// <summary>A fresh browser, nothing kept in it but the session this person signed in with the first time: for those who only look.</summary>
    public async Task<IPage> LookAsync(string? persona, int width, int height)
    {
        var kept = persona is null ? null : await signedIn.GetOrAdd(persona, p => new(async () =>
        {
            var first = await OpenAsync(p);
            var state = await first.Context.StorageStateAsync();
            await first.Context.CloseAsync();
            return state;
        })).Value;
        var context = await browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = "zh-CN", BaseURL = Address, StorageState = kept });
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    /// <summary>What a <c>select count(*) as "Value"</c> of the city's own database says.</summary>
    public async Task<int> CountAsync(FormattableString sql)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        return (await scope.ServiceProvider.GetRequiredService<AnminDb>().Database.SqlQuery<int>(sql).ToListAsync())[0];
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
