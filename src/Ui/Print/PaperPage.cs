using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Anmin.Ui.Print;

/// <summary>A paper filled from the pack, shown as a page that prints. Our CSP allows no style in the page, so it links the sheet that the PDF carries inside.</summary>
public static class PaperPage
{
    public const string Style = "_content/Anmin.Ui/css/doc.css";

    /// <param name="notice">One sentence above the paper, on the screen only.</param>
    /// <param name="back">Where the paper belongs, and what the link there says.</param>
    public static IResult Of(string html, string? notice = null, (string Href, string Word)? back = null)
    {
        var page = html.Replace("</head>", $"""<link rel="stylesheet" href="/{Style}"><script type="module" src="/_content/Anmin.Ui/js/paper.js"></script></head>""", StringComparison.OrdinalIgnoreCase);
        var tools = new StringBuilder("""<div class="am-doc-tools">""");
        if (notice is not null) tools.Append("<p>").Append(WebUtility.HtmlEncode(notice)).Append("</p>");
        tools.Append("""<button type="button" data-print hidden>打印这一页</button>""");
        if (back is { } to) tools.Append(" <a href=\"").Append(WebUtility.HtmlEncode(to.Href)).Append("\">").Append(WebUtility.HtmlEncode(to.Word)).Append("</a>");
        // once, before the first of perhaps many papers
        var at = page.IndexOf("<main", StringComparison.OrdinalIgnoreCase);
        return Results.Content(at < 0 ? page : page.Insert(at, tools.Append("</div>").ToString()), "text/html", Encoding.UTF8);
    }
}
