using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Anmin.Kernel.Ciphers;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Anmin.Browser;

/// <summary>J3 of UX.md at the desk: one screen, keyboard only, typed values counted; and what happens when browser, line or luck fails.</summary>
public sealed partial class DeskInTheBrowser(CityHost city, ITestOutputHelper output) : IClassFixture<CityHost>
{
    private static int people;

    [Fact]
    public async Task J3_by_hand_takes_fourteen_typed_values_and_no_mouse()
    {
        var clerk = await AtTheDeskAsync();
        await clerk.TypeAsync("HandlerName", "李建国");
        await clerk.TypeAsync("HandlerIdNumber", Id(1970, male: true));
        await clerk.TypeAsync("HandlerPhone", "13800005521");
        await clerk.ChooseAsync("Relation");
        await clerk.TypeAsync("Name", "张桂兰");
        await clerk.TypeAsync("IdNumber", Id(1942, male: false));
        (await clerk.Page.InputValueAsync("[name=Sex]")).ShouldBe("Female", "the number fills it");
        (await clerk.Page.InputValueAsync("[name=BirthDate]")).ShouldBe("1942-03-08");
        await clerk.TypeAsync("DiedAt", Ago(1));
        await clerk.ChooseAsync("Place", 2);
        await clerk.TypeAsync("Address", "幸福花园3号楼2单元601");
        await clerk.TypeAsync("EvidenceNumber", Medical());
        await clerk.ChooseAsync("EvidenceIssuer");
        await ItemAsync(clerk, "ythh");
        await ItemAsync(clerk, "ytgb");
        await ItemAsync(clerk, "ghh");
        await FinishAsync(clerk, "w3-1366");
        output.WriteLine($"typed {clerk.Typed}, chosen with arrows {clerk.Chosen}, keys {clerk.Keys}");
        RobotTable.Count("J3", "typed", clerk.Typed, 14);
    }

    [Fact]
    public async Task J3_with_a_card_reader_takes_five()
    {
        var clerk = await AtTheDeskAsync();
        await clerk.ReadCardAsync($"李建国|男|汉|19700308|江苏省宿迁市宿城区幸福路1号|{Id(1970, male: true)}|宿城分局|20200101-20400101");
        await clerk.TypeAsync("HandlerPhone", "13800005522");
        await clerk.ChooseAsync("Relation");
        await clerk.ToAsync("Name");
        await clerk.ReadCardAsync($"张桂兰|女|汉|19420308|江苏省宿迁市宿城区幸福路1号|{Id(1942, male: false)}|宿城分局|20200101-长期");
        (await clerk.Page.InputValueAsync("[name=Name]")).ShouldBe("张桂兰");
        (await clerk.Page.InputValueAsync("[name=Address]")).ShouldContain("幸福路");
        (await clerk.Page.Locator("[data-age]").InnerTextAsync()).ShouldContain("岁");
        await clerk.TypeAsync("DiedAt", Ago(1));
        await clerk.ChooseAsync("Place", 2);
        await clerk.TypeAsync("EvidenceNumber", Medical());
        await clerk.ChooseAsync("EvidenceIssuer");
        await ItemAsync(clerk, "ythh");
        await FinishAsync(clerk, null);
        output.WriteLine($"typed {clerk.Typed}, chosen with arrows {clerk.Chosen}, keys {clerk.Keys}");
        RobotTable.Count("J3 读卡", "typed", clerk.Typed, 5);
    }

