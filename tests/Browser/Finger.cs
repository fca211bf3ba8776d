using Microsoft.Playwright;

namespace Anmin.Browser;

/// <summary>Somebody's finger on the pad: a few strokes by touch.</summary>
internal static class Finger
{
    public static async Task SignAsync(IPage page)
    {
        var box = await page.Locator("dialog.pad canvas").BoundingBoxAsync() ?? throw new InvalidOperationException("no pad");
        var touch = await page.Context.NewCDPSessionAsync(page);
        for (var stroke = 0; stroke < 3; stroke++)
        {
            double x = box.X + 40 + (stroke * 60), y = box.Y + 40;
            await touch.SendAsync("Input.dispatchTouchEvent", Event("touchStart", x, y));
            for (var i = 1; i <= 8; i++) await touch.SendAsync("Input.dispatchTouchEvent", Event("touchMove", x + (i * 5), y + (i * 10)));
            await touch.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });
        }
    }

    private static Dictionary<string, object> Event(string type, double x, double y) => new() { ["type"] = type, ["touchPoints"] = new[] { new Dictionary<string, object> { ["x"] = x, ["y"] = y } } };
}
