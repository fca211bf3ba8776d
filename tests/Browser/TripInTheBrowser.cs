using System.Globalization;
using Anmin.Browser.EveryPage;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Anmin.Browser;

/// <summary>J1 and J4 of UX.md, counted: a family at night, a dispatcher, a driver whose network dies at every step.</summary>
public sealed class TripInTheBrowser(CityHost city) : IClassFixture<CityHost>
{
    private static readonly string[] Acts = ["Accept", "Depart", "Arrive", "Load", "HandOver"];

    [Fact]
    public async Task A_call_at_night_a_dispatch_and_a_trip_without_network()
    {
        await MakeUsualCrewAsync();
        var progress = await FamilyAsksAsync(scripts: false, "周夜行");
        var dispatcher = await DispatchAsync("周夜行");
        await FamilySeesTheVehicleAsync(progress);
        await DriveAsync(dispatcher);
    }

    [Fact]
    public async Task A_family_with_script_needs_no_more_and_lets_another_look_on()
    {
        var page = await FamilyAsksAsync(scripts: true, "周有脚本");
        await PageChecks.MeetAsync(page, "/pickup/accepted/{Receipt}");
        await page.ClickAsync("a:has-text(\"看办理进度\")");
        await PageChecks.MeetAsync(page, "/my/case");
        await page.GotoAsync("/my/share");
        await page.FillAsync("[name='Form.For']", "女儿");
        await page.ClickAsync("main button[type=submit]:has-text(\"生成链接\")");
        var link = page.Locator(".share-link a");
        await PageChecks.MeetAsync(page, "/my/share");
        var other = await OpenAsync(null, 360, 740);
        await other.GotoAsync((await link.GetAttributeAsync("href"))!);
        await PageChecks.MeetAsync(other, "/c/{Token}");
    }

    /// <summary>J1: 3 screens, 4 typed values, 9 taps, no sign-in.</summary>
    private async Task<IPage> FamilyAsksAsync(bool scripts, string name)
    {
        var (screens, typed, taps) = (0, 0, 0);
        var page = await OpenAsync(null, 360, 740, scripts);
        async Task TapAsync(string what) { taps++; await page.ClickAsync(what); }
        async Task TypeAsync(string field, string text) { typed++; await page.FillAsync(field, text); }
        await page.GotoAsync("/pickup");
        screens++;
        taps++;
        await page.CheckAsync("[name='Form.PlaceKind'][value=home]");
        taps++;
        await page.SelectOptionAsync("[name='Form.County']", "321302");
        await TypeAsync("[name='Form.Address']", "项里街道幸福花园3号楼2单元601");
        await TypeAsync("[name='Form.Phone']", "13800" + Random.Shared.Next(100000, 999999).ToString(CultureInfo.InvariantCulture));
        await TypeAsync("[name='Form.Name']", name);
        await TapAsync("main button[type=submit]");
        screens++;
        (await page.Locator(".am-cost").InnerTextAsync()).ShouldContain("估价");
        await ShotAsync(page, "pickup-check-360");
        await TapAsync("button[value=send]");
        await page.WaitForURLAsync("**/pickup/accepted/**");
        screens++;
        (await page.Locator("main").InnerTextAsync()).ShouldContain("接运单");
        page.Url.ShouldContain("/pickup/accepted/");
        var journey = scripts ? "J1" : "J1 无脚本";
        RobotTable.Count(journey, "screens", screens, 3);
        RobotTable.Count(journey, "typed", typed, 4);
        RobotTable.Count(journey, "taps", taps, 9);
        return page;
    }

    /// <summary>Crews keep together: once 王德胜 has been sent with a vehicle, the suggestion for it is his.</summary>
    private async Task MakeUsualCrewAsync()
    {
        var page = await OpenAsync("调度");
        await page.GotoAsync("/work/dispatch");
        await page.Locator(".wait a", new() { HasText = "宿迁市殡仪馆" }).First.ClickAsync();
        await page.ClickAsync("details:has-text('自己选车和人') summary");
        await page.SelectOptionAsync("[name='Form.Vehicle']", "sq-fh-1-car-5");
        await page.SelectOptionAsync("[name='Form.Driver']", "sq-siji");
        await page.SelectOptionAsync("[name='Form.SecondCrew']", "sq-driver-3");
        await page.ClickAsync("details[open] button[type=submit]");
        await page.WaitForURLAsync("**done=sent**");
        await page.Locator(".lane[data-vehicle='sq-fh-1-car-5'] a.blk").Last.ClickAsync();
        await page.ClickAsync("details:has-text('没有接成') summary");
        await page.ClickAsync("details[open] button[type=submit]");
        await page.WaitForURLAsync("**done=failed**");
    }

