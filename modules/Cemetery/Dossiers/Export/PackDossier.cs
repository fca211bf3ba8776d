using Anmin.Ui.Print;
using System.IO.Compression;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Cemetery.Dossiers.Export;

/// <summary>导出一份档案 as ZIP: index, facts, papers with their mark. What for is said and stays in the audit.</summary>
internal sealed class PackDossier(DossierDesk desk, DossierPack pack, Reading reading) : IUseCase<PackDossier.Request, PackDossier.Reply>
{
    public sealed record Request(Guid DossierId, string? Purpose) : IHasReason
    {
        public string Reason => "导出一墓一档：" + Purpose;
    }

    public sealed record Reply(byte[] Zip, string Name) : ISecretReply;

    public Permission Permission => CemeteryPermissions.ExportDossier;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var purpose = reading.Text(request.Purpose, nameof(request.Purpose), "用途", 100);
        if (purpose is { Length: < 4 }) reading.Refuse(DossierProblems.ReasonShort.At(nameof(request.Purpose)));
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OpenAsync(request.DossierId, ct)).Try(out var opened, out var problem)) return problem;
        if (!desk.Limit("dossier.export.bytes", opened.Right.Division).Try(out var most, out problem)) return problem;
        using var kept = new MemoryStream();
        using (var zip = new ZipArchive(kept, ZipArchiveMode.Create, leaveOpen: true))
            if (!(await pack.AddAsync(zip, opened, "", most, purpose!, ct)).Try(out _, out problem)) return problem;
        opened.Right.Tell("dossier.exported", new { form = "zip", purpose });
        return new Reply(kept.ToArray(), $"dossier-{opened.Position.Code}.zip");
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<PackDossier, Request, Reply>("/cemetery/dossiers/pack");

    public static void MapPage(IEndpointRouteBuilder routes) => routes.MapPost("/work/cemetery/dossiers/pack/{id:guid}", async (Guid id, [FromForm] string? purpose, Gate gate, PackDossier useCase, CancellationToken ct) =>
        (await gate.RunAsync(useCase, new Request(id, purpose), null, ct)).Try(out var reply, out var problem) ? Results.File(reply.Zip, "application/zip", reply.Name) : ExportAnswers.Of(problem)).ExcludeFromDescription();
}

/// <summary>A refused download as a page people can read: the sentence, and the way back.</summary>
internal static class ExportAnswers
{
    public static IResult Of(Problem problem) => RefusalPage.Of(problem, "没有导出", "/work/cemetery/dossiers", ("/work/cemetery/dossiers", "回到一墓一档"));
}
