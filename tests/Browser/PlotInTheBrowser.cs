using System.Globalization;
using System.Text.RegularExpressions;
using Anmin.Browser.EveryPage;
using Anmin.Kernel.Messages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Anmin.Browser.Pressing;

namespace Anmin.Browser;

/// <summary>The way of a plot on the staff's own pages: held, signed, paid, certified, somebody laid to rest, renewed when it is paid, and the ashes moved away.</summary>
public sealed partial class PlotInTheBrowser(CityHost city) : IClassFixture<CityHost>
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    [Fact]
    public async Task A_plot_is_sold_somebody_is_buried_the_right_is_renewed_and_the_ashes_are_moved()
    {
        var sales = await city.OpenAsync("公墓销售");
        var right = await SignedAsync(sales);
        var contract = Contract().Match(await sales.Locator("main").InnerTextAsync()).Value;
        contract.ShouldNotBeEmpty();
        await ShotAsync(sales, "plot-contract-1366");
        await PaidAsync(contract);
        await CertifiedAsync(right);
        await BuriedAsync(contract);
        await RenewedAsync(sales, right, contract);
        await MovedAsync(contract);
        await sales.GotoAsync($"/work/cemetery/rights/{right}");
        (await sales.Locator("main").InnerTextAsync()).ShouldContain("终止");
    }

    /// <summary>From the plan: the first free plot, a hold, the look at price and law, the contract.</summary>
    private static async Task<string> SignedAsync(IPage sales)
    {
        await sales.GotoAsync("/work/cemetery?show=free&view=list");
        await sales.Locator("main table.tb tbody a").First.ClickAsync();
        await sales.ClickAsync("a:has-text(\"留位、签约\")");
        await sales.FillAsync("[name='Form.HolderName']", "周建国");
        await sales.FillAsync("[name='Form.HolderPhone']", "13800008821");
        await SubmitAsync(sales, "留位");
        await sales.WaitForURLAsync(url => url.Contains("right=", StringComparison.Ordinal));
        var from = Today.AddYears(-19);
        foreach (var (field, value) in new[] { ("UserName", "周桂兰"), ("BasisNumber", "WD-2026-0001"), ("EvidenceNote", "外地殡仪馆出具，已电话核对"), ("HolderName", "周建国"), ("HolderId", Id("3213021970010100")), ("Relation", "子女"), ("From", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("Years", "40"), ("CareYears", "20") })
            await sales.FillAsync($"[name='Form.{field}']", value);
        await SubmitAsync(sales, "核对费用和规定");
        (await sales.Locator("main").InnerTextAsync()).ShouldContain("合计（元）");
        await SubmitAsync(sales, "签合同");
        (await sales.Locator("main").InnerTextAsync()).ShouldContain("20年", Case.Sensitive, "forty years are refused with the limit");
        await sales.FillAsync("[name='Form.Years']", "20");
        await ShotAsync(sales, "plot-sign-1366");
        await PageChecks.MeetAsync(sales, "/work/cemetery/rights/new");
        await SubmitAsync(sales, "签合同");
        await sales.WaitForURLAsync(url => url.Contains("done=signed", StringComparison.Ordinal));
        return CaseId().Match(sales.Url).Value;
    }

    private async Task PaidAsync(string contract)
    {
        var finance = await city.OpenAsync("公墓财务");
        await finance.GotoAsync("/work/cashier?q=" + contract);
        await finance.Locator("a.who").First.ClickAsync();
        await finance.WaitForSelectorAsync(".w6");
        if (await finance.Locator("[name='Signed.OnPaper']").CountAsync() > 0)
        {
            await finance.CheckAsync("[name='Signed.OnPaper']");
            await finance.ClickAsync("button:has-text(\"确认签名\")");
            await finance.WaitForURLAsync(url => url.Contains("done=signed", StringComparison.Ordinal));
        }
        await finance.Locator("button:has-text(\"收款\")").First.ClickAsync();
        await finance.WaitForURLAsync(url => url.Contains("paid=", StringComparison.Ordinal));
        await TellAsync();
    }

    private async Task CertifiedAsync(string right)
    {
        var archive = await city.OpenAsync("公墓档案");
        await archive.GotoAsync($"/work/cemetery/rights/{right}?do=activate");
        await SubmitAsync(archive, "发安葬证");
        await archive.WaitForURLAsync(url => url.Contains("done=activate", StringComparison.Ordinal));
        await archive.GotoAsync($"/work/cemetery/rights/{right}/certificate");
        (await archive.Locator("main").InnerTextAsync()).ShouldContain("安葬证");
    }

    private async Task BuriedAsync(string contract)
    {
        var grounds = await city.OpenAsync("公墓园务");
        await grounds.GotoAsync("/work/cemetery/burials?code=" + contract);
        await grounds.FillAsync("[name=Name]", "周桂兰");
        await grounds.FillAsync("[name=Certificate]", "WD-2026-0001");
        var witnesses = await grounds.Locator("[name=Witness] option").EvaluateAllAsync<string[]>("all => all.map(o => o.value).filter(v => v)");
        await grounds.SelectOptionAsync("[name=Witness]", witnesses[0]);
        await SubmitAsync(grounds, "登记安葬");
        await grounds.WaitForURLAsync(url => url.Contains("done=AZ", StringComparison.Ordinal));
        await grounds.ClickAsync("a:has-text(\"打印安葬证明\")");
        (await grounds.Locator("main").InnerTextAsync()).ShouldContain("周桂兰");
        await ShotAsync(grounds, "burial-proof-1366");
        await PageChecks.MeetAsync(grounds, "/work/cemetery/proofs/{Number}");
    }

    private async Task RenewedAsync(IPage sales, string right, string contract)
    {
        await sales.GotoAsync($"/work/cemetery/rights/{right}?do=renew");
        await sales.FillAsync("[name='Form.Years']", "10");
        await SubmitAsync(sales, "续期");
        await sales.WaitForURLAsync(url => url.Contains("done=renew", StringComparison.Ordinal));
        var until = Today.AddYears(-19).AddYears(30).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (await sales.Locator("main").InnerTextAsync()).ShouldNotContain(until, Case.Sensitive, "nothing is renewed before it is paid");
        await PaidAsync(contract);
        await sales.GotoAsync($"/work/cemetery/rights/{right}");
        (await sales.Locator("main").InnerTextAsync()).ShouldContain(until);
    }

    private async Task MovedAsync(string contract)
    {
        var grounds = await city.OpenAsync("公墓园务");
        await grounds.GotoAsync("/work/cemetery/burials?code=" + contract);
        await grounds.ClickAsync("a:has-text(\"迁葬、起掘\")");
        await grounds.FillAsync("[name=Elsewhere]", "外省某公墓");
        await grounds.FillAsync("[name=Reason]", "子女迁居");
        await grounds.SelectOptionAsync("[name=Ends]", "yes");
        await SubmitAsync(grounds, "提交复核");
        (await grounds.Locator("button:has-text(\"同意\")").CountAsync()).ShouldBe(0, "who asks does not decide");
        var chief = await city.OpenAsync("公墓负责人");
        await chief.GotoAsync("/work/cemetery/moves");
        await chief.Locator("button[value=yes]").First.ClickAsync();
        await chief.WaitForURLAsync(url => url.Contains("done=1", StringComparison.Ordinal));
        await grounds.GotoAsync("/work/cemetery/moves");
        var witnesses = await grounds.Locator("[name=Witness] option").EvaluateAllAsync<string[]>("all => all.map(o => o.value).filter(v => v)");
        await grounds.SelectOptionAsync("[name=Witness]", witnesses[0]);
        await SubmitAsync(grounds, "办结");
        await grounds.WaitForURLAsync(url => url.Contains("done=1", StringComparison.Ordinal));
    }

    /// <summary>What was announced reaches the other rooms now, whenever the job would come round.</summary>
    private Task TellAsync() => city.Services.GetRequiredService<Dispatcher>().DispatchAsync(1000, TestContext.Current.CancellationToken);

    /// <summary>An invented number whose last character fits.</summary>
    private static string Id(string sixteen)
    {
        var first = sixteen + "1";
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return first + "10X98765432"[first.Select((c, i) => (c - '0') * weights[i]).Sum() % 11];
    }

    private static Task ShotAsync(IPage page, string name) => page.ScreenshotAsync(new() { Path = Path.Combine(CityHost.Screenshots, name + ".png"), FullPage = false });

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex CaseId();

    [GeneratedRegex("GM-[0-9A-Z]+-[0-9]{4}-[0-9]{5}")]
    private static partial Regex Contract();
}
