using System.Security.Cryptography;
using Anmin.Browser.EveryPage;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Anmin.Browser.Pressing;

namespace Anmin.Browser;

/// <summary>Pages of the staff that stand at the end of something they did: done here, and looked at as the walk looks at the others.</summary>
public sealed class AfterAnActAtWorkInTheBrowser(CityHost city) : IClassFixture<CityHost>
{
    private const string Passphrase = "三只灰鸽落在旧邮筒上";

    [Fact]
    public async Task A_notice_is_published_and_read_by_staff_and_by_anybody()
    {
        var boss = await city.OpenAsync("管理员");
        await boss.GotoAsync("/admin/notices");
        await boss.FillAsync("[name='Form.Title']", "国庆假期值班安排");
        await boss.SelectOptionAsync("[name='Form.Audience']", "Public");
        await boss.FillAsync("[name='Form.Body']", "## 值班电话\n\n- 96444全天有人接\n\n**火化照常。**");
        await SubmitAsync(boss, "发布");
        var anybody = await city.OpenAsync(null, 360, 740);
        await anybody.GotoAsync("/notices");
        await anybody.ClickAsync("main a:has-text(\"国庆假期值班安排\")");
        await PageChecks.MeetAsync(anybody, "/notices/{Id:guid}");
        var colleague = await city.OpenAsync("前台");
        await colleague.GotoAsync("/work/notices");
        await colleague.ClickAsync("main a:has-text(\"国庆假期值班安排\")");
        await PageChecks.MeetAsync(colleague, "/work/notices/{Id:guid}");
    }

    [Fact]
    public async Task A_shift_is_handed_over_and_its_sheet_printed()
    {
        var front = await city.OpenAsync("前台");
        await front.GotoAsync("/work/shifts");
        await front.FillAsync("[name=Remarks]", "三号柜温度偏高，已报修");
        await SubmitAsync(front, "签名交班");
        await front.ClickAsync("main a:has-text(\"打印\")");
        (await front.Locator("main").InnerTextAsync()).ShouldContain("三号柜温度偏高");
        await PageChecks.MeetAsync(front, "/work/shifts/{Id:guid}");
    }

    [Fact]
    public async Task A_family_signs_up_for_the_sea_and_the_list_is_printed()
    {
        var family = await city.OpenAsync(null, 360, 740);
        await family.GotoAsync("/cemeteries/sea");
        var group = (await family.Locator("a[href^='/cemeteries/sea/']").First.GetAttributeAsync("href"))!;
        await family.GotoAsync(group);
        foreach (var (field, value) in new[] { ("Name", "周海平"), ("Number", "WD-2026-0002"), ("ContactName", "周建国"), ("ContactPhone", "13800007714") })
            await family.FillAsync($"[name='Form.{field}']", value);
        await SubmitAsync(family, "报名");
        await family.WaitForURLAsync("**/cemeteries/sea/signed/**");
        await PageChecks.MeetAsync(family, "/cemeteries/sea/signed/{Receipt}");
        var keeper = await city.OpenAsync("公墓园务");
        await keeper.GotoAsync($"/work/cemetery/groups/{group.Split('/')[^1]}/boarding");
        (await keeper.Locator("main").InnerTextAsync()).ShouldContain("周海平");
        await PageChecks.MeetAsync(keeper, "/work/cemetery/groups/{Number}/boarding");
    }

    [Fact]
    public async Task A_letter_asks_for_what_a_file_of_a_plot_lacks()
    {
        var archive = await city.OpenAsync("公墓档案");
        await archive.GotoAsync("/work/cemetery/dossiers?band=gaps");
        foreach (var dossier in (await archive.Locator("main a[href*='?right=']").EvaluateAllAsync<string[]>("all => [...new Set(all.map(a => a.getAttribute('href')))]")).Take(5))
        {
            await archive.GotoAsync(dossier);
            if (await archive.Locator("button:has-text('发补档通知书')").CountAsync() == 0) continue;
            await SubmitAsync(archive, "发补档通知书");
            await archive.Locator("a[href*='/dossiers/letters/']").First.ClickAsync();
            break;
        }
        await PageChecks.MeetAsync(archive, "/work/cemetery/dossiers/letters/{Id:guid}");
    }

