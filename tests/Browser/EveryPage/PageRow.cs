using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Anmin.Browser.EveryPage;

/// <summary>One page of the product: its route, who looks at it, and how it is found in the demonstration city.</summary>
/// <param name="Route">As the page declares it.</param>
/// <param name="Persona">Who opens it; <c>-</c> is anybody.</param>
/// <param name="At">Steps with <c>&gt;</c> between: an address, then the first link that fits each template; <c>=</c> goes there with what the templates caught.</param>
/// <param name="Sheets">A4 sheets a print of it takes at most.</param>
public sealed partial record PageRow(string Route, string Persona, string At, int Sheets)
{
    private static readonly string[] Staff = ["/work", "/admin", "/portal", "/m/", "/cockpit"];

    public bool Citizen => !Array.Exists(Staff, root => Route.StartsWith(root, StringComparison.Ordinal));

    /// <summary>The part of the product it belongs to; tests of one part run by this trait.</summary>
    public string Area => Route.EndsWith("/ui", StringComparison.Ordinal) ? "ui" : Citizen ? "citizen" : Route.Split('/', 4) is [_, "work", "cemetery", ..] ? "cemetery" : Route.Split('/')[1];

    /// <summary>Least width and height of what is pressed, in px: with a thumb 48, in the field 48, at a desk 24.</summary>
    public int Least => Citizen || Route.StartsWith("/m/", StringComparison.Ordinal) ? 48 : 24;

    /// <summary>What its answer says: pages about a refusal carry the refusal's status, a number nobody was given too; nobody of the demonstration has a password to add a second factor to.</summary>
    public int Status => Route.StartsWith("/problem", StringComparison.Ordinal) ? 404 : Route is "/sign-in/refused" or "/sign-in/invite" or "/work/me/totp" ? 422 : Route is "/connect/refused" or "/later/{Typed}" ? 400 : 200;

    public bool Direct => !At.Contains(" > ", StringComparison.Ordinal);

    /// <summary>A name for its picture.</summary>
    public string Name => Route == "/" ? "home" : NotWord().Replace(Route.Replace(":guid", "", StringComparison.Ordinal).Replace(":int", "", StringComparison.Ordinal), "-").Trim('-').ToLowerInvariant();

    public static IReadOnlyList<PageRow> All { get; } = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "EveryPage", "pages.tsv")).Skip(1)
        .Select(line => line.Split('\t')).Select(cells => new PageRow(cells[0], cells[1], cells[2], int.Parse(cells[3], CultureInfo.InvariantCulture)))];

    public static PageRow Of(string route) => All.Single(p => p.Route == route);

    /// <summary>Opens it in this browser; the answer's status.</summary>
    public async Task<int> GoAsync(IPage page)
    {
        var steps = At.Split(" > ");
        var caught = new Dictionary<string, string>();
        var answer = await page.GotoAsync(steps[0]);
        foreach (var step in steps.Skip(1))
        {
            string? next;
            if (step.StartsWith("= ", StringComparison.Ordinal)) next = Named().Replace(step[2..], m => caught[m.Groups[1].Value]);
            else
            {
                var links = await page.Locator("a[href]").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
                var found = links.Select(l => Pattern(step).Match(l)).FirstOrDefault(m => m.Success) ?? throw new InvalidOperationException($"No link to {step} on {page.Url}");
                foreach (Group group in found.Groups) caught[group.Name] = group.Value;
                next = found.Value;
            }
            answer = await page.GotoAsync(next);
        }
        return answer!.Status;
    }

    private static Regex Pattern(string template)
    {
        var at = 0;
        var text = "^";
        foreach (Match m in Named().Matches(template))
        {
            text += Regex.Escape(template[at..m.Index]) + $"(?<{m.Groups[1].Value}>{(m.Groups[2].Value == ":guid" ? "[0-9a-f-]{36}" : "(?!new\\b)[^/?&]+")})";
            at = m.Index + m.Length;
        }
        return new(text + Regex.Escape(template[at..]) + (template.Contains('?', StringComparison.Ordinal) ? "" : @"(\?.*)?") + "$");
    }

    [GeneratedRegex(@"\{([A-Za-z]+)(:[a-z]+)?\}")]
    private static partial Regex Named();

    [GeneratedRegex("[^A-Za-z]+")]
    private static partial Regex NotWord();
}
