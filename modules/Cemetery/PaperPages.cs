using Anmin.Kernel.Outcomes;
using Anmin.Ui.Print;
using Microsoft.AspNetCore.Http;

namespace Anmin.Cemetery;

/// <summary>Papers filled from the pack, as pages a browser prints: one, or many one after another.</summary>
internal static class PaperPages
{
    /// <summary>The first paper's page with the further ones before its end.</summary>
    public static string Joined(IReadOnlyList<string> papers)
    {
        if (papers.Count == 1) return papers[0];
        var end = papers[0].LastIndexOf("</body>", StringComparison.OrdinalIgnoreCase);
        return end < 0 ? string.Concat(papers) : papers[0][..end] + string.Concat(papers.Skip(1).Select(Main)) + papers[0][end..];
    }

    /// <param name="back">Path of the list it belongs to, and <paramref name="word"/> what its link says.</param>
    public static IResult Answer(HttpContext http, Outcome<string> outcome, string back, string word)
    {
        if (!outcome.Try(out var html, out var problem)) return RefusalPage.Of(problem, "没有这份文书", http.Request.Path + http.Request.QueryString, (back, word));
        return PaperPage.Of(html, back: (back, word));
    }

    private static string Main(string html)
    {
        var (from, end) = (html.IndexOf("<main", StringComparison.OrdinalIgnoreCase), html.IndexOf("</main>", StringComparison.OrdinalIgnoreCase));
        return from < 0 || end < from ? html : html[from..(end + 7)];
    }
}
