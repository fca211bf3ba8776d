using System.Globalization;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Anmin.Browser;

/// <summary>A 12-megapixel photo on a line that breaks, and a village officer without network.</summary>
public sealed class FieldInTheBrowser(CityHost city) : IClassFixture<CityHost>
{
    /// <summary>4000 × 3000 pixels of noise that does not compress away, put into the file field as a camera would.</summary>
    private const string Camera = """
        async field => {
          const canvas = Object.assign(document.createElement("canvas"), { width: 4000, height: 3000 }), brush = canvas.getContext("2d"), tile = brush.createImageData(400, 300);
          for (let y = 0; y < 10; y++) for (let x = 0; x < 10; x++) {
            for (let i = 0; i < tile.data.length; i++) tile.data[i] = i % 4 === 3 ? 255 : (i * 7 + x * 31 + y * 17 + (Math.imul(i + 1, 2654435761) >>> 26)) & 255;
            brush.putImageData(tile, x * 400, y * 300);
          }
          const blob = await new Promise(done => canvas.toBlob(done, "image/jpeg", .95)), box = new DataTransfer();
          box.items.add(new File([blob], "camera.jpg", { type: "image/jpeg" }));
          field.files = box.files;
          field.dispatchEvent(new Event("change", { bubbles: true }));
          return blob.size;
        }
        """;

    [Fact]
    public async Task A_large_photo_is_made_small_before_it_leaves_and_stays_in_the_form_while_the_line_is_down()
    {
        var page = await city.OpenAsync("前台", 360, 740);
        page.SetDefaultTimeout(90_000);
        await page.GotoAsync("/work/cases");
        await page.Locator("table.tb a[href^='/work/cases/']").First.ClickAsync();
        await page.WaitForURLAsync("**/work/cases/*-*");
        var at = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync(at + "?do=attach");
        await page.SelectOptionAsync("form[data-attach] [name=Type]", "identity");
        var large = await page.Locator("form[data-attach] #File").EvaluateAsync<int>(Camera);
        large.ShouldBeGreaterThan(1_500_000);
        await page.RouteAsync("**/work/cases/**", route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());
        await page.ClickAsync("form[data-attach] button[type=submit]");
        var said = page.Locator("form[data-attach] [data-said=wrong]");
        await said.WaitForAsync();
        (await said.InnerTextAsync()).ShouldContain("照片还在这里");
        (await page.Locator("form[data-attach] #File").EvaluateAsync<int>("field => field.files.length")).ShouldBe(1);
        var small = int.Parse((await page.Locator("form[data-attach]").GetAttributeAsync("data-size"))!, CultureInfo.InvariantCulture);
        small.ShouldBeLessThan(900 * 1024);
        await page.UnrouteAllAsync();
        await said.Locator("button").ClickAsync();
        await page.WaitForURLAsync("**done=attached**");
        (await page.Locator("table.attachments").InnerTextAsync()).ShouldContain("身份证明");
        (await city.CountAsync($"""select size as "Value" from funeral_attachment order by at desc limit 1""")).ShouldBe(small);
        await page.Locator("table.attachments a").First.ClickAsync();
        await page.SelectOptionAsync("[name=Purpose]", "核对身份");
        await page.ClickAsync("button:has-text('打开一次')");
        var picture = page.Locator("figure.shown img");
        await picture.WaitForAsync();
        (await picture.EvaluateAsync<int>("async img => { await img.decode(); return img.naturalWidth; }")).ShouldBe(1000);
        await page.ScreenshotAsync(new() { Path = Path.Combine(CityHost.Screenshots, "attachment-360.png") });
    }

    [Fact]
    public async Task Without_scripts_the_same_form_hands_in_a_photo()
    {
        var page = await city.OpenAsync("前台", scripts: false);
        await page.GotoAsync("/work/cases");
        await page.Locator("table.tb a[href^='/work/cases/']").Nth(1).ClickAsync();
        await page.GotoAsync(new Uri(page.Url).AbsolutePath + "?do=attach");
        await page.SelectOptionAsync("form[data-attach] [name=Type]", "mandate");
        await page.SetInputFilesAsync("form[data-attach] #File", new FilePayload { Name = "委托书.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n"u8.ToArray() });
        await page.ClickAsync("form[data-attach] button[type=submit]");
        await page.WaitForURLAsync("**done=attached**");
        (await page.Locator("table.attachments").InnerTextAsync()).ShouldContain("委托书");
    }