    private async Task<IPage> DispatchAsync(string name)
    {
        var clicks = 0;
        var page = await OpenAsync("调度");
        await page.GotoAsync("/work/dispatch");
        await page.Locator(".wait a", new() { HasText = name }).ClickAsync();
        clicks++;
        await page.Locator(".sugg tbody tr").First.WaitForAsync();
        await ShotAsync(page, "dispatch-1366");
        (await page.Locator(".sugg .why").First.InnerTextAsync()).ShouldNotBeNullOrWhiteSpace();
        await page.Locator(".sugg tr:has-text('王德胜') button[name=pick]").ClickAsync();
        clicks++;
        await page.WaitForURLAsync("**done=sent**");
        RobotTable.Count("J4 调度", "clicks", clicks, 3);
        (await page.Locator(".wait").InnerTextAsync()).ShouldNotContain(name);
        return page;
    }

    private static async Task FamilySeesTheVehicleAsync(IPage family)
    {
        await family.ReloadAsync();
        var text = await family.Locator("main").InnerTextAsync();
        text.ShouldContain("苏NA2066");
        text.ShouldContain("王德胜");
        await family.ClickAsync("a:has-text(\"看办理进度\")");
        (await family.Locator("main").InnerTextAsync()).ShouldContain("接运车已派出：苏NA2066，司机王德胜");
        await ShotAsync(family, "family-coming-360");
    }

