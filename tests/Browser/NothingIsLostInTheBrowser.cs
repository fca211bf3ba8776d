using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Anmin.Browser;

/// <summary>Back, twice, two windows, a session that ends, a browser that dies: what was typed is there, and nothing happens twice.</summary>
public sealed class NothingIsLostInTheBrowser(CityHost city) : IClassFixture<CityHost>
{
    [Fact]
    public async Task What_a_family_typed_stays_on_the_phone_until_it_is_sent_or_cleared()
    {
        var page = await OpenAsync(null, 360, 740);
        await page.GotoAsync("/pickup");
        await FillAsync(page, "13900000001", "留在手机上");
        await Assertions.Expect(page.Locator(".am-kept")).ToContainTextAsync("只存在这台设备上");
        await page.WaitForFunctionAsync("() => localStorage.getItem('anmin-keep-pickup')?.includes('留在手机上')");
        var context = page.Context;
        await page.CloseAsync();
        page = await context.NewPageAsync();
        await page.GotoAsync("/pickup");
        (await page.InputValueAsync("[name='Form.Name']")).ShouldBe("留在手机上");
        (await page.IsCheckedAsync("[name='Form.PlaceKind'][value=home]")).ShouldBeTrue();
        await Assertions.Expect(page.Locator(".am-kept")).ToContainTextAsync("上次填的还在");
        (await page.RunAxe()).Violations.Select(v => v.Id).ShouldBeEmpty();
        await page.ClickAsync("button:text-is('清除')");
        (await page.InputValueAsync("[name='Form.Name']")).ShouldBe("");
        (await page.EvaluateAsync<string?>("localStorage.getItem('anmin-keep-pickup')")).ShouldBeNull();

        await FillAsync(page, "13900000001", "发出去就没有了");
        await SendAsync(page);
        (await page.EvaluateAsync<string?>("localStorage.getItem('anmin-keep-pickup')")).ShouldBeNull();
        await page.GotoAsync("/pickup");
        (await page.InputValueAsync("[name='Form.Name']")).ShouldBe("");

        await page.ClickAsync("button:text-is('公用设备，不要存')");
        await page.FillAsync("[name='Form.Name']", "不要存");
        await page.Locator("[name='Form.Name']").BlurAsync();
        (await page.EvaluateAsync<string?>("localStorage.getItem('anmin-keep-pickup')")).ShouldBeNull();
    }

    [Fact]
    public async Task Back_after_sending_and_sending_again_makes_no_second_order()
    {
        var page = await OpenAsync(null, 360, 740);
        await page.GotoAsync("/pickup");
        await FillAsync(page, "13900000002", "只来一次");
        await page.ClickAsync("main button[type=submit]:not([name])");
        var key = await page.InputValueAsync("main [name=_key]");
        await page.ClickAsync("button[value=send]");
        await page.WaitForURLAsync("**/pickup/accepted/**");
        var order = await OrderAsync(page);
        await page.GoBackAsync();
        await page.WaitForSelectorAsync("[name='Form.Name']"); // the form, not the browser's own page about sending again
        await page.WaitForFunctionAsync("key => document.querySelector('main [name=_key]').value === key", key);
        await Assertions.Expect(page.Locator(".sent-before")).ToContainTextAsync("不会办成两件");
        await FillAsync(page, "13900000002", "只来一次");
        await page.ClickAsync("main button[type=submit]:not([name])");
        await page.ClickAsync("button[value=send]");
        await page.WaitForURLAsync("**/pickup/accepted/**");
        (await OrderAsync(page)).ShouldBe(order);

        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/pickup");
        await FillAsync(other, "13900000002", "只来一次");
        await SendAsync(other);
        (await OrderAsync(other)).ShouldBe(order, "two windows with one form are one order");
    }