    [Fact]
    public async Task A_village_officer_reports_without_network_and_it_arrives_once()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var phone = new Phone(playwright, city.Address);
        await phone.StartAsync();
        await phone.SignInAsync("村干部");
        await phone.Page.GotoAsync("/m/village");
        await phone.Page.Locator("[data-village][data-kept=yes]").WaitForAsync();
        await phone.Page.ScreenshotAsync(new() { Path = Path.Combine(CityHost.Screenshots, "village-360.png") });
        phone.Wire.Cut();
        await phone.Page.FillAsync("[name='Death.Name']", "周断网");
        await phone.Page.FillAsync("[name='Death.Address']", "三组12号");
        await phone.Page.FillAsync("[name='Death.Phone']", "13812345678");
        await phone.Page.ClickAsync("#death button[type=submit]");
        await UnsentAsync(phone, 1);
        // the browser dies with the report unsent; the page comes back without network, and a second report is written there
        await phone.StartAsync();
        await phone.Page.GotoAsync("/m/village");
        await UnsentAsync(phone, 1);
        (await phone.Page.Locator("[data-places] option").First.InnerTextAsync()).ShouldContain("夹河村");
        await phone.Page.FillAsync("[name='Grave.Count']", "3");
        await phone.Page.FillAsync("[name='Grave.Place']", "断网水渠东侧");
        await phone.Page.Locator("#photos").EvaluateAsync<int>(Camera);
        await phone.Page.ClickAsync("#grave button[type=submit]");
        await UnsentAsync(phone, 3);
        (await ReportsAsync()).ShouldBe(0, "nothing can have arrived");
        phone.Wire.Mend();
        await phone.Page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await UnsentAsync(phone, 0);
        (await ReportsAsync()).ShouldBe(1);
        (await city.CountAsync($"""select count(*) as "Value" from funeral_grave_photo p join funeral_grave_report r on r.id = p.report_id where r.place = '断网水渠东侧'""")).ShouldBe(1);
        var desk = await city.OpenAsync("乡镇民政");
        await desk.GotoAsync("/work/village-reports");
        var row = desk.Locator("tr:has-text('断网水渠东侧')");
        (await row.InnerTextAsync()).ShouldContain("照片1");
        await row.Locator("button[value=true]").ClickAsync();
        await desk.WaitForURLAsync("**done=checked**");
        (await desk.Locator("tr:has-text('断网水渠东侧')").InnerTextAsync()).ShouldContain("属实");
        var call = await city.OpenAsync("接线员");
        await call.GotoAsync("/work/cases?q=" + Uri.EscapeDataString("周断网"));
        (await call.Locator("main").InnerTextAsync()).ShouldContain("周断网");
    }

    [Fact]
    public async Task Two_quick_taps_are_one_report_and_the_next_one_is_written_behind_it()
    {
        var officer = await city.OpenAsync("村干部", 360, 740);
        await officer.GotoAsync("/m/village");
        await officer.Locator("[data-village][data-ready=yes]").WaitForAsync();
        foreach (var (place, taps) in new[] { ("快按两次的坡地", 2), ("后来的坡地", 1) })
        {
            await officer.FillAsync("[name='Grave.Count']", "2");
            await officer.FillAsync("[name='Grave.Place']", place);
            await officer.RunAndWaitForResponseAsync(() => officer.ClickAsync("#grave button[type=submit]", new() { ClickCount = taps }), answer => answer.Url.EndsWith("/village/graves", StringComparison.Ordinal));
            await Assertions.Expect(officer.Locator("#grave .told-here")).ToContainTextAsync("已收到");
        }
        (await city.CountAsync($"""select count(*) as "Value" from funeral_grave_report where place in ('快按两次的坡地', '后来的坡地')""")).ShouldBe(2);
    }

    private static Task UnsentAsync(Phone phone, int left) => phone.Page.Locator($"[data-village][data-unsent='{left}']").WaitForAsync(new() { Timeout = 60_000 });

    private Task<int> ReportsAsync() => city.CountAsync($"""select count(*) as "Value" from funeral_grave_report where place = '断网水渠东侧'""");
}
