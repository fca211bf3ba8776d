using System.Diagnostics;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Anmin.Browser;

/// <summary>A10 of PRODUCT.md: a call becomes a case on one screen, by keyboard alone; what it costs is counted. Directory and screens are accessible and fit a phone.</summary>
public sealed class HotlineInTheBrowser(CityHost city, ITestOutputHelper output) : IClassFixture<CityHost>
{
    // Card, Moran, Newell: a key of an average typist, and a thought before each field; a Chinese character is three keys of pinyin
    private const double Key = 0.20, Thought = 1.35;

    /// <summary>PRODUCT.md A10, UX.md J1 and J3 taken together: 1 screen, ≤4 typed, 0 mouse, ≤30 s.</summary>
    [Fact]
    public async Task A_call_becomes_a_case_with_its_hearse_by_keyboard_alone()
    {
        var (page, screens) = await WatchedAsync();
        await page.GotoAsync("/work/hotline?caller=%2B86%20139%200000%206601");
        await FocusedAsync(page, "Form.Caller");
        var agent = new Typist(page);
        var clock = Stopwatch.StartNew();
        await agent.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("call=", StringComparison.Ordinal));
        await FocusedAsync(page, "Form.Name");
        string[] said = ["周桂英", "scqxfjd", "幸福花园3号楼2单元601"];
        await agent.TypeAsync("Form.Name", said[0]);
        await agent.TypeAsync("Form.Place", said[1]);
        (await page.InputValueAsync("[name='Form.Place']")).ShouldBe("宿城区幸福街道");
        await agent.TypeAsync("Form.Address", said[2]);
        await agent.ChooseAsync("Form.PlaceKind");
        (await page.InputValueAsync("[name='Form.HandlerPhone']")).ShouldBe("13900006601", "the caller's own number fills it");
        for (var i = 0; i < 3; i++) await agent.PressAsync("F8");
        (await page.Locator("[name=Steps]:checked").CountAsync()).ShouldBe(3);
        await page.ScreenshotAsync(new() { Path = Path.Combine(CityHost.Screenshots, "hotline-1366.png") });
        await agent.PressAsync("Control+Enter");
        await page.WaitForURLAsync(url => url.Contains("done=case", StringComparison.Ordinal));
        var machine = clock.Elapsed.TotalSeconds;
        (await page.Locator(".opened").InnerTextAsync()).ShouldContain("接运单已收到");
        (await page.Locator("[name=Steps]:checked").CountAsync()).ShouldBe(3, "what was asked, and no more");
        (await page.Locator(".opened").InnerTextAsync()).ShouldContain("现在可派");
        var hand = (said.Sum(text => text.Sum(c => c < 128 ? 1 : 3)) * Key) + (agent.Keys * Key) + ((agent.Typed + agent.Chosen + 1) * Thought);
        var taps = await page.EvaluateAsync<int>("Number(sessionStorage.taps ?? 0)");
        output.WriteLine($"A10: screens {screens.Count}/1, typed {agent.Typed}/4, chosen with arrows {agent.Chosen}, mouse {taps}/0, keys {agent.Keys}, hand {hand:0.0} s + machine {machine:0.0} s = {hand + machine:0.0}/30 s");
        (screens.Count, taps).ShouldBe((1, 0), string.Join(' ', screens));
        agent.Typed.ShouldBeLessThanOrEqualTo(4);
        agent.Keys.ShouldBeLessThanOrEqualTo(12);
        (hand + machine).ShouldBeLessThanOrEqualTo(30);
        await agent.PressAsync("Control+Enter");
        await page.WaitForURLAsync(url => url.Contains("done=ended", StringComparison.Ordinal));

