using Microsoft.Playwright;
using Xunit;

namespace Anmin.Browser.EveryPage;

/// <summary>
/// Pictures of every page at four widths, for the eye: <c>eng/screens.sh</c>. Not part of a test run.
/// Where a page moves with the clock, so does its picture: they are looked at, not compared.
/// </summary>
public sealed class Pictures(CityHost city) : IClassFixture<CityHost>
{
    private static readonly (int Width, int Height)[] Sizes = [(360, 740), (768, 1024), (1366, 900), (1920, 1080)];

    [Fact(Explicit = true)]
    public async Task Of_every_page()
    {
        var folder = Path.Combine(Path.GetDirectoryName(CityHost.Screenshots)!, "screens");
        var missed = new List<string>();
        foreach (var persona in PageRow.All.GroupBy(p => p.Persona))
        {
            var page = await city.OpenAsync(persona.Key is "-" ? null : persona.Key);
            foreach (var row in persona)
                foreach (var (width, height) in Sizes)
                {
                    await page.SetViewportSizeAsync(width, height);
                    try
                    {
                        if (width == Sizes[0].Width) await row.GoAsync(page);
                        else await page.ReloadAsync();
                    }
                    catch (Exception e) when (e is InvalidOperationException or PlaywrightException)
                    {
                        missed.Add($"{row.Route}: {e.Message.Split('\n')[0]}");
                        break;
                    }
                    Directory.CreateDirectory(Path.Combine(folder, $"{width}"));
                    await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{width}", row.Name + ".jpg"), Type = ScreenshotType.Jpeg, Quality = 60 });
                }
            await page.Context.CloseAsync();
        }
        Assert.Empty(missed);
    }
}
