using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Anmin.Browser.EveryPage.ReadingTable))]

namespace Anmin.Browser.EveryPage;

/// <summary>How hard a citizen's page reads: the length of its sentences (UX.md B7: 25 characters, one action a sentence) and the share of characters beyond the first level of GB 2312, the 3 755 that school teaches.</summary>
internal static class Reading
{
    /// <summary>Nobody is to read a longer sentence in one breath.</summary>
    public const int Longest = 25;

    private static readonly Encoding Common = CodePagesEncodingProvider.Instance.GetEncoding("gb2312")!;

    /// <summary>Sentences of what is written for reading: paragraphs, list items, hints. A table's cells and the names of things are none.</summary>
    public static async Task<IReadOnlyList<string>> SentencesAsync(IPage page)
    {
        var texts = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll("main p, main li, main dd, main .am-hint, main h1, main h2, main h3, main legend, main label")]
              .filter(e => e.checkVisibility() && !e.querySelector("p, li, dd, label") && !e.closest("table"))
              .map(e => {
                const broken = [...e.querySelectorAll("*")].map(i => i.tagName === "BR" || getComputedStyle(i).display !== "inline");
                const copy = e.cloneNode(true);
                [...copy.querySelectorAll("*")].forEach((i, n) => broken[n] && i.append("\n"));
                return copy.textContent;
              })
            """);
        return [.. texts.SelectMany(t => t.Split('。', '；', '？', '：', '　', '\n')).Select(s => s.Trim()).Where(s => Han(s) > 1)];
    }

    public static int Han(string sentence) => sentence.EnumerateRunes().Count(r => r.Value is >= 0x3400 and <= 0x9FFF or >= 0x20000 and <= 0x33479);

    /// <summary>Beyond the first level: rows 56 to 87 of GB 2312, or not in it at all.</summary>
    public static int Rare(string sentence) => sentence.EnumerateRunes().Count(r => Han(r.ToString()) == 1 && Common.GetBytes(r.ToString()) is not [>= 0xB0 and <= 0xD7, _]);
}

/// <summary>What the walk over the citizens' pages read, printed once at its end.</summary>
public sealed class ReadingTable : IDisposable
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<string>> Pages = new();

    internal static IEnumerable<string> Take(string route, IReadOnlyList<string> sentences)
    {
        Pages[route] = sentences;
        return sentences.Where(s => Reading.Han(s) > Reading.Longest).Select(s => $"a sentence of {Reading.Han(s)} characters: {s}");
    }

    public void Dispose()
    {
        var all = Pages.Values.SelectMany(s => s).Distinct().ToList();
        if (all.Count == 0) return;
        var lengths = all.Select(Reading.Han).Order().ToList();
        int characters = lengths.Sum(), rare = all.Sum(Reading.Rare);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Reading, {Pages.Count} citizens' pages, {all.Count} sentences: median {lengths[lengths.Count / 2]}, mean {(double)characters / all.Count:0.0} characters; longest {lengths[^1]}; beyond the 3 755 common characters: {100.0 * rare / characters:0.00} %"));
        Console.Out.Flush();
    }
}
