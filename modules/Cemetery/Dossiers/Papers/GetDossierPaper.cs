using System.Net;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
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
        if (!outcome.Try(out var paper, out var problem)) return PaperRefusal.Of(problem, "没有这份材料", http.Request.Path, "/work/cemetery/dossiers", "回到一墓一档");
        // a PDF in a sandbox is not shown by the browser's own reader
        http.Response.Headers.ContentSecurityPolicy = (paper.Media == "application/pdf" ? "" : "sandbox; ") + "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        return paper.Media == "application/pdf"
            ? Results.File(paper.Content, paper.Media)
            : Results.Content(PaperPicture.Svg(paper.Content, paper.Media, paper.Turn, $"{PaperPicture.Purpose} {gate.Actor.Name} {ChineseTime.Stamp(clock.GetUtcNow(), cemetery.Zone)}"), "image/svg+xml; charset=utf-8");
    }).ExcludeFromDescription();
}

/// <summary>A scan as people see and print it: upright, with the line that says what it is for.</summary>
internal static class PaperPicture
{
    public const string Purpose = "仅用于一墓一档";

    /// <summary>1000 wide before turning; the height follows the picture.</summary>
    public static string Svg(byte[] content, string media, int turn, string mark)
    {
        var (w, h) = PictureSize.Of(content, media);
        var tall = Math.Max(1, 1000L * h / w);
        var (width, height) = turn is 90 or 270 ? (tall, 1000L) : (1000L, tall);
        var move = turn switch { 90 => $"translate({tall} 0) rotate(90)", 180 => $"translate(1000 {tall}) rotate(180)", 270 => "translate(0 1000) rotate(270)", _ => "" };
        var text = WebUtility.HtmlEncode(mark);
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">
            <defs><pattern id="m" width="560" height="260" patternUnits="userSpaceOnUse" patternTransform="rotate(-24)"><text x="10" y="140" font-size="26" font-family="sans-serif" fill="#1b3a3d" fill-opacity=".34">{text}</text></pattern></defs>
            <g transform="{move}"><image href="data:{media};base64,{Convert.ToBase64String(content)}" width="1000" height="{tall}"/></g>
            <rect width="100%" height="100%" fill="url(#m)"/></svg>
            """;
    }
}

/// <summary>Width and height of a picture from its own head; four to three where it does not say.</summary>
internal static class PictureSize
{
    private const int Widest = 60_000;

    public static (int Width, int Height) Of(ReadOnlySpan<byte> content, string media)
    {
        var (w, h) = media == "image/png" ? Png(content) : Jpeg(content);
        return w is > 0 and <= Widest && h is > 0 and <= Widest ? (w, h) : (1200, 900);
    }

    private static (int, int) Png(ReadOnlySpan<byte> c) => c.Length < 24 ? (0, 0) : (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(c[16..]), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(c[20..]));

    private static (int, int) Jpeg(ReadOnlySpan<byte> c)
    {
        for (var at = 2; at + 9 < c.Length && c[at] == 0xFF;)
        {
            var mark = c[at + 1];
            if (mark is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) return ((c[at + 7] << 8) | c[at + 8], (c[at + 5] << 8) | c[at + 6]);
            at += 2 + ((c[at + 2] << 8) | c[at + 3]);
        }
        return (0, 0);
    }
}
