using System.Text.Json;
using Anmin.Browser.EveryPage;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Anmin.Browser;

/// <summary>A passkey registered and used with chromium's own virtual authenticator: no name typed, our CSP in force.</summary>
public sealed class PasskeyInTheBrowser(CityHost city) : IClassFixture<CityHost>
{
    private const string Passphrase = "三只灰鸽落在旧邮筒上";

    [Fact]
    public async Task Somebody_registers_a_passkey_and_gets_in_with_it_alone()
    {
        var faults = new List<string>();
        var page = await city.OpenAsync(width: 360, height: 740);
        page.Console += (_, said) => { if (said.Type == "error") faults.Add(said.Text); };
        // passkeys are for names, and plain http is trusted on this name only
        var site = city.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var link = await InviteAsync("sq-qiantai");
        await AuthenticatorAsync(page);

        await page.GotoAsync(site + new Uri(link).PathAndQuery);
        await page.FillAsync("[name=password]", Passphrase);
        await page.FillAsync("[name=again]", Passphrase);
        await page.ClickAsync("main button[type=submit]");
        await page.GotoAsync(site + "/work/me/passkeys/new");
        await page.FillAsync("[name=name]", "前台的电脑");
        await page.ClickAsync("form[data-passkey] button[type=submit]");
        await page.WaitForURLAsync("**/work/me/security?done=1");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("前台的电脑");
        await page.ClickAsync("a:has-text('改名')");
        await PageChecks.MeetAsync(page, "/work/me/passkeys/{Id:guid}");

        await page.Locator("form[action='/sign-out'] button").First.ClickAsync();
        await page.WaitForURLAsync("**/sign-in**");
        await page.GotoAsync(site + "/sign-in?returnUrl=" + Uri.EscapeDataString("/work/me/sessions"));
        await page.ClickAsync("form[data-passkey] button[type=submit]");
        await page.WaitForURLAsync("**/work/me/sessions");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("通行密钥");

        await page.GotoAsync(site + "/work/me/security");
        await page.Locator("button:has-text('移除')").First.ClickAsync();
        await page.WaitForURLAsync("**/work/me/security?done=1");
        await page.Locator("form[action='/sign-out'] button").First.ClickAsync();
        await page.WaitForURLAsync("**/sign-in**");
        await page.ClickAsync("form[data-passkey] button[type=submit]");
        await page.Locator(".error-summary").WaitForAsync();
        (await page.Locator(".error-summary").InnerTextAsync()).ShouldContain("通行密钥没有通过");
        faults.Where(f => f.Contains("Content Security Policy", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <returns>The link an administrator would hand over.</returns>
    private async Task<string> InviteAsync(string staffId)
    {
        var boss = await city.OpenAsync("管理员");
        await boss.GotoAsync($"/admin/accounts?act=open&person={staffId}");
        await boss.FillAsync("[name=login]", "passkey-" + staffId);
        await boss.ClickAsync("form.asked button[type=submit]");
        return await boss.Locator("#invite").InnerTextAsync();
    }

    private static async Task AuthenticatorAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = JsonSerializer.Deserialize<JsonElement>("""{"protocol":"ctap2","transport":"internal","hasResidentKey":true,"hasUserVerification":true,"isUserVerified":true,"automaticPresenceSimulation":true}"""),
        });
    }
}
