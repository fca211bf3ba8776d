using Anmin.Funeral.Arrangement;
using Anmin.Funeral.Belongings;
using Anmin.Funeral.Certificates;
using Anmin.Funeral.Families;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Print;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Desk;

/// <summary>The desk's papers as pages to print and as PDF; no name of a person in an address or a file's name.</summary>
internal static class DeskPaperRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/work/arrange/papers/{draft:guid}/{kind}", DraftAsync).ExcludeFromDescription();
        routes.MapGet("/work/papers/{paper}", SignedAsync).ExcludeFromDescription();
        routes.MapGet("/my/case/papers/{paper}", FamilyAsync).ExcludeFromDescription();
        routes.MapGet("/work/cases/{id:guid}/belongings-list", BelongingsAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> DraftAsync(Guid draft, string kind, Guid? @case, HttpContext http, Gate gate, PrintDeskPaper print)
    {
        var (bare, asPdf) = DocumentRoutes.Split(kind);
        var outcome = await gate.RunAsync(print, new PrintDeskPaper.Request(draft, @case, bare, DocumentRoutes.Site(http)), null, http.RequestAborted);
        return outcome.Try(out var reply, out var problem) ? await DocumentRoutes.PaperAsync(http, reply.Html, asPdf, reply.Number) : DocumentRoutes.Say(http, problem);
    }

    private static async Task<IResult> SignedAsync(string paper, HttpContext http, Gate gate, PrintSignedPaper print)
    {
        var (bare, asPdf) = DocumentRoutes.Split(paper);
        if (!Guid.TryParse(bare, out var id)) return Results.NotFound();
        var outcome = await gate.RunAsync(print, new PrintSignedPaper.Request(id, DocumentRoutes.Site(http)), null, http.RequestAborted);
        return outcome.Try(out var reply, out var problem) ? await DocumentRoutes.PaperAsync(http, reply.Html, asPdf, reply.Number) : RefusalPage.Bare(http, problem);
    }

    private static async Task<IResult> FamilyAsync(string paper, HttpContext http, Gate gate, TakeSignedPaper take, FamilyPass passes)
    {
        var (bare, asPdf) = DocumentRoutes.Split(paper);
        if (!Guid.TryParse(bare, out var id)) return Results.NotFound();
        var outcome = await gate.RunAsync(take, new TakeSignedPaper.Request(passes.Of(http), id, DocumentRoutes.Site(http)), null, http.RequestAborted);
        if (outcome.Try(out var reply, out var problem)) return await DocumentRoutes.PaperAsync(http, reply.Html, asPdf, reply.Number);
        return problem == FuneralProblems.PassOver ? Results.Redirect("/progress?over=1") : RefusalPage.Bare(http, problem);
    }

    private static async Task<IResult> BelongingsAsync(Guid id, HttpContext http, Gate gate, PrintBelongings print)
    {
        var outcome = await gate.RunAsync(print, new PrintBelongings.Request(id, DocumentRoutes.Site(http)), null, http.RequestAborted);
        return outcome.Try(out var reply, out var problem) ? await DocumentRoutes.PaperAsync(http, reply.Html, asPdf: false, reply.Number) : DocumentRoutes.Say(http, problem);
    }
}
