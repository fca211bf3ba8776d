using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Identity.Privacy;

/// <summary>POST <c>/work/me/data/file</c> with the page's antiforgery token: one's own data as a file.</summary>
internal static class OwnDataRoute
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/work/me/data/file", async (HttpContext http, Gate gate, ExportOwnData export) =>
    {
        var outcome = await gate.RunAsync(export, new ExportOwnData.Request(), null, http.RequestAborted);
        if (outcome.Try(out var reply, out var problem)) return Results.File(JsonSerializer.SerializeToUtf8Bytes(reply, Json), "application/json", "my-data.json");
        return problem.Kind == ProblemKind.SignInNeeded ? Results.Redirect("/sign-in?returnUrl=/work/me/data") : Answers.Of(problem);
    }).WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();
}
