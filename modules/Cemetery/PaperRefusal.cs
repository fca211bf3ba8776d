using System.Net;
using System.Text;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Http;

namespace Anmin.Cemetery;

/// <summary>A paper or file that cannot be given, as a page people can read: the sentence, and the way back.</summary>
internal static class PaperRefusal
{
    /// <param name="asked">Where somebody who is not signed in comes back to.</param>
    /// <param name="back">Path of the list it belongs to, and <paramref name="word"/> what its link says.</param>
    public static IResult Of(Problem problem, string title, string asked, string back, string word) => problem.Kind == ProblemKind.SignInNeeded
        ? Results.Redirect("/sign-in?returnUrl=" + Uri.EscapeDataString(asked))
        : Results.Content($"<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title><link rel=\"stylesheet\" href=\"/_content/Anmin.Ui/css/doc.css\"></head><body class=\"am-doc\"><main class=\"am-doc-page\"><h1>{title}</h1>{string.Concat(problem.All().Select(p => $"<p>{WebUtility.HtmlEncode(p.Message)}</p>"))}<p><a href=\"{back}\">{word}</a></p></main></body></html>", "text/html", Encoding.UTF8, Answers.StatusOf(problem.Kind));
}
