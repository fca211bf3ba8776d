using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Dossiers.Papers;

/// <summary>换一份: a new edition takes the place of the old, which stays to be seen. Not after filing.</summary>
internal sealed class ReplaceDossierPaper(DossierDesk desk, Reading reading, PersonalVault vault) : IUseCase<ReplaceDossierPaper.Request, ReplaceDossierPaper.Reply>
{
    public sealed record Request(Guid PaperId, string? Name, byte[]? Content, string? Reason);

    public sealed record Reply(Guid PaperId, int Edition);

    public Permission Permission => CemeteryPermissions.FileDossier;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (PaperReason.Read(reading, request.Reason, "换件原因") is not { } why) return reading.Problem!;
        if (request.Content is not { Length: > 0 } content) return DossierProblems.NoFiles;
        if (!(await PaperReason.OpenAsync(desk, request.PaperId, ct)).Try(out var old, out var problem)) return problem;
        if (await desk.IsFiledAsync(old.Paper.DossierId, ct)) return DossierProblems.LateReason;
        old.Paper.End(PaperState.Replaced, why, desk.Cemetery.By.Id, desk.Cemetery.Now);
        if (!PaperCase.Take(desk, vault, old.Paper.DossierId, old.Paper.Item, old.Paper.Title, request.Name, content, null, old.Paper).Try(out var paper, out problem)) return problem;
        if (paper.Hash == old.Paper.Hash) return DossierProblems.At(DossierProblems.PaperTwice, paper.FileName);
        old.In.Right.Tell("dossier.paper-replaced", new { paper.Id, paper.Item, paper.Hash, paper.Edition, paper.Replaces, why });
        return new Reply(paper.Id, paper.Edition);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ReplaceDossierPaper, Request, Reply>("/cemetery/dossiers/papers/replace");
}

/// <summary>撤回: a paper that does not belong here. Not after filing.</summary>
internal sealed class WithdrawDossierPaper(DossierDesk desk, Reading reading) : IUseCase<WithdrawDossierPaper.Request, Done>
{
    public sealed record Request(Guid PaperId, string? Reason);

    public Permission Permission => CemeteryPermissions.FileDossier;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (PaperReason.Read(reading, request.Reason, "撤回原因") is not { } why) return reading.Problem!;
        if (!(await PaperReason.OpenAsync(desk, request.PaperId, ct)).Try(out var found, out var problem)) return problem;
        if (await desk.IsFiledAsync(found.Paper.DossierId, ct)) return DossierProblems.LateReason;
        found.Paper.End(PaperState.Withdrawn, why, desk.Cemetery.By.Id, desk.Cemetery.Now);
        found.In.Right.Tell("dossier.paper-withdrawn", new { found.Paper.Id, found.Paper.Item, why });
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<WithdrawDossierPaper, Request, Done>("/cemetery/dossiers/papers/withdraw");
}

/// <summary>转正: shown a quarter further to the right from now on; the file and its hash stay.</summary>
internal sealed class TurnDossierPaper(DossierDesk desk) : IUseCase<TurnDossierPaper.Request, TurnDossierPaper.Reply>
{
    public sealed record Request(Guid PaperId);

    public sealed record Reply(int Turn);

    public Permission Permission => CemeteryPermissions.FileDossier;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await PaperReason.OpenAsync(desk, request.PaperId, ct)).Try(out var found, out var problem)) return problem;
        found.Paper.TurnRight();
        return new Reply(found.Paper.Turn);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<TurnDossierPaper, Request, Reply>("/cemetery/dossiers/papers/turn");
}

/// <summary>What changing a paper begins with: a reason that says something, and a paper that is still the one that counts.</summary>
internal static class PaperReason
{
    public sealed record Found(DossierPaper Paper, OpenedDossier In);

    public static string? Read(Reading reading, string? text, string label)
    {
        var why = reading.Text(text, "Reason", label, 200);
        if (why is { Length: < 4 }) reading.Refuse(DossierProblems.ReasonShort);
        return reading.Problem is null ? why : null;
    }

    public static async Task<Outcome<Found>> OpenAsync(DossierDesk desk, Guid id, CancellationToken ct)
    {
        if (await desk.Cemetery.Db.DossierPapers.FirstOrDefaultAsync(p => p.Id == id, ct) is not { } paper) return DossierProblems.NoPaper;
        if (!(await desk.OpenAsync(paper.DossierId, ct)).Try(out var opened, out _)) return DossierProblems.NoPaper;
        return paper.State == PaperState.Current ? new Found(paper, opened) : DossierProblems.PaperOld;
    }
}
