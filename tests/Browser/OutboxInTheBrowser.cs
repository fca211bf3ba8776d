using System.Globalization;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Anmin.Browser;

/// <summary>What the server refuses stays on the phone with its reason and blocks nothing; a wrong clock is said and mended.</summary>
public sealed class OutboxInTheBrowser(CityHost city) : IClassFixture<CityHost>
{
    [Fact]
    public async Task A_refused_step_says_why_and_what_stands_and_can_be_given_up_with_a_reason()
    {
        var dispatcher = await city.OpenAsync("调度");
        dispatcher.SetDefaultTimeout(90_000);
        await SendOutAsync(dispatcher, "钱改派");
        using var playwright = await Playwright.CreateAsync();
        await using var phone = new Phone(playwright, city.Address);
        await phone.StartAsync();
        await phone.SignInAsync("司机");
        await phone.OpenTripAsync();
        phone.Wire.Cut();
        await phone.TapAsync("Accept");
        await phone.SentAsync(left: 1);
        await FailAsync(dispatcher, "钱改派");
        phone.Wire.Mend();
        await phone.Page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await phone.SentAsync(left: 1);

        await phone.Page.GotoAsync("/m/outbox");
        var line = phone.Page.Locator("li[data-state=refused]");
        await Assertions.Expect(line).ToContainTextAsync("我发的：接单");
        await Assertions.Expect(line).ToContainTextAsync("已经不在您的任务里");
        foreach (var choice in new[] { "重发", "放弃并说明", "打给调度" }) await Assertions.Expect(line).ToContainTextAsync(choice);
        (await phone.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        await phone.Page.ScreenshotAsync(new() { Path = Path.Combine(CityHost.Screenshots, "outbox-360.png") });
        await phone.Page.EvaluateAsync("() => { const real = fetch; window.fetch = (...asked) => asked[0] !== '/api/v1/trips/step' ? real(...asked) : new Promise(done => { window.letGo = () => { window.fetch = real; done(real(...asked)); }; }); }");
        await line.Locator("button:text-is('重发')").ClickAsync();
        await Assertions.Expect(phone.Page.Locator("li[data-state=waiting]")).ToHaveCountAsync(1);
        await Assertions.Expect(line).ToHaveCountAsync(0);
        await phone.Page.RunAndWaitForResponseAsync(() => phone.Page.EvaluateAsync("() => letGo()"), answer => answer.Url.Contains("/api/v1/trips/step", StringComparison.Ordinal));
        await Assertions.Expect(phone.Page.Locator("li[data-state=waiting]")).ToHaveCountAsync(0);
        await Assertions.Expect(line).ToContainTextAsync("我发的：接单");
        await line.Locator("button:text-is('放弃并说明')").ClickAsync();
        await phone.Page.SelectOptionAsync("dialog [name=why]", "这一单改派了");
        await phone.Page.ClickAsync("dialog button[type=submit]");
        await phone.SentAsync();
        await Assertions.Expect(phone.Page.Locator("main")).ToContainTextAsync("都发出去了");
        (await city.CountAsync($"""select count(*) as "Value" from kernel_audit where use_case = 'GiveUpTripItem' and reason = '这一单改派了'""")).ShouldBe(1);
    }

    [Fact]
    public async Task A_phone_three_hours_fast_is_told_and_records_the_true_time_beside_its_own()
    {
        var dispatcher = await city.OpenAsync("调度");
        dispatcher.SetDefaultTimeout(90_000);
        await SendOutAsync(dispatcher, "李快钟", "sq-fh-1-car-4", "sq-driver-2", "sq-driver-4");
        using var playwright = await Playwright.CreateAsync();
        await using var phone = new Phone(playwright, city.Address);
        await phone.StartAsync();
        await phone.SignInAsync("司机乙");
        await phone.Page.AddInitScriptAsync("{ const now = Date.now.bind(Date), Real = Date; Date = class extends Real { constructor(...a) { a.length ? super(...a) : super(now() + 3 * 3600e3); } static now() { return now() + 3 * 3600e3; } }; }");
        await phone.OpenTripAsync(kept: false);
        await phone.Page.Locator(".job:has-text('李快钟')").WaitForAsync();
        await Assertions.Expect(phone.Page.Locator(".skew")).ToContainTextAsync("手机时间快了3小时");
        await phone.TapAsync("Accept");
        await phone.SentAsync();
        (await city.CountAsync($"""select count(*) as "Value" from funeral_trip_step where device_at is not null and device_at <> at""")).ShouldBe(1);
        await phone.Page.ScreenshotAsync(new() { Path = Path.Combine(CityHost.Screenshots, "trip-clock-360.png") });
    }

    private static async Task SendOutAsync(IPage dispatcher, string name, string vehicle = "sq-fh-1-car-5", string driver = "sq-siji", string second = "sq-driver-3")
    {
        var asked = await dispatcher.APIRequest.PostAsync("/api/v1/public/pickups", new()
        {
            DataObject = new { county = "321302", address = name + "家，幸福路1号", placeKind = "Home", phone = "13800" + Random.Shared.Next(100000, 999999).ToString(CultureInfo.InvariantCulture), name, nameUnknown = false },
            Headers = new Dictionary<string, string> { ["Idempotency-Key"] = Guid.NewGuid().ToString("N") },
        });
        asked.Ok.ShouldBeTrue(await asked.TextAsync());
        await dispatcher.GotoAsync("/work/dispatch");
        await dispatcher.Locator(".wait a", new() { HasText = name }).First.ClickAsync();
        await dispatcher.ClickAsync("details:has-text('自己选车和人') summary");
        await dispatcher.SelectOptionAsync("[name='Form.Vehicle']", vehicle);
        await dispatcher.SelectOptionAsync("[name='Form.Driver']", driver);
        await dispatcher.SelectOptionAsync("[name='Form.SecondCrew']", second);
        await dispatcher.ClickAsync("details[open] button[type=submit]");
        await dispatcher.WaitForURLAsync("**done=sent**");
    }

    private static async Task FailAsync(IPage dispatcher, string name)
    {
        await dispatcher.GotoAsync("/work/dispatch");
        await dispatcher.Locator($".lane a.blk:has-text('{name}')").Last.ClickAsync();
        await dispatcher.ClickAsync("details:has-text('没有接成') summary");
        await dispatcher.ClickAsync("details[open] button[type=submit]");
        await dispatcher.WaitForURLAsync("**done=failed**");
    }
}
