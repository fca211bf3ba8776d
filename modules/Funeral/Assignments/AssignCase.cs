using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Assignments;

/// <summary>分派承办人: from now on the case is this colleague's to see through, and no longer the former one's.</summary>
internal sealed class AssignCase(CaseFile file, IStaffDirectory staff) : IUseCase<AssignCase.Request, Done>
{
    /// <param name="Clerk">Id of a member of staff of the home that has the case.</param>
    public sealed record Request(Guid CaseId, string Clerk);

    public Permission Permission => FuneralPermissions.AssignCase;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (staff.Find(request.Clerk) is not { Active: true } clerk || clerk.Institution != opened.Institution || staff.ActorOf(clerk.Id)?.May(FuneralPermissions.ReadCases) is not true)
            return FuneralProblems.ClerkUnknown with { Field = nameof(request.Clerk) };
        if (!opened.NoteAssigned(clerk.Id).Try(out _, out problem)) return problem;
        var now = file.Now;
        foreach (var former in await file.Db.Set<Assignment>().Where(a => a.Subject == opened.Id && a.EndedAt == null).ToListAsync(ct))
        {
            if (former.Staff == clerk.Id) return FuneralProblems.ClerkAlready;
            former.EndedAt = now;
        }
        file.Db.Add(new Assignment { Subject = opened.Id, SubjectKind = opened.SubjectKind, Staff = clerk.Id, At = now, By = file.By.Id });
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AssignCase, Request, Done>("/cases/assignment");
}