    [Fact]
    public async Task A_browser_that_dies_takes_nothing_with_it()
    {
        var clerk = await AtTheDeskAsync();
        await clerk.TypeAsync("HandlerName", "王秀珍");
        await clerk.TypeAsync("HandlerPhone", "13800005523");
        await clerk.TypeAsync("Name", "赵长林");
        await ItemAsync(clerk, "gh");
        await Assertions.Expect(clerk.Page.Locator("[data-saved]")).ToContainTextAsync("已保存");
        await clerk.Page.Context.CloseAsync();
        var again = await city.OpenAsync("前台");
        await again.GotoAsync("/work/arrange");
        (await again.InputValueAsync("[name=HandlerName]")).ShouldBe("王秀珍");
        (await again.InputValueAsync("[name=HandlerPhone]")).ShouldBe("13800005523");
        (await again.InputValueAsync("[name=Name]")).ShouldBe("赵长林");
        (await again.Locator("tr.on").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_lost_line_shows_a_banner_and_leaves_every_input()
    {
        var clerk = await AtTheDeskAsync();
        await clerk.TypeAsync("HandlerName", "周慧");
        await Assertions.Expect(clerk.Page.Locator("[data-saved]")).ToContainTextAsync("已保存");
        await clerk.Page.Context.SetOfflineAsync(true);
        await clerk.TypeAsync("HandlerPhone", "13800005524");
        await Assertions.Expect(clerk.Page.Locator("[data-offline]")).ToContainTextAsync("网络断开，已保存到");
        await clerk.PressAsync("Control+Enter");
        await clerk.PressAsync("Alt+4");
        (await clerk.Page.InputValueAsync("[name=HandlerPhone]")).ShouldBe("13800005524");
        (await clerk.Page.InputValueAsync("[name=HandlerName]")).ShouldBe("周慧");
        await clerk.Page.ScreenshotAsync(new() { Path = Path.Combine(CityHost.Screenshots, "w3-offline-1366.png") });
        await clerk.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(clerk.Page.Locator("[data-offline]")).ToBeHiddenAsync();
        await Assertions.Expect(clerk.Page.Locator("[data-saved]")).ToContainTextAsync("已保存");
    }

    [Fact]
    public async Task Two_desks_want_one_hall_and_one_is_told_so_once()
    {
        var (one, two) = (await AtTheDeskAsync(), await AtTheDeskAsync());
        foreach (var (clerk, name) in new[] { (one, "陈一"), (two, "陈二") })
        {
            await clerk.TypeAsync("HandlerName", name);
            await clerk.TypeAsync("HandlerPhone", "13800005525");
            await clerk.TypeAsync("Name", name + "母");
            await clerk.TypeAsync("DiedAt", Ago(1));
            await clerk.ChooseAsync("Place", 2);
        }
        foreach (var clerk in new[] { one, two }) await TimesAsync(clerk);
        (await two.Page.InputValueAsync("[name=FarewellAt]")).ShouldBe(await one.Page.InputValueAsync("[name=FarewellAt]"), "neither holds it yet");
        await SubmitAsync(one);
        await two.PressAsync("Control+Enter");
        var summary = two.Page.Locator("[data-errors]");
        await Assertions.Expect(summary).ToContainTextAsync("已有安排");
        (await summary.Locator("li").CountAsync()).ShouldBe(1);
        (await two.Page.InputValueAsync("[name=HandlerName]")).ShouldBe("陈二");
        (await two.Page.InputValueAsync("[name=Name]")).ShouldBe("陈二母");
        await Assertions.Expect(two.Page.Locator("#desk-times")).Not.ToContainTextAsync("已选最早的"); // what is said next is news
        await TimesAsync(two);
        await SubmitAsync(two);
    }

    [Fact]
    public async Task The_desk_is_accessible_and_fits_a_phone()
    {
        var page = await city.OpenAsync("前台", 360, 740);
        await page.GotoAsync("/work/arrange?fresh=true");
        (await page.RunAxe()).Violations.Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}").ShouldBeEmpty();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        await page.ScreenshotAsync(new() { Path = Path.Combine(CityHost.Screenshots, "w3-360.png") });
        await page.SetViewportSizeAsync(1366, 900);
        (await page.RunAxe()).Violations.Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}").ShouldBeEmpty();
    }

    private async Task<Typist> AtTheDeskAsync()
    {
        var page = await city.OpenAsync("前台");
        await page.GotoAsync("/work/arrange");
        await page.Keyboard.PressAsync("F2");
        await page.WaitForURLAsync(url => url.Contains("fresh", StringComparison.Ordinal));
        await page.WaitForFunctionAsync("document.activeElement?.name === 'HandlerName'");
        return new(page);
    }

    private static async Task ItemAsync(Typist clerk, string initials)
    {
        await clerk.PressAsync("Alt+3");
        await clerk.TypeAsync("item-find", initials);
        await Assertions.Expect(clerk.Page.Locator("[data-item-said]")).ToContainTextAsync("已加");
    }