    private async Task DriveAsync(IPage dispatcher)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var phone = new Phone(playwright, city.Address);
        await phone.StartAsync();
        await phone.SignInAsync("司机");
        await phone.OpenTripAsync();
        await ShotAsync(phone.Page, "trip-360");
        var before = await StepsAsync();
        var tag = "T321302001" + Random.Shared.Next(1000000, 9999999).ToString(CultureInfo.InvariantCulture) + "K";
        for (var i = 0; i < Acts.Length; i++)
        {
            phone.Wire.Cut();
            await phone.TapAsync(Acts[i]);
            if (Acts[i] == "Load") await phone.ScanAsync("tag", tag);
            if (Acts[i] == "HandOver") await phone.ScanAsync("code", await ReceiverShowsAsync(phone, tag));
            if (Acts[i] != "HandOver") await phone.ShownAsync(Acts[i]);
            await phone.SentAsync(left: 1);
            (await StepsAsync()).ShouldBe(before + i, "nothing can have arrived");
            if (i is 1) await ShotAsync(phone.Page, "trip-offline-360");
            // the browser dies with the step unsent, and comes back without network
            await phone.StartAsync();
            await phone.OpenTripAsync(kept: false);
            await phone.TriedAsync();
            await phone.SentAsync(left: 1);
            if (Acts[i] == "Arrive") await AnotherAccountAsync(phone, before + i);
            phone.Wire.Mend();
            await phone.Page.EvaluateAsync("dispatchEvent(new Event('online'))");
            if (i is 2 or 3) await (await phone.AnotherTabAsync()).GotoAsync("/m/trip");
            await phone.SentAsync();
            (await StepsAsync()).ShouldBe(before + i + 1);
            if (i < 4) await phone.OpenTripAsync();
        }
        RobotTable.Count("J4 司机", "taps", phone.Taps, 5);
        RobotTable.Count("J4 司机", "scans", phone.Scans, 2);
        await TwiceAsync(phone, before + 5);
        (await city.CountAsync($"""select count(*) as "Value" from funeral_custody where tag = {tag}""")).ShouldBe(2);
        await dispatcher.Locator(".blk.dn:has-text('周夜行')").WaitForAsync(new() { Timeout = 20_000 });
        await ShotAsync(dispatcher, "dispatch-after-1366");
        await using var scope = city.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<JournalVerifier>().RunAsync(TestContext.Current.CancellationToken)).Broken.ShouldBeNull();
    }

    /// <summary>Somebody else signs in on this phone while the first one's step waits: it is neither shown nor sent in their name.</summary>
    private async Task AnotherAccountAsync(Phone phone, int steps)
    {
        phone.Wire.Mend();
        await phone.Page.GotoAsync("about:blank");
        await phone.SignInAsync("司机乙");
        await phone.OpenTripAsync();
        var text = await phone.Page.Locator("body").InnerTextAsync();
        text.ShouldContain("孙允中");
        text.ShouldContain("别的账号还有 1 条待发");
        text.ShouldNotContain("周夜行");
        await phone.Page.EvaluateAsync("fetch('/api/v1/trips/mine').then(answer => answer.json())");
        (await StepsAsync()).ShouldBe(steps);
        await phone.Page.GotoAsync("about:blank");
        await phone.SignInAsync("司机");
        await phone.OpenTripAsync(kept: false);
    }

    /// <summary>The receiver scans the tag on a machine of their own; the square code on its screen is what the driver scans.</summary>
    private async Task<string> ReceiverShowsAsync(Phone phone, string tag)
    {
        var desk = await OpenAsync("前台");
        await desk.GotoAsync("/work/hand-over");
        await desk.FillAsync("[name='Form.Tag']", tag[..^1] + "X");
        var rooms = await desk.Locator("[name='Form.Place'] option").EvaluateAllAsync<string[]>("all => all.map(o => o.value).filter(v => v)");
        await desk.SelectOptionAsync("[name='Form.Place']", rooms[0]);
        await desk.FillAsync("[name='Form.Tag']", tag);
        await desk.ClickAsync("main button.pri[type=submit]");
        var said = await desk.Locator("[data-code]").GetAttributeAsync("data-code");
        await ShotAsync(desk, "hand-over-1366");
        // the vendored reader reads what our own drawing says
        var drawing = await desk.Locator("main svg:has(path)").EvaluateAllAsync<string[]>("all => all.filter(s => s.getBoundingClientRect().width > 80).map(s => new XMLSerializer().serializeToString(s))");
        var read = await phone.Page.EvaluateAsync<string?>("""
            async svg => {
              const picture = new Image(); picture.width = 400; picture.height = 400;
              picture.src = "data:image/svg+xml;base64," + btoa(unescape(encodeURIComponent(svg.replace("<svg ", '<svg width="400" height="400" '))));
              await picture.decode();
              const canvas = Object.assign(document.createElement("canvas"), { width: 440, height: 440 }), brush = canvas.getContext("2d");
              brush.fillStyle = "#fff"; brush.fillRect(0, 0, 440, 440); brush.drawImage(picture, 20, 20, 400, 400);
              return window.jsQR(brush.getImageData(0, 0, 440, 440).data, 440, 440)?.data ?? null;
            }
            """, drawing[0]);
        read.ShouldBe(said);
        return said!;
    }

    /// <summary>The same bytes again under the same key, and under another: the server has the step once.</summary>
    private async Task TwiceAsync(Phone phone, int steps)
    {
        var statuses = await phone.Page.EvaluateAsync<int[]>("""
            async () => {
              const db = await new Promise(done => { const r = indexedDB.open("anmin-trips-sq-siji"); r.onsuccess = () => done(r.result); });
              const items = await new Promise(done => { const r = db.transaction("items").objectStore("items").getAll(); r.onsuccess = () => done(r.result); });
              const mine = await (await fetch("/api/v1/trips/mine")).json();
              const all = [];
              for (const item of items.filter(i => i.kind === "step")) for (const key of [item.key, crypto.randomUUID()])
                all.push((await fetch("/api/v1/trips/step", { method: "POST", headers: { "Content-Type": "application/json", "Idempotency-Key": key }, body: JSON.stringify(item.body) })).status);
              return all.length ? all : [mine.trips.length === 0 ? 200 : 0];
            }
            """);
        statuses.ShouldAllBe(s => s == 200);
        (await StepsAsync()).ShouldBe(steps);
    }

    /// <summary>Patient: what is counted here is taps, not seconds.</summary>
    private async Task<IPage> OpenAsync(string? persona, int width = 1366, int height = 900, bool scripts = true)
    {
        var page = await city.OpenAsync(persona, width, height, scripts);
        page.SetDefaultTimeout(90_000);
        return page;
    }

    private Task<int> StepsAsync() => city.CountAsync($"""select count(*) as "Value" from funeral_trip_step""");

    private static Task ShotAsync(IPage page, string name) => page.ScreenshotAsync(new() { Path = Path.Combine(CityHost.Screenshots, name + ".png"), FullPage = false });
}
