using System.Globalization;
using System.Text.RegularExpressions;
using Anmin.Browser.EveryPage;
using Anmin.Kernel.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Anmin.Browser.Pressing;

namespace Anmin.Browser;

/// <summary>A family on a phone at night, then the staff's own screens, clicked from the first call to the niche; what each page looks like is kept for the README.</summary>
public sealed partial class ChainInTheBrowser(CityHost city) : IClassFixture<CityHost>
{
    [Fact]
    public async Task From_the_night_call_on_a_phone_to_the_niche()
    {
        var number = await FamilyAsksForTheHearseAsync();
        var front = await city.OpenAsync("前台");
        await front.GotoAsync("/work/cases?q=" + number);
        var id = CaseId().Match(front.Url) is { Success: true } at ? at.Value : CaseId().Match(await front.Locator($"a:has-text(\"{number}\")").First.GetAttributeAsync("href") ?? "").Value;
        id.ShouldNotBeEmpty();

        await EvidenceAndFactsAsync(front, id);
        var tag = await DriverBringsHomeAsync(id);
        await ReceiveAndConfirmAsync(front, id, tag);
        await TwoOperatorsAsync(id, tag);
        var certificate = await CertificateAsync(front, id);
        await NicheAsync(id);
        await AnybodyVerifiesAsync(certificate);
        await JournalStandsAsync();
    }

    /// <summary>J1: three screens, no sign-in, no script needed.</summary>
    private async Task<string> FamilyAsksForTheHearseAsync()
    {
        var phone = await city.OpenAsync(null, 360, 740, scripts: false);
        await phone.GotoAsync("/");
        await ShotAsync(phone, "home-360");
        await phone.GotoAsync("/pickup");
        await phone.CheckAsync("[name='Form.PlaceKind'][value=home]");
        await phone.SelectOptionAsync("[name='Form.County']", "321302");
        await phone.FillAsync("[name='Form.Address']", "项里街道幸福花园3号楼2单元601");
        await phone.FillAsync("[name='Form.Phone']", "１３８ 0000 1234");
        await phone.FillAsync("[name='Form.Name']", "周桂兰");
        await phone.ClickAsync("main button[type=submit]");
        await phone.ClickAsync("button[value=send]");
        await phone.WaitForURLAsync("**/pickup/accepted/**");
        var text = await phone.Locator("main").InnerTextAsync();
        var number = CaseNumber().Match(text).Value;
        number.ShouldNotBeEmpty(text);
        await phone.ClickAsync("a:has-text(\"看办理进度\")");
        await ShotAsync(phone, "family-case-360");
        return number;
    }

