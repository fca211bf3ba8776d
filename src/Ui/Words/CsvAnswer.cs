using System.Net;
using System.Text;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Http;

namespace Anmin.Ui.Words;

/// <summary>What a list answers to 导出清单: the file, or the way to the tray where the file is being made; or why not, as a page to people and as a problem to programs.</summary>
public static class CsvAnswer
{
    /// <param name="csv">Null where it became a task.</param>
    /// <param name="name">File name with its ending.</param>
    public static IResult Of(string? csv, string name) => csv is null
        ? Results.Redirect("/work/tasks?asked=1")
        : Results.File(CsvFile.Of(csv), CsvFile.Media, name);

    /// <param name="back">Path of the list.</param>
    public static IResult Refused(HttpRequest request, Problem problem, string back)
    {
        if (!request.Headers.Accept.Any(a => a?.Contains("text/html", StringComparison.OrdinalIgnoreCase) is true)) return Answers.Of(problem);
        if (problem.Kind == ProblemKind.SignInNeeded) return Results.Redirect("/sign-in?returnUrl=" + Uri.EscapeDataString(back));
        var said = string.Concat(problem.All().Select(p => $"<p>{WebUtility.HtmlEncode(p.Message)}</p>"));
        return Results.Content($"<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>没有办成</title><link rel=\"stylesheet\" href=\"/_content/Anmin.Ui/css/doc.css\"></head><body class=\"am-doc\"><main class=\"am-doc-page\"><h1>没有办成</h1>{said}<p><a href=\"{WebUtility.HtmlEncode(back)}\">回到上一页</a></p></main></body></html>",
            "text/html", Encoding.UTF8, Answers.StatusOf(problem.Kind));
    }
}
