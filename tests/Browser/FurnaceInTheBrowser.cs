using Anmin.Browser.EveryPage;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Anmin.Browser;

/// <summary>
/// J5: from the call to the ashes in the family's hands. Two operators at two tablets and the keeper of ashes; every press and every scan is counted,
/// and one person alone gets nowhere with a wrong tag.
/// </summary>
public sealed class FurnaceInTheBrowser(CityHost city) : IClassFixture<CityHost>
{
    private const int MostTaps = 4;
    private const int MostScans = 3;
    private int taps, scans;

    [Fact]
    public async Task From_the_call_to_the_ashes_in_four_presses_and_three_scans()
    {
        var (id, tag, number, person) = await new WayToTheFurnace(city).GoAsync();
        var first = await city.OpenAsync("火化工甲", 1024, 768);
        await first.GotoAsync("/m/furnace");
        await ShotAsync(first, "m2-board-1024");
        await TargetsAsync(first);
        await TapAsync(first, $"li:has-text(\"{number}\") button:has-text(\"呼号\")");
        (await first.Locator("main").InnerTextAsync()).ShouldContain(person);

        // one person tries a wrong tag: the whole screen stops, with nothing on it that goes on
        await first.FillAsync("[data-scan]", "ZZ-OTHER");
        await first.PressAsync("[data-scan]", "Enter");
        await first.WaitForSelectorAsync(".stop-page");
        await ShotAsync(first, "m2-stop-1024");
        (await first.EvaluateAsync<string>("document.documentElement.dataset.alarmed ?? ''")).ShouldBe("1", "a wrong tag is heard");
        (await first.Locator(".stop-page button, .stop-page input").CountAsync()).ShouldBe(0);
        await first.GotoAsync("/m/furnace?case=" + id);

        await ScanAsync(first, tag);
        await first.Locator("main:has-text('一个人不能扫两次')").WaitForAsync();
        await ShotAsync(first, "m2-first-1024");

        var second = await city.OpenAsync("火化工乙", 1024, 768);
        await second.GotoAsync("/m/furnace");
        await ScanAsync(second, tag);
        await second.WaitForSelectorAsync("button:has-text(\"开始火化\")");
        await ShotAsync(second, "m2-start-1024");
        await TapAsync(second, "button:has-text(\"开始火化\")");
        (await second.Locator("main").InnerTextAsync()).ShouldContain("火化已开始");
        await ShotAsync(second, "m2-running-1024");

        // the line was lost and the page opened anew: it still burns
        await second.GotoAsync("/m/furnace");
        await TapAsync(second, $".m2-run:has-text(\"{number}\") button:has-text(\"结束火化\")");
        // it was far too short, so the page asks; an ordinary cremation ends without the question
        await YesAsync(second);
        await second.WaitForSelectorAsync(".tag-40x60");
        await ShotAsync(second, "m2-label-1024");

        var keeper = await city.OpenAsync("骨灰", 1024, 768);
        await keeper.GotoAsync("/m/collect");
        await ScanAsync(keeper, $"{city.Address}/progress?number={number}");
        await keeper.WaitForSelectorAsync("[data-pad]");
        await SignAsync(keeper);
        if (await keeper.Locator("[name=Witness]").InputValueAsync() is "") await keeper.SelectOptionAsync("[name=Witness]", new SelectOptionValue { Index = 1 });
        await ShotAsync(keeper, "m2-collect-1024");
        await TapAsync(keeper, "button:has-text(\"交付骨灰\")");
        var text = await keeper.Locator("main").InnerTextAsync();
        text.ShouldContain("火化证明 HH-");
        (await keeper.Locator("a:has-text(\"打印火化证明\")").CountAsync()).ShouldBe(1);

        RobotTable.Count("J5", "taps", taps, MostTaps);
        RobotTable.Count("J5", "scans", scans, MostScans);
    }

    [Fact]
    public async Task The_form_of_an_emission_is_accessible_and_fits()
    {
        var page = await city.OpenAsync("火化工甲", 360, 740);
        (await page.GotoAsync("/work/furnaces?do=emission"))!.Status.ShouldBe(200);
        await page.Locator("main form").First.WaitForAsync();
        await PageChecks.MeetAsync(page, "/work/furnaces");
    }

    private async Task TapAsync(IPage page, string what)
    {
        taps++;
        await page.Locator(what).First.ClickAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    /// <summary>A scanner types the code and a line end into what has the focus: no press.</summary>
    private async Task ScanAsync(IPage page, string code)
    {
        scans++;
        await page.WaitForSelectorAsync("[data-scan]");
        (await page.EvaluateAsync<bool>("document.activeElement?.hasAttribute('data-scan') ?? false")).ShouldBeTrue("the field waits for the scanner without a press");
        await page.Keyboard.TypeAsync(code);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    private static async Task SignAsync(IPage page)
    {
        var box = (await page.Locator("[data-pad]").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 60, box.Y + 60);
        await page.Mouse.DownAsync();
        for (var i = 1; i <= 12; i++) await page.Mouse.MoveAsync(box.X + 60 + (i * 18), box.Y + 60 + (i % 3 * 20));
        await page.Mouse.UpAsync();
    }

    /// <summary>Everything to press is large enough for a glove.</summary>
    private static async Task TargetsAsync(IPage page)
        => (await page.Locator("main button:visible, main a.btn:visible, main select:visible, main input:not([type=hidden]):visible").EvaluateAllAsync<double[]>("all => all.map(e => e.getBoundingClientRect().height)")).ShouldAllBe(h => h >= 60);

    private static async Task YesAsync(IPage page)
    {
        var yes = page.Locator("dialog[open] button.pri");
        if (await yes.CountAsync() > 0) await yes.First.ClickAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    private static Task ShotAsync(IPage page, string name) => page.ScreenshotAsync(new() { Path = Path.Combine(Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "anmin-furnace-shots")).FullName, name + ".png") });
}
