using Anmin.Ui.Print;
using System.Text;
using Anmin.Funeral.Certificates;
using Anmin.Funeral.Preparation;
using Anmin.Funeral.Stays;
using Anmin.Funeral.Temperatures;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.ColdStore;

/// <summary>What a person opens that is no page: letters of a stay, temperatures as a file, a photo that was asked for with a purpose.</summary>
internal static class HomePapers
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/work/stays/letters/{number}", LetterAsync).ExcludeFromDescription();
        routes.MapGet("/work/cold-store/temperatures.csv", TemperaturesAsync).ExcludeFromDescription();
        routes.MapPost("/work/preparation/photo", PhotoAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> LetterAsync(string number, HttpContext http, Gate gate, PrintStayLetter print)
    {
        var asPdf = number.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase);
        var bare = asPdf ? number[..^4] : number;
        var outcome = await gate.RunAsync(print, new PrintStayLetter.Request(bare), null, http.RequestAborted);
        return outcome.Try(out var reply, out var problem) ? await DocumentRoutes.PaperAsync(http, reply.Html, asPdf, bare) : RefusalPage.Bare(http, problem);
    }

    private static async Task<IResult> TemperaturesAsync(string? institution, string? zone, int? hours, HttpContext http, Gate gate, FindTemperatures find, Reference reference)
    {
        var outcome = await gate.RunAsync(find, new FindTemperatures.Request(institution, zone, hours), null, http.RequestAborted);
        return outcome.Try(out var reply, out var problem) ? Results.File(Encoding.UTF8.GetBytes(FindTemperatures.Csv(reply, reference.Now.Zone)), "text/csv; charset=utf-8", $"cold-store-{reply.Institution}.csv") : RefusalPage.Bare(http, problem);
    }

    /// <summary>Never cached, never with a link that could be passed on: each look is a post with its purpose.</summary>
    private static async Task<IResult> PhotoAsync([FromForm] Guid photo, [FromForm] string? purpose, [FromForm] string? detail, HttpContext http, Gate gate, SeePreparationPhoto see)
    {
        var outcome = await gate.RunAsync(see, new SeePreparationPhoto.Request(photo, purpose, detail), null, http.RequestAborted);
        if (!outcome.Try(out var reply, out var problem)) return problem.Kind == Kernel.Outcomes.ProblemKind.SignInNeeded ? RefusalPage.Bare(http, problem) : Results.Redirect($"/work/preparation?photo={photo}&refused={Uri.EscapeDataString(problem.Code)}");
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(reply.Photo, reply.Type);
    }
}
