using Microsoft.Playwright;

namespace Anmin.Browser;

/// <summary>Presses the button that says this and, where the act cannot be taken back, the one that says yes.</summary>
internal static class Pressing
{
    public static async Task SubmitAsync(IPage page, string word)
    {
        await page.Locator($"main button[type=submit]:has-text(\"{word}\")").First.ClickAsync();
        await YesAsync(page);
    }

    public static async Task YesAsync(IPage page)
    {
        var yes = page.Locator("dialog[open] button.pri, dialog[open] .btn-primary");
        if (await yes.CountAsync() > 0) await yes.First.ClickAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }
}
