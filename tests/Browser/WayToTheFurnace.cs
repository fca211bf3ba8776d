using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using static Anmin.Browser.Pressing;

namespace Anmin.Browser;

/// <summary>Brings one body by the staff's own screens to where it may be called to a furnace: reported by the family, proven, fetched, received, signed for.</summary>
internal sealed partial class WayToTheFurnace(CityHost city)
{
    public async Task<(string Id, string Tag, string Number, string Person)> GoAsync()
    {
        const string person = "周桂兰";
        var phone = await city.OpenAsync(null, 360, 740, scripts: false);
        await phone.GotoAsync("/pickup");
        await phone.CheckAsync("[name='Form.PlaceKind'][value=home]");
        await phone.SelectOptionAsync("[name='Form.County']", "321302");
        await phone.FillAsync("[name='Form.Address']", "项里街道幸福花园3号楼2单元601");
        await phone.FillAsync("[name='Form.Phone']", "13800001234");
        await phone.FillAsync("[name='Form.Name']", person);
        await phone.ClickAsync("main button[type=submit]");
        await phone.ClickAsync("button[value=send]");
        var number = CaseNumber().Match(await phone.Locator("main").InnerTextAsync()).Value;

        var front = await city.OpenAsync("前台");
        await front.GotoAsync("/work/cases?q=" + number);
        var id = CaseId().Match(front.Url) is { Success: true } at ? at.Value : CaseId().Match(await front.Locator($"a:has-text(\"{number}\")").First.GetAttributeAsync("href") ?? "").Value;
        await front.GotoAsync($"/work/cases/{id}?do=evidence");
        await front.FillAsync("[name='Form.Number']", "32130220260000187");
        await front.FillAsync("[name='Form.IssuedOn']", Ago("yyyy-MM-dd"));
        await front.FillAsync("[name='Form.Issuer']", "项里街道社区卫生服务中心");
        await SubmitAsync(front, "登记证明");
        await front.GotoAsync($"/work/cases/{id}?do=correct&fact=DiedAt");
        await front.FillAsync("[name='Form.Value']", Ago("yyyy-MM-dd HH:mm"));
        await front.FillAsync("[name='Form.Reason']", "家属补报去世时间");
        await front.Locator("main form button[type=submit].pri").First.ClickAsync();
        await YesAsync(front);

        var driver = await city.OpenAsync("司机");
        await driver.GotoAsync($"/work/cases/{id}?do=record");
        await ChooseAsync(driver, "Form.Vehicle", last: false);
        await ChooseAsync(driver, "Form.Driver", last: false);
        await ChooseAsync(driver, "Form.SecondCrew", last: true);
        await driver.SelectOptionAsync("[name='Form.SignedBy']", "family");
        await SubmitAsync(driver, "登记已接到");
        var tag = Tag().Match(await driver.Locator("main").InnerTextAsync()).Value;
        tag.ShouldNotBeEmpty();

        await front.GotoAsync($"/work/cases/{id}?do=receive");
        await front.FillAsync("[name='Form.Tag']", tag);
        await ChooseAsync(front, "Form.Place", last: false);
        await SubmitAsync(front, "接收入馆");
        await front.GotoAsync($"/work/cases/{id}?do=confirm");
        await front.CheckAsync("[name='Form.Disposition'][value=Cremation]");
        await front.CheckAsync("[name='Form.Signed']");
        await SubmitAsync(front, "确认丧葬方式");
        return (id, tag, number, person);
    }

    private static string Ago(string form) => TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).AddDays(-2).ToString(form, CultureInfo.InvariantCulture);

    private static async Task ChooseAsync(IPage page, string name, bool last)
    {
        var values = await page.Locator($"[name='{name}'] option").EvaluateAllAsync<string[]>("all => all.map(o => o.value).filter(v => v)");
        await page.SelectOptionAsync($"[name='{name}']", last ? values[^1] : values[0]);
    }

    [GeneratedRegex("SQ[0-9]{2}-[0-9]{6}")]
    private static partial Regex CaseNumber();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex CaseId();

    [GeneratedRegex("T[0-9]{16}[0-9A-Z]")]
    private static partial Regex Tag();
}
