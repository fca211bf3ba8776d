using Anmin.Kernel.Commands;
using Anmin.Ui.Print;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Billing.Counter;

/// <summary>Papers as pages to print and as PDF; no name of a person in an address.</summary>
internal static class PaperRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/work/bills/{id:guid}/list", async (Guid id, HttpContext http, Gate gate, PrintBill print) =>
            (await gate.RunAsync(print, new PrintBill.Request(id), null, http.RequestAborted)).Try(out var reply, out var problem) ? PaperPage.Of(reply.Html) : RefusalPage.Bare(http, problem)).ExcludeFromDescription();
        routes.MapGet("/work/receipts/{number}", async (string number, HttpContext http, Gate gate, PrintReceipt print) =>
            (await gate.RunAsync(print, new PrintReceipt.Request(number), null, http.RequestAborted)).Try(out var reply, out var problem) ? PaperPage.Of(reply.Html) : RefusalPage.Bare(http, problem)).ExcludeFromDescription();
    }
}