    [Fact]
    public async Task A_system_is_registered_and_asks_somebody_for_leave()
    {
        const string Back = "https://oa.example.gov.cn/callback";
        var safety = await city.OpenAsync("安全管理员");
        await safety.GotoAsync("/admin/clients/new?kind=Web");
        await safety.FillAsync("[name='Form.Name']", "市政务办公系统");
        await safety.FillAsync("[name='Form.Redirects']", Back);
        await safety.CheckAsync("[name='Form.Scopes'][value=profile]");
        await SubmitAsync(safety, "登记");
        await safety.ClickAsync("a:has-text(\"查看这一条\")");
        await PageChecks.MeetAsync(safety, "/admin/clients/{Id}");
        var asked = new Dictionary<string, string>
        {
            ["response_type"] = "code",
            ["client_id"] = new Uri(safety.Url).Segments[^1],
            ["redirect_uri"] = Back,
            ["scope"] = "openid profile",
            ["state"] = "s1",
            ["nonce"] = "n1",
            ["code_challenge"] = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
            ["code_challenge_method"] = "S256", // RFC 7636, appendix B
        };
        var person = await city.OpenAsync("前台");
        await person.GotoAsync("/connect/consent?" + string.Join('&', asked.Select(p => p.Key + "=" + Uri.EscapeDataString(p.Value))));
        (await person.Locator("main").InnerTextAsync()).ShouldContain("市政务办公系统");
        await PageChecks.MeetAsync(person, "/connect/consent");
    }

    [Fact]
    public async Task Whose_post_asks_for_a_second_proof_sets_one_up_and_is_asked_for_it()
    {
        var boss = await city.OpenAsync("管理员");
        await boss.GotoAsync("/admin/accounts?act=open&person=sq-anquan");
        await boss.FillAsync("[name=login]", "second-proof");
        await boss.ClickAsync("form.asked button[type=submit]");
        var link = new Uri(await boss.Locator("#invite").InnerTextAsync());

        var person = await city.OpenAsync(null, 360, 740);
        await person.GotoAsync(link.PathAndQuery);
        await person.FillAsync("[name=password]", Passphrase);
        await person.FillAsync("[name=again]", Passphrase);
        await person.ClickAsync("main button[type=submit]");
        await person.WaitForURLAsync("**/sign-in/enrol**");
        await PageChecks.MeetAsync(person, "/sign-in/enrol");
        var key = (await person.Locator("#totp-key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await person.FillAsync("[name=code]", SixDigits(key, TimeProvider.System.GetUtcNow()));
        await person.ClickAsync("main button[type=submit]");
        await person.WaitForSelectorAsync("text=备用码");

        var again = await city.OpenAsync(null, 360, 740);
        await again.GotoAsync("/sign-in");
        await again.FillAsync("[name=login]", "second-proof");
        await again.FillAsync("[name=password]", Passphrase);
        await again.ClickAsync("form.entry button[type=submit]");
        await again.WaitForURLAsync("**/sign-in/code**");
        await PageChecks.MeetAsync(again, "/sign-in/code");
    }

    /// <summary>What an authenticator app shows at this moment (RFC 6238).</summary>
    private static string SixDigits(string base32, DateTimeOffset at)
    {
        var bits = string.Concat(base32.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var step = BitConverter.GetBytes(at.ToUnixTimeSeconds() / 30);
        Array.Reverse(step);
        var hash = CryptographicOperations.HmacData(HashAlgorithmName.SHA1, key, step);
        var from = hash[^1] & 0xf;
        var number = ((hash[from] & 0x7f) << 24) | (hash[from + 1] << 16) | (hash[from + 2] << 8) | hash[from + 3];
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }
}
