using System.IO.Compression;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Shouldly;

namespace Anmin.Browser.EveryPage;

/// <summary>What every page must be, measured in the browser (UX.md B6, B8, B9): accessible, fitting, tappable, light, and silent to the outside.</summary>
internal static partial class PageChecks
{
    /// <summary>Bytes of a citizen's first visit, compressed; of them scripts (UX.md B8).</summary>
    public const int MostBytes = 60_000, MostScript = 10_000;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>What the cookie of the display preference sets on html (Document.razor), and nothing else on the page: one load shows every dress. Large letters are the citizen's; high contrast is everybody's.</summary>
    private static readonly (string Mode, string? Elder)[] Plain = [("normal", null)], Letters = [("normal", null), ("elder", ""), ("extra", "xl")];

    /// <summary>Accessible in every dress, large enough to press and, at 320 px, nothing sideways; the page is left as it was found.</summary>
    public static async Task<List<string>> EveryDressAsync(IPage page, bool citizen, int least, Func<Task>? afterFirst = null)
    {
        var faults = new List<string>();
        var size = page.ViewportSize!;
        var before = await page.EvaluateAsync<string?[]>("() => ['data-elder', 'data-contrast'].map(a => document.documentElement.getAttribute(a))");
        var dresses = citizen ? Letters : Plain;
        await page.SetViewportSizeAsync(360, 740);
        foreach (var (mode, elder) in dresses)
        {
            await DressAsync(page, elder, null);
            faults.AddRange(await AxeAsync(page, mode));
            faults.AddRange(await TargetsAsync(page, mode == "normal" ? least : 60, mode, spaced: mode == "normal" && least < 48));
            if (mode == "normal" && afterFirst is not null) await afterFirst();
        }
        await DressAsync(page, null, "high");
        faults.AddRange(await AxeAsync(page, "high"));
        await page.SetViewportSizeAsync(320, 640);
        foreach (var (mode, elder) in dresses)
        {
            await DressAsync(page, elder, null);
            faults.AddRange((await ReflowAsync(page)).Select(f => mode + ": " + f));
        }
        await DressAsync(page, before[0], before[1]);
        await page.SetViewportSizeAsync(size.Width, size.Height);
        return faults;
    }

    /// <summary>A robot that came to this page by its own acts has it looked at as the walk would: such pages are met nowhere else. The browser must have scripts.</summary>
    public static async Task MeetAsync(IPage page, string route)
    {
        var template = "^" + Parameter().Replace(Regex.Escape(route).Replace("}", "\\}", StringComparison.Ordinal), "[^/]+") + "$";
        new Uri(page.Url).AbsolutePath.ShouldMatch(template);
        var row = new PageRow(route, "", "", 0);
        (await EveryDressAsync(page, row.Citizen, row.Least)).ShouldBeEmpty(page.Url);
    }

    private static Task DressAsync(IPage page, string? elder, string? contrast) => page.EvaluateAsync("""
        values => ["data-elder", "data-contrast"].forEach((a, n) => values[n] === null ? document.documentElement.removeAttribute(a) : document.documentElement.setAttribute(a, values[n]))
        """, new[] { elder, contrast });

    /// <summary>axe put into the page once and run where it stands; the package's own call opens another page for each run. No frame of ours needs it.</summary>
    public static async Task<IEnumerable<string>> AxeAsync(IPage page, string mode)
    {
        if (!await page.EvaluateAsync<bool>("() => !!window.axe")) await page.EvaluateAsync(Axe);
        return (await page.EvaluateAsync<string[]>("""
            async () => {
              document.getAnimations().forEach(a => { try { a.finish(); } catch { a.cancel(); } });
              return (await axe.run(document, { resultTypes: ["violations"] })).violations.map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.html).join(" | ")}`);
            }
            """)).Select(v => mode + ": " + v);
    }

    /// <summary>At 320 px, which is 400 % of 1280, nothing scrolls sideways.</summary>
    private static Task<string[]> ReflowAsync(IPage page) => page.EvaluateAsync<string[]>("""
        () => document.documentElement.scrollWidth <= 320 ? [] : [`${document.documentElement.scrollWidth} px at 320: ` + [...document.querySelectorAll("body *")].filter(e => { for (let up = e.parentElement; up && up !== document.body; up = up.parentElement) if (getComputedStyle(up).overflowX !== "visible") return false; return e.getBoundingClientRect().right > 321; }).slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(" | ")]
        """);

