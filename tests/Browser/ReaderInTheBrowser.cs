using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Anmin.Browser;

/// <summary>J1 with a screen reader and a keyboard: what the accessibility tree says on every page of the way, and where the focus goes.</summary>
public sealed class ReaderInTheBrowser(CityHost city) : IClassFixture<CityHost>
{
    private static readonly string[] Pressed = ["button", "link", "textbox", "searchbox", "combobox", "checkbox", "radio", "menuitem", "listbox", "spinbutton"];

    [Fact]
    public async Task J1_is_heard_whole_and_walked_without_a_mouse()
    {
        var page = await city.OpenAsync(null, 360, 740);
        page.SetDefaultTimeout(90_000);
        await page.GotoAsync("/");
        await HeardAsync(page);
        await TabToAsync(page, "document.activeElement.getAttribute('href')?.startsWith('/pickup')");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/pickup**");
        await HeardAsync(page);

        await TabToAsync(page, "document.activeElement.matches('main button[type=submit]:not([name])')");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("[data-errors]");
        (await page.EvaluateAsync<string>("document.activeElement.getAttribute('role')")).ShouldBe("alert", "the focus goes to the summary");
        (await page.TitleAsync()).ShouldStartWith("错误");
        (await page.Locator("[aria-invalid=true], fieldset[aria-describedby$='-e']").CountAsync()).ShouldBeGreaterThan(0);
        (await page.Locator("[aria-invalid=true], fieldset[aria-describedby$='-e']").EvaluateAllAsync<string[]>("all => all.filter(f => !(f.getAttribute('aria-describedby') ?? '').split(' ').some(id => document.getElementById(id)?.textContent.includes('错误'))).map(f => f.outerHTML)")).ShouldBeEmpty("each wrong field says why");
        await HeardAsync(page);

        await TabToAsync(page, "document.activeElement.name === 'Form.PlaceKind'");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "document.activeElement.name === 'Form.County'");
        await page.Keyboard.TypeAsync("宿城");
        if (await page.EvaluateAsync<bool>("!document.activeElement.value")) await page.Keyboard.PressAsync("ArrowDown");
        await TypeAsync(page, "Form.Address", "听得见小区1号楼");
        await TypeAsync(page, "Form.Phone", "13900" + Random.Shared.Next(100000, 999999).ToString(CultureInfo.InvariantCulture));
        await TypeAsync(page, "Form.Name", "欧阳𬭎㛃");
        await TabToAsync(page, "document.activeElement.matches('main button[type=submit]:not([name])')");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("button[value=send]");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("欧阳𬭎㛃");
        await HeardAsync(page);
        await TabToAsync(page, "document.activeElement.value === 'send'");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/pickup/accepted/**");
        await HeardAsync(page);
    }

    private static async Task TypeAsync(IPage page, string field, string text)
    {
        await TabToAsync(page, $"document.activeElement.name === '{field}'");
        await page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Tab, as somebody does who hears the page; the ring must be seen wherever it stops.</summary>
    private static async Task TabToAsync(IPage page, string there)
    {
        for (var i = 0; i < 80; i++)
        {
            if (await page.EvaluateAsync<bool>($"Boolean({there})")) return;
            await page.Keyboard.PressAsync("Tab");
        }
        (await page.EvaluateAsync<bool>($"Boolean({there})")).ShouldBeTrue($"Tab does not lead to {there}; it stands on {await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 120)")}");
    }

    private static async Task HeardAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var tree = (await session.SendAsync("Accessibility.getFullAXTree"))!.Value.GetProperty("nodes").EnumerateArray().Where(n => !(n.TryGetProperty("ignored", out var ignored) && ignored.GetBoolean())).ToList();
        await session.DetachAsync();
        var roles = tree.Select(n => (Role: Of(n, "role"), Name: Of(n, "name"))).ToList();
        roles.Where(n => Pressed.Contains(n.Role) && string.IsNullOrWhiteSpace(n.Name)).ShouldBeEmpty(page.Url);
        roles.Count(n => n.Role == "main").ShouldBe(1, page.Url);
        foreach (var landmark in new[] { "banner", "navigation", "contentinfo" }) roles.ShouldContain(n => n.Role == landmark, $"{landmark} on {page.Url}");
        (await page.EvaluateAsync<string>("document.documentElement.lang")).ShouldBe("zh-CN");
        var levels = await page.EvaluateAsync<int[]>("[...document.querySelectorAll('h1,h2,h3,h4')].filter(h => h.offsetParent).map(h => Number(h.tagName[1]))");
        levels.Count(l => l == 1).ShouldBe(1, page.Url);
        // the summary of what is wrong stands first, above the title
        var order = levels.SkipWhile(l => l != 1).ToArray();
        order.Zip(order.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1, page.Url);
        (await page.EvaluateAsync<string[]>("[...document.querySelectorAll('[aria-describedby],[aria-labelledby]')].flatMap(e => ((e.getAttribute('aria-describedby') ?? '') + ' ' + (e.getAttribute('aria-labelledby') ?? '')).split(' ')).filter(id => id && !document.getElementById(id))")).ShouldBeEmpty(page.Url);
    }

    private static string Of(JsonElement node, string what) => node.TryGetProperty(what, out var found) && found.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
