using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Dossiers.Papers;

/// <summary>把扫描件放进一墓一档: several at once for one item, all of them or none. After filing only with a reason.</summary>
internal sealed class AddDossierPapers(DossierDesk desk, Reading reading, PersonalVault vault) : IUseCase<AddDossierPapers.Request, AddDossierPapers.Reply>
{
    public const int MostAtOnce = 10;

    /// <param name="Content">The file's bytes; base64 in JSON.</param>
    public sealed record Handed(string? Name, byte[]? Content);

    /// <param name="Item">Of the checklist.</param>
    /// <param name="Title">What it is, where the item's name does not say it.</param>
    public sealed record Request(Guid DossierId, string? Item, string? Title, IReadOnlyList<Handed>? Files, string? LateFor);

    public sealed record Reply(IReadOnlyList<Guid> Papers, int Score);

    public Permission Permission => CemeteryPermissions.FileDossier;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var title = reading.Text(request.Title, nameof(request.Title), "材料名称", 60, required: false);
        var late = reading.Text(request.LateFor, nameof(request.LateFor), "补档原因", 200, required: false);
        if (request.Files is not { Count: > 0 } files || files.All(f => f?.Content is not { Length: > 0 })) reading.Refuse(DossierProblems.NoFiles);
        else if (files.Count > MostAtOnce) reading.Refuse(DossierProblems.TooManyFiles);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OpenAsync(request.DossierId, ct)).Try(out var opened, out var problem)) return problem;
        var lines = await desk.ChecklistAsync(request.DossierId, ct);
        if (lines.All(l => l.Item.Id != request.Item)) return DossierProblems.ItemUnknown;
        if (await desk.IsFiledAsync(request.DossierId, ct)) { if (late is not { Length: >= 4 }) return DossierProblems.LateReason; }
        else late = null;
        var made = new List<Guid>();
        var seen = new HashSet<string>();
        foreach (var file in request.Files!)
        {
            if (!PaperCase.Take(desk, vault, request.DossierId, request.Item!, title, file?.Name, file?.Content ?? [], late, null).Try(out var paper, out problem)) return problem;
            if (!seen.Add(paper.Hash) || await desk.Cemetery.Db.DossierPapers.AnyAsync(p => p.DossierId == paper.DossierId && p.Item == paper.Item && p.Hash == paper.Hash && p.State == PaperState.Current, ct)) return DossierProblems.At(DossierProblems.PaperTwice, paper.FileName);
            opened.Right.Tell("dossier.paper-added", new { paper.Id, paper.Item, paper.Hash, late = late is not null });
            made.Add(paper.Id);
        }
        var held = lines.Select(l => l.Item.Id == request.Item ? l with { Scans = l.Scans + made.Count } : l).ToList();
        return new Reply(made, Checklist.Count(held).Score);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AddDossierPapers, Request, Reply>("/cemetery/dossiers/papers");
}

/// <summary>From bytes to a sealed paper: one way for adding and for replacing.</summary>
internal static class PaperCase
{
    public static Outcome<DossierPaper> Take(DossierDesk desk, PersonalVault vault, Guid dossier, string item, string? title, string? name, byte[] content, string? late, DossierPaper? replaces)
    {
        if (!ScannedFile.Check(content, DossierPaper.Largest).Try(out var media, out var problem)) return DossierProblems.At(problem, Path.GetFileNameWithoutExtension(DossierPaper.CleanName(name, "")));
        var paper = new DossierPaper
        {
            DossierId = dossier,
            Item = item,
            Title = title,
            FileName = DossierPaper.CleanName(name, media),
            Media = media,
            Size = content.Length,
            Hash = ScannedFile.HashOf(content),
            Edition = (replaces?.Edition ?? 0) + 1,
            Replaces = replaces?.Id,
            LateFor = late,
            By = desk.Cemetery.By.Id,
            At = desk.Cemetery.Now,
        };
        desk.Cemetery.Db.Add(paper);
        desk.Cemetery.Db.Add(new DossierScan { Id = paper.Id, Content = ScannedFile.Seal(vault, DossierPaper.Column, content) });
        return paper;
    }
}