        await page.GotoAsync("/work/hotline?caller=013900006601");
        await page.Keyboard.PressAsync("F2");
        await page.WaitForURLAsync(url => url.Contains("call=", StringComparison.Ordinal));
        (await page.Locator("[data-cases]").InnerTextAsync()).ShouldContain("周桂英");
        (await page.Locator(".chip[aria-current=true]").InnerTextAsync()).ShouldContain("催问进度", Case.Sensitive, "who has a case asks how it stands");
        (await page.Locator("[name='Form.FuneralCase'] option:checked").InnerTextAsync()).ShouldContain("周桂英");
    }

    [Fact]
    public async Task A_line_that_breaks_costs_one_key_and_is_called_back()
    {
        var (page, _) = await WatchedAsync();
        await page.GotoAsync("/work/hotline");
        await page.FillAsync("[name='Form.Caller']", "139 0000 6603");
        await page.Keyboard.PressAsync("F2");
        await FocusedAsync(page, "Form.Name");
        await page.FillAsync("[name='Form.Name']", "吴长顺");
        await page.Keyboard.PressAsync("F7");
        await page.WaitForURLAsync(url => url.Contains("done=cut-back", StringComparison.Ordinal));
        await page.Keyboard.PressAsync("F4");
        await page.WaitForURLAsync("**/call-backs");
        var row = page.Locator("tr", new() { HasText = "吴长顺" });
        (await row.InnerTextAsync()).ShouldContain("通话中断：报告去世，逝者吴长顺");
        (await page.Locator("main").InnerTextAsync()).ShouldNotContain("13900006603");
        await row.Locator("a").First.ClickAsync();
        (await page.Locator(".opened").InnerTextAsync()).ShouldContain("13900006603", Case.Sensitive, "to whoever calls back");
        page.Url.ShouldNotContain("6603", Case.Sensitive, "addresses are logged");
        await page.ClickAsync("text=接通了");
        await FocusedAsync(page, "Form.Name");
        await page.Keyboard.PressAsync("F7");
        await page.WaitForURLAsync(url => url.Contains("done=cut", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_tab_key_walks_the_form_in_the_order_it_is_read()
    {
        var (page, _) = await WatchedAsync();
        await page.GotoAsync("/work/hotline?caller=13900006604");
        await page.Keyboard.PressAsync("F2");
        await FocusedAsync(page, "Form.Name");
        var walked = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            walked.Add(await page.EvaluateAsync<string>("document.activeElement.name || document.activeElement.tagName"));
            await page.Keyboard.PressAsync("Tab");
        }
        walked.ShouldBe(["Form.Name", "Form.NameUnknown", "Form.Place", "Form.Address", "Form.PlaceKind", "Form.HandlerPhone", "SUMMARY", "BUTTON"]);
        await page.Keyboard.PressAsync("F7");
        await page.WaitForURLAsync(url => url.Contains("done=cut", StringComparison.Ordinal));
    }

    private static Task FocusedAsync(IPage page, string name) => Assertions.Expect(page.Locator($"[name='{name}']")).ToBeFocusedAsync();

    /// <summary>An agent's browser that counts the pages it shows and what is pressed with a pointer.</summary>
    private async Task<(IPage Page, HashSet<string> Screens)> WatchedAsync()
    {
        var page = await city.OpenAsync("接线员");
        var screens = new HashSet<string>();
        page.FrameNavigated += (_, frame) => { if (frame == page.MainFrame) screens.Add(new Uri(frame.Url).AbsolutePath); };
        await page.AddInitScriptAsync("addEventListener('pointerdown', () => { sessionStorage.taps = Number(sessionStorage.taps ?? 0) + 1; }, true)");
        return (page, screens);
    }

    [Fact]
    public async Task What_was_typed_survives_a_reload_and_goes_when_the_call_is_over()
    {
        var page = await city.OpenAsync("接线员");
        await page.GotoAsync("/work/hotline?caller=13900006602");
        await page.Keyboard.PressAsync("F2");
        await page.WaitForURLAsync(url => url.Contains("call=", StringComparison.Ordinal));
        await FocusedAsync(page, "Form.Name");
        await page.FillAsync("[name='Form.Address']", "河滨街道5号");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[name='Form.Address']")).ToHaveValueAsync("河滨街道5号");
        await page.Keyboard.PressAsync("Alt+3");
        await page.WaitForURLAsync(url => url.Contains("kind=Advice", StringComparison.Ordinal));
        await page.FillAsync("[name='Form.Summary']", "问火化要带什么，已答复");
        await page.SelectOptionAsync("[name='Form.Outcome']", "Solved");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForURLAsync(url => url.Contains("done=ended", StringComparison.Ordinal));
        (await page.EvaluateAsync<int>("Object.keys(sessionStorage).filter(k => k.startsWith('am-call-')).length")).ShouldBe(0);
    }

    [Theory]
    [InlineData("/work/hotline")]
    [InlineData("/work/hotline/call-backs")]
    [InlineData("/work/hotline/calls")]
    [InlineData("/work/hotline/look-up?q=byg")]
    [InlineData("/work/hotline/statistics")]
    [InlineData("/work/hotline/quality")]
    [InlineData("/work/hotline/quality/00000000-0000-0000-0000-000000000001")]
    public async Task Who_may_not_is_told_so(string path)
    {
        var page = await city.OpenAsync("火化工甲");
        var answer = await page.GotoAsync(path);
        answer!.Status.ShouldBe(403);
        (await page.Locator("main").InnerTextAsync()).ShouldContain("没有");
    }

    [Fact]
    public async Task The_directory_works_without_scripts()
    {
        var page = await city.OpenAsync(scripts: false);
        await page.GotoAsync("/directory?q=byg");
        var homes = page.Locator(".places li");
        (await homes.CountAsync()).ShouldBeGreaterThan(3);
        await homes.First.Locator("a").First.ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/directory/sq-", StringComparison.Ordinal));
        (await page.Locator("main").InnerTextAsync()).ShouldContain("怎么来");
    }
}
