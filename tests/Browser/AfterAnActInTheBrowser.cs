using Anmin.Browser.EveryPage;
using Microsoft.Playwright;
using Xunit;

namespace Anmin.Browser;

/// <summary>Pages that stand at the end of something a person did: done here, and looked at as the walk looks at the others.</summary>
public sealed class AfterAnActInTheBrowser(CityHost city) : IClassFixture<CityHost>
{
    [Fact]
    public async Task A_complaint_is_received_and_followed()
    {
        var page = await city.OpenAsync(null, 360, 740);
        await page.GotoAsync("/complaints");
        await ChooseFirstAsync(page, "Form.Kind");
        await page.FillAsync("[name='Form.Story']", "收了没有用过的东西的钱，200元。");
        await page.ClickAsync("main button[type=submit]:has-text(\"提交\")");
        await page.WaitForURLAsync("**/complaints/sent");
        await PageChecks.MeetAsync(page, "/complaints/sent");
        await page.GotoAsync("/complaints/mine");
        await PageChecks.MeetAsync(page, "/complaints/mine");
    }

    [Fact]
    public async Task A_time_is_booked()
    {
        var page = await city.OpenAsync(null, 360, 740);
        await page.GotoAsync("/booking");
        await page.Locator("[name='Form.SlotId']").First.CheckAsync();
        await page.FillAsync("[name='Form.People']", "2");
        await page.FillAsync("[name='Form.Phone']", "13800007712");
        await page.ClickAsync("main button[type=submit]:has-text(\"确认预约\")");
        await page.WaitForURLAsync("**/booking/place/**");
        await PageChecks.MeetAsync(page, "/booking/place/{Receipt}");
    }

    [Fact]
    public async Task A_plot_is_held()
    {
        var page = await city.OpenAsync(null, 360, 740);
        await PageRow.Of("/cemeteries/{Institution}/{Code}").GoAsync(page);
        await page.FillAsync("[name='Form.Name']", "周建国");
        await page.FillAsync("[name='Form.Phone']", "13800007713");
        await page.ClickAsync("main form button[type=submit]:has-text(\"预留\")");
        await page.WaitForURLAsync("**/cemeteries/held/**");
        await PageChecks.MeetAsync(page, "/cemeteries/held/{Receipt}");
    }

    private static async Task ChooseFirstAsync(IPage page, string name)
    {
        var values = await page.Locator($"[name='{name}'] option").EvaluateAllAsync<string[]>("all => all.map(o => o.value).filter(v => v)");
        await page.SelectOptionAsync($"[name='{name}']", values[0]);
    }
}