    private static async Task TimesAsync(Typist clerk)
    {
        await clerk.PressAsync("Alt+4");
        await Assertions.Expect(clerk.Page.Locator("#desk-times")).ToContainTextAsync("已选最早的");
    }

    private static async Task SubmitAsync(Typist clerk)
    {
        await clerk.PressAsync("Control+Enter");
        await clerk.Page.WaitForURLAsync(url => CasePath().IsMatch(url));
    }

    /// <summary>Times, quotation, the family's signature on the pad, the other papers on paper, and the submit; all on the one screen.</summary>
    private static async Task FinishAsync(Typist clerk, string? shot)
    {
        await TimesAsync(clerk);
        var screen = clerk.Page.Url;
        var paper = await clerk.Page.RunAndWaitForPopupAsync(() => clerk.PressAsync("Control+p"));
        (await paper.Locator("main").InnerTextAsync()).ShouldContain("治丧服务报价单");
        await OnePageAsync(paper);
        await paper.CloseAsync();
        if (shot is not null) await clerk.Page.ScreenshotAsync(new() { Path = Path.Combine(CityHost.Screenshots, shot + ".png") });
        (await clerk.Page.EvaluateAsync<string>("document.activeElement?.dataset.sign ?? ''")).ShouldBe("Quotation");
        await clerk.PressAsync("Enter");
        await clerk.Page.WaitForSelectorAsync("dialog.pad canvas");
        await clerk.Page.WaitForFunctionAsync("document.activeElement?.tagName === 'CANVAS'");
        await Finger.SignAsync(clerk.Page);
        if (shot is not null) await clerk.Page.ScreenshotAsync(new() { Path = Path.Combine(CityHost.Screenshots, "pad-1366.png") });
        await clerk.PressAsync("Tab");
        await clerk.PressAsync("Enter");
        await Assertions.Expect(clerk.Page.Locator("[data-paper=Quotation] [data-state]")).ToHaveTextAsync("已在签名板签名");
        var others = await clerk.Page.Locator("[data-paper]").CountAsync() - 1;
        for (var signed = 0; signed < others;)
        {
            await clerk.PressAsync("Tab");
            if (!await clerk.Page.EvaluateAsync<bool>("document.activeElement?.matches('[data-paper]:not([data-paper=Quotation]) [type=checkbox]')")) continue;
            await clerk.PressAsync("Space");
            signed++;
        }
        if (shot is not null) await clerk.Page.ScreenshotAsync(new() { Path = Path.Combine(CityHost.Screenshots, "w3-signed-1366.png") });
        clerk.Page.Url.ShouldBe(screen, "one screen");
        await SubmitAsync(clerk);
        clerk.Page.Url.ShouldContain("done=arranged");
        (await clerk.Page.Locator("main").InnerTextAsync()).ShouldContain("已签，现行");
        if (shot is not null) await clerk.Page.ScreenshotAsync(new() { Path = Path.Combine(CityHost.Screenshots, "case-arranged-1366.png") });
    }

    private static async Task OnePageAsync(IPage paper)
    {
        var answer = await paper.Context.APIRequest.GetAsync(PrintMark().Replace(paper.Url, "").Replace("/Quotation", "/Quotation.pdf", StringComparison.Ordinal));
        answer.Headers["content-type"].ShouldBe("application/pdf");
        Page().Count(Encoding.Latin1.GetString(await answer.BodyAsync())).ShouldBe(1, "the quotation is one sheet");
    }

    private static string Id(int year, bool male)
    {
        var n = Interlocked.Increment(ref people);
        var body = string.Create(CultureInfo.InvariantCulture, $"321302{year}0308{(n * 2) + (male ? 1 : 0):000}");
        return body + CheckCharacter.Mod11Radix2(body);
    }

    private static string Medical() => string.Create(CultureInfo.InvariantCulture, $"32130220267{Interlocked.Increment(ref people):000000}");

    private static string Ago(int days) => TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).AddDays(-days).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    [GeneratedRegex("/work/cases/[0-9a-f-]{36}")]
    private static partial Regex CasePath();

    [GeneratedRegex("[?&]print=1")]
    private static partial Regex PrintMark();

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Page();
}
