using System.Text.RegularExpressions;
using Anmin.Browser.EveryPage;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Anmin.Browser;

/// <summary>J6 of UX.md at the cashier's: from the queue to the receipt in three clicks, nothing typed, the relief computed; then a refund by two; then without a mouse.</summary>
public sealed partial class BillInTheBrowser(CityHost city) : IClassFixture<CityHost>
{
    private const int MostClicks = 3;
    private const string HandlerPhone = "13800005521";
    private int clicks, screens;

    [Fact]
    public async Task From_the_queue_to_the_receipt_in_three_clicks_and_a_refund_by_two()
    {
        var name = await SignedBillAsync("周桂兰");
        var cashier = await city.OpenAsync("收费");
        await cashier.GotoAsync("/work/cashier");
        screens++;
        await ShotAsync(cashier, "w6-queue-1366");
        await ClickAsync(cashier, $"a.who:has-text(\"{name}\")");
        await cashier.WaitForSelectorAsync(".w6");
        screens++;
        var shown = await cashier.Locator("main").InnerTextAsync();
        shown.ShouldContain("减免怎样算出");
        shown.ShouldContain("惠民殡葬");
        await PageChecks.MeetAsync(cashier, "/work/bills/{Id:guid}");
        await ShotAsync(cashier, "w6-1366");
        await ClickAsync(cashier, "button:has-text(\"收款\")");
        await cashier.WaitForURLAsync(url => url.Contains("paid=", StringComparison.Ordinal));
        screens++;
        await ShotAsync(cashier, "w6-paid-1366");
        var bill = cashier.Url.Split('?')[0];
        await ClickAsync(cashier, "a:has-text(\"打印收据\")");
        await cashier.WaitForSelectorAsync(".am-doc-page");
        (await cashier.Locator("main").InnerTextAsync()).ShouldContain("收费收据");
        await ShotAsync(cashier, "receipt-1366");
        RobotTable.Count("J6", "clicks", clicks, MostClicks);
        RobotTable.Count("J6", "screens", screens, 3);

        await cashier.GotoAsync(bill);
        await cashier.ClickAsync("a:text-is(\"退费\")");
        await PageChecks.MeetAsync(cashier, "/work/bills/{Id:guid}/refund");
        await cashier.FillAsync("[name=Amount]", "10");
        await cashier.FillAsync("[name=Reason]", "告别提前结束");
        await cashier.ClickAsync("main button[type=submit]:has-text(\"申请退费\")");
        (await cashier.Locator("main").InnerTextAsync()).ShouldContain("等复核");
        (await cashier.Locator("button:has-text(\"同意退费\")").CountAsync()).ShouldBe(0, "nobody decides their own");
        var second = await city.OpenAsync("收费乙");
        await second.GotoAsync(bill);
        await second.ClickAsync("button:has-text(\"同意退费\")");
        await second.ClickAsync("dialog[open] button.pri");
        await second.WaitForURLAsync(url => url.Contains("done=refunded", StringComparison.Ordinal));
        (await second.Locator("main").InnerTextAsync()).ShouldContain("退费收据");

        await cashier.GotoAsync("/work/cashier/day-end");
        (await cashier.Locator("main").InnerTextAsync()).ShouldContain("账面现金");
        await ShotAsync(cashier, "day-end-1366");
    }

    [Fact]
    public async Task By_keyboard_alone_from_the_queue_to_the_receipt()
    {
        var name = await SignedBillAsync("赵长林");
        var cashier = await city.OpenAsync("收费");
        await cashier.GotoAsync("/work/cashier");
        var link = cashier.Locator($"a.who:has-text(\"{name}\")");
        await link.FocusAsync();
        await cashier.Keyboard.PressAsync("Enter");
        await cashier.WaitForSelectorAsync(".w6");
        await cashier.Locator("[name='Pay.Way']").First.FocusAsync();
        await cashier.Keyboard.PressAsync("Control+Enter");
        await cashier.WaitForURLAsync(url => url.Contains("paid=", StringComparison.Ordinal));
        await cashier.Keyboard.PressAsync("p");
        await cashier.WaitForSelectorAsync(".am-doc-page");
    }

    [Fact]
    public async Task One_form_sent_twice_at_once_from_a_second_window_and_after_going_back_takes_the_money_once()
    {
        var name = await SignedBillAsync("孙一次");
        var cashier = await city.OpenAsync("收费");
        await cashier.GotoAsync("/work/cashier");
        await cashier.ClickAsync($"a.who:has-text(\"{name}\")");
        await cashier.WaitForSelectorAsync(".w6");
        var bill = cashier.Url.Split('?')[0];
        var window = await cashier.Context.NewPageAsync();
        await window.GotoAsync(bill);
        await window.WaitForSelectorAsync(".w6");

        // the form as it stands, twice in the same moment: a double tap where no script is there to catch the second
        (await cashier.EvaluateAsync<int>("""
            async () => {
              const form = document.querySelector("button.pri[type=submit]").form;
              const send = () => fetch(form.action || location.href, { method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "same-origin" });
              return (await Promise.all([send(), send()])).filter(answer => answer.status < 500).length;
            }
            """)).ShouldBe(2);
        (await TakenAsync(bill)).ShouldBe(1);

        await window.ClickAsync("button:has-text(\"收款\")");
        await window.WaitForLoadStateAsync();
        (await TakenAsync(bill)).ShouldBe(1);

        await cashier.ClickAsync("button:has-text(\"收款\")");
        await cashier.WaitForLoadStateAsync();
        await cashier.GoBackAsync();
        var again = cashier.Locator("button:has-text(\"收款\")");
        if (await again.CountAsync() > 0) await again.First.ClickAsync();
        (await TakenAsync(bill)).ShouldBe(1);
    }

