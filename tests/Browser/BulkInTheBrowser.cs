using Anmin.Browser.EveryPage;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Anmin.Browser;

/// <summary>批量办理 by keyboard and mouse: picked, looked at, done row by row, taken back.</summary>
public sealed class BulkInTheBrowser(CityHost city) : IClassFixture<CityHost>
{
    private const int Reports = 20;

    [Fact]
    public async Task Twenty_reports_are_checked_together_seen_before_and_taken_back()
    {
        await ReportAsync();
        var page = await city.OpenAsync("乡镇民政");
        await page.GotoAsync("/work/village-reports?State=Reported");
        var clicks = 0;
        async Task ClickAsync(string what)
        {
            clicks++;
            await page.ClickAsync(what);
        }
        // nothing picked, nothing sent
        await page.PressAsync("#bulk button", "Enter");
        (await page.Locator("[data-bulk-count]").InnerTextAsync()).ShouldContain("请先勾选");
        await ClickAsync("[data-bulk-all]");
        var picked = await page.Locator(".bulk-box input:checked").CountAsync();
        picked.ShouldBeGreaterThanOrEqualTo(Reports);
        (await page.Locator("[data-bulk-count]").InnerTextAsync()).ShouldBe($"已选 {picked} 行");
        await ClickAsync("#bulk button");
        await page.WaitForURLAsync("**/work/bulk/check-graves**");
        // what is missing is said at its field
        await page.ClickAsync(".bulk-fields button");
        (await page.Locator(".error-summary, .am-errors, [role=alert]").First.InnerTextAsync()).ShouldContain("核实结果");
        await page.SelectOptionAsync("[name=Verdict]", "true");
        clicks++;
        await ClickAsync(".bulk-fields button");
        (await page.Locator(".tally").InnerTextAsync()).ShouldContain($"{picked} 条上报可以办");
        (await CheckedAsync()).ShouldBe(0, "a preview changes nothing");
        await page.ScreenshotAsync(new() { Path = Path.Combine(CityHost.Screenshots, "bulk-preview-1366.png") });
        await ClickAsync(".bulk-go button[type=submit]");
        await page.WaitForURLAsync("**/work/bulk/runs/**");
        await page.Locator("button:has-text('撤销')").WaitForAsync(new() { Timeout = 60_000 });
        (await page.Locator(".tally").InnerTextAsync()).ShouldContain($"{picked} 条上报已办");
        (await CheckedAsync()).ShouldBe(picked);
        RobotTable.Count("批量核实", "clicks", clicks, 5);
        await page.ScreenshotAsync(new() { Path = Path.Combine(CityHost.Screenshots, "bulk-result-1366.png") });
        await PageChecks.MeetAsync(page, "/work/bulk/runs/{Id:guid}");

        await page.GotoAsync("/work/tasks");
        await page.ClickAsync("a:has-text('核实上报')");
        await page.ClickAsync("button:has-text('撤销')");
        await page.ClickAsync($"dialog button:has-text('撤销 {picked} 条上报')");
        await page.Locator("h1:has-text('已撤销')").WaitForAsync(new() { Timeout = 60_000 });
        (await CheckedAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Without_scripts_rows_are_ticked_one_by_one_and_it_works_all_the_same()
    {
        var page = await city.OpenAsync("馆长", scripts: false);
        await page.GotoAsync("/work/cases?status=open");
        await page.Locator(".bulk-box input").Nth(0).CheckAsync();
        await page.Locator(".bulk-box input").Nth(1).CheckAsync();
        await page.ClickAsync("#bulk button");
        var clerk = await page.Locator("[name=Clerk] option").Nth(1).GetAttributeAsync("value");
        await page.SelectOptionAsync("[name=Clerk]", clerk!);
        await page.ClickAsync(".bulk-fields button");
        (await page.Locator(".tally").InnerTextAsync()).ShouldContain("可以办");
        await page.ClickAsync(".bulk-go button[type=submit]");
        // another window of the same person waits for it
        var watching = await city.OpenAsync("馆长");
        await watching.GotoAsync(page.Url);
        await watching.Locator("h1:has-text('办完了')").WaitForAsync(new() { Timeout = 60_000 });
        await page.ReloadAsync();
        (await page.Locator("h1").InnerTextAsync()).ShouldContain("办完了");
    }

    /// <summary>As a village officer's telephone sends them.</summary>
    private async Task ReportAsync()
    {
        var officer = await city.OpenAsync("村干部", 360, 740);
        await officer.GotoAsync("/m/village");
        for (var i = 1; i <= Reports; i++)
        {
            await officer.FillAsync("[name='Grave.Count']", "2");
            await officer.FillAsync("[name='Grave.Place']", $"批量第{i}处坡地");
            (await officer.RunAndWaitForResponseAsync(() => officer.ClickAsync("#grave button[type=submit]"), answer => answer.Url.EndsWith("/village/graves", StringComparison.Ordinal))).Ok.ShouldBeTrue();
        }
        await officer.Context.CloseAsync();
        (await city.CountAsync($"""select count(*) as "Value" from funeral_grave_report where place like '批量第%'""")).ShouldBe(Reports);
    }

    private Task<int> CheckedAsync() => city.CountAsync($"""select count(*) as "Value" from funeral_grave_report where state = 'Confirmed'""");
}
