using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Dossiers.Filing;

/// <summary>提交归档: complete, or with what lacks named and a reason. A second person files it.</summary>
internal sealed class FileDossier(DossierDesk desk, Reading reading) : IUseCase<FileDossier.Request, FileDossier.Reply>
{
    public sealed record Request(Guid DossierId, string? Reason);

    public sealed record Reply(Guid FilingId, bool Complete);

    public Permission Permission => CemeteryPermissions.FileDossier;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "缺少的原因", 200, required: false);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OpenAsync(request.DossierId, ct)).Try(out var opened, out var problem)) return problem;
        var cemetery = desk.Cemetery;
        if (await cemetery.Db.DossierFilings.AnyAsync(f => f.DossierId == opened.Right.Id && f.State != FilingState.SentBack, ct)) return DossierProblems.AskedAlready;
        var counted = Checklist.Count(await desk.ChecklistAsync(opened.Right.Id, ct));
        var complete = counted.Missing.Length == 0;
        if (!complete && reason is not { Length: >= 4 }) return DossierProblems.Incomplete(DossierDesk.Names(counted.Missing, await desk.ItemNamesAsync(ct)));
        var filing = new DossierFiling { DossierId = opened.Right.Id, Missing = counted.Missing, Reason = complete ? null : reason, AskedBy = cemetery.By.Id, AskedAt = cemetery.Now };
        cemetery.Db.Add(filing);
        opened.Right.Tell("dossier.filing-asked", new { filing.Id, counted.Missing, filing.Reason });
        return new Reply(filing.Id, complete);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<FileDossier, Request, Reply>("/cemetery/dossiers/file");
}

/// <summary>核对归档: another person looks, gives the archive number or sends it back. From then on the dossier only gains papers.</summary>
internal sealed class ConfirmDossier(DossierDesk desk, Reading reading) : IUseCase<ConfirmDossier.Request, ConfirmDossier.Reply>
{
    /// <param name="SendBack">Not in order; why is said in <paramref name="Reason"/>.</param>
    public sealed record Request(Guid FilingId, bool SendBack, string? Reason);

    /// <param name="Number">档号; null where it was sent back.</param>
    public sealed record Reply(string? Number, DateTimeOffset? RetainUntil);

    public Permission Permission => CemeteryPermissions.FileDossier;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "退回原因", 200, required: request.SendBack);
        if (request.SendBack && reason is { Length: < 4 }) reading.Refuse(DossierProblems.ReasonShort);
        if (reading.Problem is { } bad) return bad;
        var cemetery = desk.Cemetery;
        if (await cemetery.Db.DossierFilings.FirstOrDefaultAsync(f => f.Id == request.FilingId, ct) is not { } filing) return DossierProblems.None;
        if (!(await desk.OpenAsync(filing.DossierId, ct)).Try(out var opened, out var problem)) return problem;
        if (request.SendBack)
        {
            if (!filing.SendBack(reason!, cemetery.By.Id, cemetery.Now).Try(out _, out problem)) return problem;
            opened.Right.Tell("dossier.sent-back", new { filing.Id, reason });
            return new Reply(null, null);
        }
        if (filing.State != FilingState.Asked) return DossierProblems.NotAsked;
        if (filing.AskedBy == cemetery.By.Id) return DossierProblems.TwoPersons;
        if (Checklist.Count(await desk.ChecklistAsync(filing.DossierId, ct)).Missing != filing.Missing) return DossierProblems.GapsChanged;
        if (!(await cemetery.NumberAsync("cemetery-dossier", opened.Right.Institution!, ct)).Try(out var number, out problem)) return problem;
        var until = cemetery.Rules.DueOrNone("archive.retention", opened.Right.Division, cemetery.Now);
        if (!filing.File(number, until, cemetery.By.Id, cemetery.Now).Try(out _, out problem)) return problem;
        opened.Right.Tell("dossier.filed", new { number, filing.Missing });
        return new Reply(number, until);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ConfirmDossier, Request, Reply>("/cemetery/dossiers/confirm");
}
