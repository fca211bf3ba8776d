using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Papers;

/// <summary>把扫描件放进案卷. After the case was filed only as a correction with its reason.</summary>
internal sealed class AttachPaper(CaseFile file, Reading reading, PersonalVault vault) : IUseCase<AttachPaper.Request, AttachPaper.Reply>
{
    /// <param name="Item">Of the archive list.</param>
    /// <param name="Content">The file's bytes; base64 in JSON.</param>
    public sealed record Request(Guid CaseId, string Item, byte[]? Content, string? Correction);

    public sealed record Reply(Guid PaperId, string Hash);

    public Permission Permission => FuneralPermissions.FileArchive;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var why = reading.Text(request.Correction, nameof(request.Correction), "更正原因", 200, required: false);
        if (reading.Problem is { } bad) return bad;
        var content = request.Content ?? [];
        if (!CasePaper.MediaOf(content).Try(out var media, out var problem)) return problem;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out problem)) return problem;
        if (!await file.Db.ArchiveItems.AnyAsync(i => i.Id == request.Item, ct)) return Archive.ArchiveProblems.ItemUnknown;
        if (why is null && await file.Db.ArchiveFilings.AnyAsync(f => f.CaseId == opened.Id, ct)) return PaperProblems.CorrectionNeeded;
        var hash = CasePaper.HashOf(content);
        if (await file.Db.Papers.AnyAsync(p => p.CaseId == opened.Id && p.Item == request.Item && p.Hash == hash, ct)) return PaperProblems.Twice;
        var paper = new CasePaper { CaseId = opened.Id, Item = request.Item, Media = media, Size = content.Length, Hash = hash, Content = ScannedFile.Seal(vault, CasePaper.Column, content), Correction = why, By = file.By.Id, At = file.Now };
        opened.NotePaper(paper.Id, paper.Item, hash, why is not null);
        file.Db.Add(paper);
        return new Reply(paper.Id, hash);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AttachPaper, Request, Reply>("/cases/papers");
}

/// <summary>看扫描件: opened, compared with its hash, and audited as a look at this person.</summary>
internal sealed class GetPaper(CaseFile file, PersonalVault vault) : IQuestion<GetPaper.Request, GetPaper.Reply>
{
    public sealed record Request(Guid Id);

    public sealed record Reply(byte[] Content, string Media);

    public Permission Permission => FuneralPermissions.ReadArchive;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var cases = file.Db.DeathCases;
        if (await file.Db.Papers.AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.Id && cases.Any(c => c.Id == p.CaseId), ct) is not { } paper) return KernelProblems.NotFound;
        file.Context.About(paper.CaseId, $"查看扫描件 {paper.Item}");
        var content = ScannedFile.Open(vault, CasePaper.Column, paper.Content);
        return CasePaper.HashOf(content) == paper.Hash ? new Reply(content, paper.Media) : throw new InvalidOperationException($"Paper {paper.Id} is not what was handed in.");
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetPaper, Request, Reply>("/cases/papers/content");

    /// <summary>For people: shown in the browser, never run by it.</summary>
    public static void MapPage(IEndpointRouteBuilder routes) => routes.MapGet("/work/papers/{id:guid}", async (Guid id, HttpContext http, Gate gate, GetPaper question) =>
    {
        var outcome = await gate.RunAsync(question, new Request(id), null, http.RequestAborted);
        if (!outcome.Try(out var paper, out var problem)) return problem.Kind == ProblemKind.SignInNeeded ? Results.Redirect("/sign-in?returnUrl=" + Uri.EscapeDataString(http.Request.Path)) : Results.StatusCode(Answers.StatusOf(problem.Kind));
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(paper.Content, paper.Media);
    }).ExcludeFromDescription();
}
