using System.Text;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Billing.Counter;

/// <summary>Papers as pages to print and as PDF; no name of a person in an address.</summary>
internal static class PaperRoutes
{
    private const string Style = "_content/Anmin.Ui/css/doc.css";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/work/bills/{id:guid}/list", async (Guid id, HttpContext http, Gate gate, PrintBill print) =>
            (await gate.RunAsync(print, new PrintBill.Request(id), null, http.RequestAborted)).Try(out var reply, out var problem) ? Page(reply.Html) : Refuse(http, problem)).ExcludeFromDescription();
        routes.MapGet("/work/receipts/{number}", async (string number, HttpContext http, Gate gate, PrintReceipt print) =>
            (await gate.RunAsync(print, new PrintReceipt.Request(number), null, http.RequestAborted)).Try(out var reply, out var problem) ? Page(reply.Html) : Refuse(http, problem)).ExcludeFromDescription();
    }

    private static IResult Page(string html)
    {
        var head = $"""<link rel="stylesheet" href="/{Style}"><script type="module" src="/_content/Anmin.Ui/js/paper.js"></script>""";
        return Results.Content(html.Replace("</head>", head + "</head>", StringComparison.OrdinalIgnoreCase).Replace("<main", """<div class="am-doc-tools"><button type="button" data-print hidden>打印这一页</button></div><main""", StringComparison.OrdinalIgnoreCase), "text/html", Encoding.UTF8);
    }

    private static IResult Refuse(HttpContext http, Problem problem) => problem.Kind == ProblemKind.SignInNeeded
        ? Results.Redirect("/sign-in?returnUrl=" + Uri.EscapeDataString(http.Request.Path))
        : Results.StatusCode(Answers.StatusOf(problem.Kind));
}
