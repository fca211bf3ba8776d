using Anmin.Funeral.Arrangement;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Desk;

/// <summary>One clerk's drafts. Nobody else's: what is not submitted is nobody's business yet.</summary>
internal sealed class DeskDrafts(CaseFile file)
{
    public Task<DeskDraft?> FindAsync(Guid id, CancellationToken ct) => file.Db.Set<DeskDraft>().SingleOrDefaultAsync(d => d.Id == id && d.Owner == file.By.Id, ct);

    public Task<DeskDraft?> OfCaseAsync(Guid caseId, CancellationToken ct) => file.Db.Set<DeskDraft>().SingleOrDefaultAsync(d => d.CaseId == caseId && d.Owner == file.By.Id, ct);

    /// <summary>The draft with this change in it, begun if there is none. A case's draft is one, whichever page began it.</summary>
    public async Task<Outcome<DeskDraft>> KeepAsync(Guid id, Guid? caseId, IReadOnlyDictionary<string, string> changed, CancellationToken ct)
    {
        if (DeskForm.Check(changed) is { } bad) return bad;
        if (id == Guid.Empty) return ArrangementProblems.FieldUnknown;
        var draft = await FindAsync(id, ct) ?? (caseId is { } of ? await OfCaseAsync(of, ct) : null);
        if (draft is not null && draft.CaseId != caseId) return KernelProblems.NotFound;
        // somebody else's id, or one that was just submitted from another window, is not begun anew under the same name
        if (draft is null && await file.Db.Set<DeskDraft>().AnyAsync(d => d.Id == id, ct)) return KernelProblems.NotFound;
        if (draft is null)
        {
            draft = DeskDraft.Begin(id, file.By.Id, caseId);
            file.Db.Add(draft);
        }
        draft.Change(changed, file.Now);
        return draft;
    }
}

/// <summary>保存洽谈草稿: the fields that changed, each as soon as it is left.</summary>
internal sealed class SaveDeskDraft(CaseFile file, DeskDrafts drafts) : IUseCase<SaveDeskDraft.Request, SaveDeskDraft.Reply>
{
    /// <param name="CaseId">Null for a new case.</param>
    public sealed record Request(Guid DraftId, Guid? CaseId, IReadOnlyDictionary<string, string> Fields);

    /// <param name="Saved">Local time, as the page shows it.</param>
    public sealed record Reply(Guid DraftId, string Saved);

    public Permission Permission => FuneralPermissions.Arrange;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.CaseId is { } caseId && !(await file.OpenAsync(caseId, ct)).Try(out _, out var problem)) return problem;
        return (await drafts.KeepAsync(request.DraftId, request.CaseId, request.Fields, ct)).Try(out var draft, out problem) ? new Reply(draft.Id, Certificates.Words.Clock(file.Now, file.Zone)) : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SaveDeskDraft, Request, Reply>("/arrangements/drafts");
}

/// <summary>放弃草稿.</summary>
internal sealed class DropDeskDraft(CaseFile file, DeskDrafts drafts) : IUseCase<DropDeskDraft.Request, Done>
{
    public sealed record Request(Guid DraftId);

    public Permission Permission => FuneralPermissions.Arrange;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await drafts.FindAsync(request.DraftId, ct) is not { } draft) return KernelProblems.NotFound;
        file.Db.Remove(draft);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<DropDeskDraft, Request, Done>("/arrangements/drafts/drop");
}
