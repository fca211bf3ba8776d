using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Print;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Dossiers.Papers;

/// <summary>看一墓一档的材料: opened, compared with its hash, audited as a look at this right.</summary>
internal sealed class GetDossierPaper(DossierDesk desk, PersonalVault vault) : IQuestion<GetDossierPaper.Request, GetDossierPaper.Reply>
{
    public sealed record Request(Guid Id);

    public sealed record Reply(byte[] Content, string Media, string FileName, int Turn);

    public Permission Permission => CemeteryPermissions.ReadDossiers;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var db = desk.Cemetery.Db;
        var dossiers = db.Dossiers;
        if (await db.DossierPapers.AsNoTracking().FirstOrDefaultAsync(p => p.Id == request.Id && dossiers.Any(d => d.Id == p.DossierId), ct) is not { } paper) return DossierProblems.NoPaper;
        desk.Cemetery.Context.About(paper.DossierId, $"查看材料 {paper.Item}");
        return new Reply(await OpenAsync(desk, vault, paper, ct), paper.Media, paper.FileName, paper.Turn);
    }

    /// <exception cref="InvalidOperationException">What is kept is not what was handed in.</exception>
    public static async Task<byte[]> OpenAsync(DossierDesk desk, PersonalVault vault, DossierPaper paper, CancellationToken ct)
    {
        var kept = await desk.Cemetery.Db.DossierScans.AsNoTracking().Where(s => s.Id == paper.Id).Select(s => s.Content).FirstAsync(ct);
        var content = ScannedFile.Open(vault, DossierPaper.Column, kept);
        return ScannedFile.HashOf(content) == paper.Hash ? content : throw new InvalidOperationException($"Paper {paper.Id} is not what was handed in.");
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetDossierPaper, Request, Reply>("/cemetery/dossiers/papers/content");

    /// <summary>For people: a picture comes inside a drawing that turns it and says what it may be used for; a PDF as it is. Shown by the browser, never run by it.</summary>
    public static void MapPage(IEndpointRouteBuilder routes) => routes.MapGet("/work/cemetery/dossiers/papers/{id:guid}", async (Guid id, HttpContext http, Gate gate, GetDossierPaper question, TimeProvider clock, CemeteryDesk cemetery) =>
    {
        var outcome = await gate.RunAsync(question, new Request(id), null, http.RequestAborted);
        if (!outcome.Try(out var paper, out var problem)) return RefusalPage.Of(problem, "没有这份材料", http.Request.Path, ("/work/cemetery/dossiers", "回到一墓一档"));
        // a PDF in a sandbox is not shown by the browser's own reader
        http.Response.Headers.ContentSecurityPolicy = (paper.Media == "application/pdf" ? "" : "sandbox; ") + "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        return paper.Media == "application/pdf"
            ? Results.File(paper.Content, paper.Media)
            : Results.Content(PaperPicture.Svg(paper.Content, paper.Media, paper.Turn, $"{PaperPicture.Purpose} {gate.Actor.Name} {ChineseTime.Stamp(clock.GetUtcNow(), cemetery.Zone)}"), "image/svg+xml; charset=utf-8");
    }).ExcludeFromDescription();
}

/// <summary>What stands over every scan of a grave's dossier.</summary>
internal static class PaperPicture
{
    public const string Purpose = "仅用于一墓一档";

    public static string Svg(byte[] content, string media, int turn, string mark) => MarkedPicture.Svg(content, media, turn, mark);
}
