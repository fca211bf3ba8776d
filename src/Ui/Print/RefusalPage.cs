using System.Net;
using System.Text;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Http;

namespace Anmin.Ui.Print;

/// <summary>A paper or file that cannot be given, as a page people can read: the sentence, and the way back. Who is not signed in is sent to do so.</summary>
public static class RefusalPage
{
    /// <param name="asked">Where somebody who is not signed in comes back to.</param>
    /// <param name="back">Path of where it belongs, and what the link there says.</param>
    public static IResult Of(Problem problem, string title, string asked, (string Href, string Word)? back = null)
    {
        if (problem.Kind == ProblemKind.SignInNeeded) return SignIn(asked);
        var page = new StringBuilder($"""<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{WebUtility.HtmlEncode(title)}</title><link rel="stylesheet" href="/{PaperPage.Style}"></head><body class="am-doc"><main class="am-doc-page"><h1>{WebUtility.HtmlEncode(title)}</h1>""");
        foreach (var one in problem.All()) page.Append("<p>").Append(WebUtility.HtmlEncode(one.Message)).Append("</p>");
        if (back is { } to) page.Append("<p><a href=\"").Append(WebUtility.HtmlEncode(to.Href)).Append("\">").Append(WebUtility.HtmlEncode(to.Word)).Append("</a></p>");
        return Results.Content(page.Append("</main></body></html>").ToString(), "text/html", Encoding.UTF8, Answers.StatusOf(problem.Kind));
    }

    /// <summary>The status alone; the site's own page for it follows.</summary>
    public static IResult Bare(HttpContext http, Problem problem) => problem.Kind == ProblemKind.SignInNeeded ? SignIn(http.Request.Path) : Results.StatusCode(Answers.StatusOf(problem.Kind));

    private static IResult SignIn(string asked) => Results.Redirect("/sign-in?returnUrl=" + Uri.EscapeDataString(asked));
}