    /// <summary>On A4 it takes no more sheets than it should, and no navigation with it.</summary>
    public static async Task<IEnumerable<string>> PrintAsync(IPage page, int most)
    {
        var paper = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true }));
        var sheets = Regex.Count(paper, @"/Type\s*/Page\b");
        return sheets >= 1 && sheets <= most ? [] : [$"{sheets} sheets on paper, of {most}"];
    }

    /// <summary>
    /// Everything to press that is not a link inside a sentence is at least so high and wide; a ticked box counts with its label.
    /// Where <paramref name="spaced"/>, a smaller one is right when a circle of that width around it meets no other (WCAG 2.2, 2.5.8).
    /// </summary>
    public static Task<string[]> TargetsAsync(IPage page, int least, string mode, bool spaced = false) => page.EvaluateAsync<string[]>("""
        ([least, mode, spaced]) => {
          const inSentence = e => e.tagName === "A" && getComputedStyle(e).display === "inline" && [...e.parentElement.childNodes].some(n => n.nodeType === 3 && n.textContent.trim().length > 0);
          const box = e => {
            const r = e.getBoundingClientRect(), l = e.matches("input[type=checkbox], input[type=radio]") && e.closest("label") || (e.labels && e.matches("input[type=checkbox], input[type=radio]") && e.labels[0]);
            if (!l) return { w: r.width, h: r.height };
            const q = l.getBoundingClientRect();
            return { w: Math.max(r.width, q.width), h: Math.max(r.height, q.height) };
          };
          const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
            .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.closest(".visually-hidden, .am-skip, svg") && !e.matches(".visually-hidden, .am-skip, .skip") && !inSentence(e))
            .map(e => [e, box(e), e.getBoundingClientRect()]).filter(([, b]) => b.w > 1 && b.h > 1);
          const small = ([, b]) => b.w < least - .5 || b.h < least - .5;
          const middle = r => [r.left + r.width / 2, r.top + r.height / 2];
          const alone = one => all.every(other => {
            if (other === one) return true;
            const [x, y] = middle(one[2]), r = other[2], [u, v] = middle(r);
            const apart = Math.hypot(Math.max(r.left - x, 0, x - r.right), Math.max(r.top - y, 0, y - r.bottom));
            return apart >= least / 2 - .5 && (!small(other) || Math.hypot(x - u, y - v) >= least - .5);
          });
          return all.filter(one => small(one) && !(spaced && alone(one)))
            .slice(0, 5).map(([e, b]) => `${mode}: ${Math.round(b.w)}x${Math.round(b.h)} < ${least}: ${e.outerHTML.slice(0, 110)}`);
        }
        """, new object[] { least, mode, spaced });

    [GeneratedRegex(@"\\\{[^}]*\\?\}")]
    private static partial Regex Parameter();
}

/// <summary>What a browser fetched for one page, and what went wrong on the way.</summary>
internal sealed class Traffic
{
    private const int HeadersOfOne = 250;
    private readonly List<IResponse> answers = [];

    private Traffic()
    {
    }

    public List<string> Faults { get; } = [];

    public static Traffic Of(IPage page, string address)
    {
        var traffic = new Traffic();
        var host = new Uri(address).Authority;
        page.Request += (_, r) => { if (new Uri(r.Url) is { Scheme: "http" or "https" } u && u.Authority != host) traffic.Faults.Add("outside: " + r.Url); };
        page.Console += (_, m) => { if (m.Type == "error" && !m.Text.Contains("status of 4", StringComparison.Ordinal)) traffic.Faults.Add("console: " + m.Text); };
        page.PageError += (_, e) => traffic.Faults.Add("script: " + e);
        page.Response += (_, r) => traffic.answers.Add(r);
        return traffic;
    }

    /// <summary>Bytes on the line for a first visit, all and of scripts: as a published build sends it, compressed ahead; the build under test sends styles and scripts as they are.</summary>
    public async Task<(long All, long Script)> WeighAsync()
    {
        long all = 0, script = 0;
        foreach (var answer in answers.ToArray())
        {
            if (answer.Status is >= 300 and < 400) continue;
            var kind = answer.Request.ResourceType;
            var bytes = HeadersOfOne + (long)Squeeze(await answer.BodyAsync());
            all += bytes;
            if (kind == "script") script += bytes;
        }
        return (all, script);
    }

    private static int Squeeze(byte[] body)
    {
        using var to = new MemoryStream();
        using (var zip = new GZipStream(to, CompressionLevel.SmallestSize, leaveOpen: true)) zip.Write(body);
        return (int)Math.Min(to.Length, body.Length);
    }
}