    [Fact]
    public async Task Pressing_twice_sends_once_and_back_on_a_staff_form_spends_the_same_key()
    {
        var page = await OpenAsync("前台");
        var posts = 0;
        page.Request += (_, request) => { if (request.Method == "POST" && request.ResourceType == "document") posts++; };
        await page.GotoAsync("/work/arrange?fresh=true");
        foreach (var (field, value) in new[] { ("HandlerName", "李按两次"), ("HandlerPhone", "13900000009"), ("Name", "张按两次") }) await page.FillAsync($"[name={field}]", value);
        await page.Locator("[name=Place]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        var key = await page.InputValueAsync("form[data-desk] [name=_key]");
        await page.EvaluateAsync("() => { const form = document.querySelector('form[data-desk]'), button = form.querySelector('[value=submit]'); form.requestSubmit(button); form.requestSubmit(button); }");
        await page.WaitForURLAsync("**/work/cases/**");
        posts.ShouldBe(1);
        await page.GoBackAsync();
        await page.WaitForFunctionAsync("key => document.querySelector('form[data-desk] [name=_key]')?.value === key", key);
        await Assertions.Expect(page.Locator(".sent-before")).ToContainTextAsync("不会办成两件");
    }

    [Fact]
    public async Task Five_minutes_before_the_end_a_calm_line_offers_to_go_on()
    {
        var page = await OpenAsync("前台");
        await page.Clock.InstallAsync();
        await page.GotoAsync("/work/arrange?fresh=true");
        (await page.Locator(".session-says").InnerTextAsync()).ShouldContain("30分钟不操作");
        var said = page.Locator("[data-session-said]");
        (await said.InnerTextAsync()).ShouldBe("");
        await page.Clock.FastForwardAsync("24:30");
        (await said.InnerTextAsync()).ShouldBe("");
        await page.Clock.FastForwardAsync("01:00");
        await Assertions.Expect(said).ToContainTextAsync("五分钟内要重新登录");
        (await said.GetAttributeAsync("role")).ShouldBe("status");
        (await page.RunAxe()).Violations.Select(v => v.Id).ShouldBeEmpty();
        await page.ScreenshotAsync(new() { Path = Path.Combine(CityHost.Screenshots, "session-soon-1366.png") });
        await page.Locator("[data-session-said] button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(said).ToBeEmptyAsync();
        await page.Context.ClearCookiesAsync();
        await page.Clock.FastForwardAsync("26:00");
        await page.Locator("[data-session-said] button").ClickAsync();
        await Assertions.Expect(said).ToContainTextAsync("登录已经结束");
    }

    [Fact]
    public async Task A_session_that_ended_brings_a_plain_form_back_after_signing_in()
    {
        var page = await OpenAsync("前台", scripts: false);
        await page.GotoAsync("/work/arrange?fresh=true");
        await page.FillAsync("[name=HandlerName]", "周留下");
        await page.FillAsync("[name=Name]", "吴留下");
        await page.Context.ClearCookiesAsync(new() { Name = "anmin-session" });
        await page.ClickAsync("button[value=submit]");
        page.Url.ShouldContain("/sign-in");
        await page.ClickAsync("button.persona[value=\"前台\"]");
        (await page.InputValueAsync("[name=HandlerName]")).ShouldBe("周留下");
        (await page.InputValueAsync("[name=Name]")).ShouldBe("吴留下");
        (await page.Locator("[data-errors]").InnerTextAsync()).ShouldContain("还没有提交");
        await page.ScreenshotAsync(new() { Path = Path.Combine(CityHost.Screenshots, "held-form-1366.png") });
    }

    [Fact]
    public async Task Later_on_another_device_is_one_press_and_eight_characters()
    {
        var phone = await OpenAsync(null, 360, 740, scripts: false);
        await phone.GotoAsync("/pickup");
        await FillAsync(phone, "13900000003", "欧阳留待明天");
        await phone.ClickAsync("button[name=_later]");
        (await phone.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        var code = await phone.Locator("main dd.am-num").InnerTextAsync();
        await phone.ScreenshotAsync(new() { Path = Path.Combine(CityHost.Screenshots, "later-360.png") });
        var desk = await OpenAsync(null);
        await desk.GotoAsync("/later");
        // where scripts run: without them the look at accessibility has no clock and never ends
        (await desk.RunAxe()).Violations.Select(v => v.Id).ShouldBeEmpty();
        await desk.FillAsync("[name=Code]", code);
        await desk.Keyboard.PressAsync("Enter");
        await desk.WaitForURLAsync("**/pickup?held=**");
        (await desk.InputValueAsync("[name='Form.Name']")).ShouldBe("欧阳留待明天");
        await SendAsync(desk);
        (await desk.Locator("main").InnerTextAsync()).ShouldContain("接运单");
    }

    /// <summary>Patient: what is looked at here is what is kept, not how fast.</summary>
    private async Task<IPage> OpenAsync(string? persona, int width = 1366, int height = 900, bool scripts = true)
    {
        var page = await city.OpenAsync(persona, width, height, scripts);
        page.Context.SetDefaultTimeout(90_000);
        return page;
    }

    private static async Task FillAsync(IPage page, string phone, string name)
    {
        await page.CheckAsync("[name='Form.PlaceKind'][value=home]");
        await page.SelectOptionAsync("[name='Form.County']", "321302");
        await page.FillAsync("[name='Form.Address']", "幸福花园9号楼" + phone[^3..]);
        await page.FillAsync("[name='Form.Phone']", phone);
        await page.FillAsync("[name='Form.Name']", name);
    }

    private static async Task SendAsync(IPage page)
    {
        await page.ClickAsync("main button[type=submit]:not([name])");
        await page.ClickAsync("button[value=send]");
        await page.WaitForURLAsync("**/pickup/accepted/**");
    }

    private static async Task<string> OrderAsync(IPage page)
    {
        var text = await page.Locator("main").InnerTextAsync();
        var found = System.Text.RegularExpressions.Regex.Match(text, @"[A-Z]{2}-?\d[\dA-Z-]{6,}");
        found.Success.ShouldBeTrue(text);
        return found.Value;
    }
}