    [Fact]
    public async Task The_family_reads_and_signs_the_same_bill_at_home()
    {
        var desk = await DrawnAsync("钱在家");
        var number = CaseNumber().Match(await desk.Locator("main").InnerTextAsync()).Value;
        var family = await city.OpenAsync(null, 360, 740);
        await family.GotoAsync("/progress");
        await family.FillAsync("[name='Form.Number']", number);
        await family.FillAsync("[name='Form.Phone']", HandlerPhone);
        await family.ClickAsync("main button[type=submit]");
        await family.WaitForURLAsync("**/my/case**");
        await family.ClickAsync("a[href='/my/case?tab=fees']");
        await family.ClickAsync("a[href='/my/case/bill']");
        (await family.Locator("main").InnerTextAsync()).ShouldContain("您还没有签名");
        await PageChecks.MeetAsync(family, "/my/case/bill");
        await family.ClickAsync("button[data-sign]");
        await family.WaitForSelectorAsync("dialog.pad canvas");
        (await PageChecks.AxeAsync(family, "pad")).ShouldBeEmpty();
        await Finger.SignAsync(family);
        await ShotAsync(family, "family-pad-360");
        await family.ClickAsync("dialog.pad button:has-text(\"签好了\")");
        await Pressing.SubmitAsync(family, "确认并签名");
        await family.WaitForURLAsync("**/my/case/bill?done=1");
        (await family.Locator("main").InnerTextAsync()).ShouldContain("已签名");
        await ShotAsync(family, "family-bill-360");
        await desk.ReloadAsync();
        (await desk.Locator("[name='Signed.OnPaper']").CountAsync()).ShouldBe(0, "the desk asks for no second signature");
    }

    private Task<int> TakenAsync(string bill)
    {
        var id = Guid.Parse(CaseId().Match(bill).Value);
        return city.CountAsync($"""select count(*) as "Value" from billing_payment where bill_id = {id}""");
    }

    /// <summary>Reported at the home's own desk, drawn and signed on paper by its own pages.</summary>
    private async Task<string> SignedBillAsync(string name)
    {
        var front = await DrawnAsync(name);
        await front.CheckAsync("[name='Signed.OnPaper']");
        await front.ClickAsync("button:has-text(\"确认签名\")");
        await front.WaitForURLAsync(url => url.Contains("done=signed", StringComparison.Ordinal));
        return name;
    }

    /// <returns>The desk's own browser at the bill, which waits for the family's signature.</returns>
    private async Task<IPage> DrawnAsync(string name)
    {
        var front = await city.OpenAsync("前台");
        await front.GotoAsync("/work/arrange");
        foreach (var (field, value) in new[] { ("HandlerName", "李建国"), ("HandlerPhone", HandlerPhone), ("Name", name) }) await front.FillAsync($"[name={field}]", value);
        await front.Locator("[name=Place]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await front.Keyboard.PressAsync("Control+Enter");
        await front.WaitForURLAsync(url => CaseId().IsMatch(url));
        var id = CaseId().Match(front.Url).Value;
        await front.GotoAsync($"/work/bills/draw?case={id}");
        await PageChecks.MeetAsync(front, "/work/bills/draw");
        await front.CheckAsync("[name=Groups][value=本市户籍]");
        foreach (var (item, quantity) in new[] { ("transport", "1"), ("storage", "4"), ("cremation", "1"), ("farewell", "1") }) await front.FillAsync($"[name=q-{item}]", quantity);
        await front.FillAsync("[name=q-washing]", "1");
        await front.FillAsync("[name=a-washing]", "100");
        await front.FillAsync("[name=q-urn]", "1");
        await front.FillAsync("[name=a-urn]", "400");
        await front.FillAsync("[name=c-urn]", "320");
        await ShotAsync(front, "draw-bill-1366");
        await front.ClickAsync("main button[type=submit]");
        await front.WaitForURLAsync(url => url.Contains("done=drawn", StringComparison.Ordinal));
        return front;
    }

    private async Task ClickAsync(IPage page, string what)
    {
        clicks++;
        await page.Locator(what).First.ClickAsync();
    }

    private static Task ShotAsync(IPage page, string name) => page.ScreenshotAsync(new() { Path = Path.Combine(CityHost.Screenshots, name + ".png"), FullPage = false });

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex CaseId();

    [GeneratedRegex("SQ[0-9]{2}-[0-9]{6}")]
    private static partial Regex CaseNumber();
}
