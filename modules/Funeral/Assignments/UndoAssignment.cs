using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Assignments;

/// <summary>撤销分派: the case goes back to whom it was with before, or to nobody; only one's own act, and only while nobody has assigned it anew.</summary>
internal sealed class UndoAssignment(CaseFile file) : IUseCase<UndoAssignment.Request, Done>
{
    /// <param name="Clerk">Whom it was assigned to.</param>
    public sealed record Request(Guid CaseId, string Clerk);

    public Permission Permission => FuneralPermissions.AssignCase;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        var all = await file.Db.Set<Assignment>().Where(a => a.Subject == opened.Id).ToListAsync(ct);
        if (all.Find(a => a.EndedAt is null) is not { } now || now.Staff != request.Clerk || now.By != file.By.Id) return FuneralProblems.AssignedSince;
        var former = all.Find(a => a.Id != now.Id && a.EndedAt == now.At);
        now.EndedAt = file.Now;
        if (former is null)
        {
            opened.NoteUnassigned();
            return Done.It;
        }
        if (!opened.NoteAssigned(former.Staff).Try(out _, out problem)) return problem;
        file.Db.Add(new Assignment { Subject = opened.Id, SubjectKind = opened.SubjectKind, Staff = former.Staff, At = file.Now, By = file.By.Id });
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<UndoAssignment, Request, Done>("/cases/assignment/undo");
}
