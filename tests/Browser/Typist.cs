using Microsoft.Playwright;
using Shouldly;

namespace Anmin.Browser;

/// <summary>A clerk with a keyboard and no mouse. Counts what is typed; what a reader types, and what is chosen with arrows, is counted apart.</summary>
internal sealed class Typist(IPage page)
{
    public IPage Page => page;

    public int Typed { get; private set; }

    public int Chosen { get; private set; }

    public int Keys { get; private set; }

    public async Task PressAsync(string key)
    {
        Keys++;
        await page.Keyboard.PressAsync(key);
    }

    public Task<string> FocusedAsync() => page.EvaluateAsync<string>("document.activeElement?.name || document.activeElement?.id || ''");

    /// <summary>Enter, as the clerk does, until the field has the cursor.</summary>
    public async Task ToAsync(string name)
    {
        for (var i = 0; i < 60; i++)
        {
            if (await FocusedAsync() == name) return;
            await PressAsync(await page.EvaluateAsync<bool>("document.activeElement?.matches('button, a, summary, [type=checkbox]')") ? "Tab" : "Enter");
        }
        (await FocusedAsync()).ShouldBe(name, "Enter does not lead there");
    }

    public async Task TypeAsync(string name, string text)
    {
        await ToAsync(name);
        Typed++;
        await page.Keyboard.InsertTextAsync(text);
        await PressAsync("Enter");
    }

    public async Task ChooseAsync(string name, int down = 1)
    {
        await ToAsync(name);
        Chosen++;
        for (var i = 0; i < down; i++) await PressAsync("ArrowDown");
    }

    /// <summary>The stand-in of a card reader: a line and Enter, wherever the cursor is.</summary>
    public async Task ReadCardAsync(string line)
    {
        await page.Keyboard.InsertTextAsync(line);
        await page.Keyboard.PressAsync("Enter");
    }
}
