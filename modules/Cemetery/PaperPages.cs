using System.Text;
using Anmin.Kernel.Outcomes;
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
        if (!outcome.Try(out var html, out var problem)) return PaperRefusal.Of(problem, "没有这份文书", http.Request.Path + http.Request.QueryString, back, word);
        const string head = """<link rel="stylesheet" href="/_content/Anmin.Ui/css/doc.css"><script type="module" src="/_content/Anmin.Ui/js/paper.js"></script>""";
        var page = html.Replace("</head>", head + "</head>", StringComparison.OrdinalIgnoreCase);
        var at = page.IndexOf("<main", StringComparison.OrdinalIgnoreCase);
        return Results.Content(at < 0 ? page : page.Insert(at, $"""<div class="am-doc-tools"><button type="button" data-print hidden>打印</button> <a href="{back}">{word}</a></div>"""), "text/html", Encoding.UTF8);
    }

    private static string Main(string html)
    {
        var (from, end) = (html.IndexOf("<main", StringComparison.OrdinalIgnoreCase), html.IndexOf("</main>", StringComparison.OrdinalIgnoreCase));
        return from < 0 || end < from ? html : html[from..(end + 7)];
    }
}