    private async Task EvidenceAndFactsAsync(IPage front, string id)
    {
        await front.GotoAsync($"/work/cases/{id}?do=evidence");
        await front.FillAsync("[name='Form.Number']", "3213022026000018");
        await front.FillAsync("[name='Form.IssuedOn']", DateTimeOffset.Parse(Ago(2), CultureInfo.InvariantCulture).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await front.FillAsync("[name='Form.Issuer']", "项里街道社区卫生服务中心");
        await SubmitAsync(front, "登记证明");
        (await front.Locator("main").InnerTextAsync()).ShouldContain("17位数字");
        await front.FillAsync("[name='Form.Number']", "32130220260000187");
        await SubmitAsync(front, "登记证明");
        await front.GotoAsync($"/work/cases/{id}?do=correct&fact=DiedAt");
        await front.FillAsync("[name='Form.Value']", Ago(2));
        await front.FillAsync("[name='Form.Reason']", "家属补报去世时间");
        await front.Locator("main form button[type=submit].pri").First.ClickAsync();
        await YesAsync(front);
    }

    private async Task<string> DriverBringsHomeAsync(string id)
    {
        var driver = await city.OpenAsync("司机");
        await driver.GotoAsync($"/work/cases/{id}?do=record");
        await ChooseFirstAsync(driver, "Form.Vehicle");
        await ChooseFirstAsync(driver, "Form.Driver");
        await ChooseLastAsync(driver, "Form.SecondCrew");
        await driver.SelectOptionAsync("[name='Form.SignedBy']", "family");
        await SubmitAsync(driver, "登记已接到");
        return Tag().Match(await driver.Locator("main").InnerTextAsync()).Value.ShouldNotBeNull();
    }

    private async Task ReceiveAndConfirmAsync(IPage front, string id, string tag)
    {
        await front.GotoAsync($"/work/cases/{id}?do=receive");
        await front.FillAsync("[name='Form.Tag']", tag[..^1] + (tag[^1] == '0' ? '1' : '0'));
        await ChooseFirstAsync(front, "Form.Place");
        await SubmitAsync(front, "接收入馆");
        (await front.Locator("body").InnerTextAsync()).ShouldContain("标签与这位逝者不符");
        await front.GotoAsync($"/work/cases/{id}?do=receive");
        await front.FillAsync("[name='Form.Tag']", tag);
        await ChooseFirstAsync(front, "Form.Place");
        await SubmitAsync(front, "接收入馆");
        await front.GotoAsync($"/work/cases/{id}?do=confirm");
        await front.CheckAsync("[name='Form.Disposition'][value=Cremation]");
        await front.CheckAsync("[name='Form.Signed']");
        await SubmitAsync(front, "确认丧葬方式");
        await front.GotoAsync($"/work/cases/{id}");
        await ShotAsync(front, "case-1366");
        (await city.OpenAsync("前台")).ShouldNotBeNull();
        await front.GotoAsync("/work");
        await ShotAsync(front, "workbench-1366");
    }

    private async Task TwoOperatorsAsync(string id, string tag)
    {
        var first = await city.OpenAsync("火化工甲");
        await first.GotoAsync("/work/cremation?case=" + id);
        await first.FillAsync("[name='FirstScan']", tag);
        await SubmitAsync(first, "核对腕带");
        (await first.Locator("main").InnerTextAsync()).ShouldContain("请第二人登录后再扫");
        var second = await city.OpenAsync("火化工乙");
        await second.GotoAsync("/work/cremation?case=" + id);
        await ShotAsync(second, "cremation-1366");
        await second.FillAsync("[name='Form.SecondScan']", tag);
        await SubmitAsync(second, "两人一致，开始火化");
        await second.GotoAsync("/work/cremation?case=" + id);
        await SubmitAsync(second, "结束火化");
    }

    private static async Task<string> CertificateAsync(IPage front, string id)
    {
        await front.GotoAsync($"/work/cases/{id}?do=certificate");
        await front.Locator("main form:has-text(\"签发火化证明\") button[type=submit]").First.ClickAsync();
        await YesAsync(front);
        await front.GotoAsync($"/work/cases/{id}");
        return Certificate().Match(await front.Locator("main").InnerTextAsync()).Value.ShouldNotBeNull();
    }

    private async Task NicheAsync(string id)
    {
        var keeper = await city.OpenAsync("骨灰");
        await keeper.GotoAsync($"/work/cases/{id}?do=ashes&way=place");
        await ChooseFirstAsync(keeper, "Form.Niche");
        await keeper.FillAsync("[name='Form.Years']", "20");
        await keeper.Locator("main form button[type=submit].pri").First.ClickAsync();
        await YesAsync(keeper);
        await keeper.GotoAsync($"/work/cases/{id}");
        (await keeper.Locator("main").InnerTextAsync()).ShouldContain("已办结");
        await keeper.Locator("a:has-text(\"袋标签\")").First.ClickAsync();
        await PageChecks.MeetAsync(keeper, "/work/tags/{Kind}/{Number}");
    }

    private async Task AnybodyVerifiesAsync(string certificate)
    {
        certificate.ShouldStartWith("HH-");
        var anybody = await city.OpenAsync(null, 360, 740);
        await anybody.GotoAsync("/verify/" + certificate);
        await ShotAsync(anybody, "verify-360");
        var text = await anybody.Locator("main").InnerTextAsync();
        text.ShouldContain("现在有效");
        text.ShouldContain("周＊兰");
        text.ShouldNotContain("周桂兰");
    }

    private async Task JournalStandsAsync()
    {
        await using var scope = city.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<JournalVerifier>().RunAsync(TestContext.Current.CancellationToken)).Broken.ShouldBeNull();
    }

    private static string Ago(int days) => TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).AddDays(-days).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static Task ShotAsync(IPage page, string name) => page.ScreenshotAsync(new() { Path = Path.Combine(CityHost.Screenshots, name + ".png"), FullPage = false });

    private static async Task ChooseFirstAsync(IPage page, string name)
    {
        var values = await page.Locator($"[name='{name}'] option").EvaluateAllAsync<string[]>("all => all.map(o => o.value).filter(v => v)");
        await page.SelectOptionAsync($"[name='{name}']", values[0]);
    }

    private static async Task ChooseLastAsync(IPage page, string name)
    {
        var values = await page.Locator($"[name='{name}'] option").EvaluateAllAsync<string[]>("all => all.map(o => o.value).filter(v => v)");
        await page.SelectOptionAsync($"[name='{name}']", values[^1]);
    }

    [GeneratedRegex("SQ[0-9]{2}-[0-9]{6}")]
    private static partial Regex CaseNumber();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex CaseId();

    [GeneratedRegex("T[0-9]{16}[0-9A-Z]")]
    private static partial Regex Tag();

    [GeneratedRegex("HH-[0-9]{9}-[0-9]{4}-[0-9]{6}-[0-9A-Z]")]
    private static partial Regex Certificate();
}
