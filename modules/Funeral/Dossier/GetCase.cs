using Anmin.Funeral.Attachments;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Dossier;

/// <summary>案卷页: one case whole, personal data masked. "Not yours" and "not there" answer alike.</summary>
internal sealed class GetCase(AnminDb db, CaseViewMaker maker, CommandContext context) : IQuestion<GetCase.Request, CaseView>
{
    public sealed record Request(Guid Id);

    public Permission Permission => FuneralPermissions.ReadCases;

    public async Task<Outcome<CaseView>> HandleAsync(Request request, CancellationToken ct)
    {
        var found = await CaseFile.Whole(db.DeathCases).Include(c => c.Moves).Include(c => c.Corrections).AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.Id, ct);
        if (found is null) return KernelProblems.NotFound;
        // opening the record is a look: "who looked at this person" must know it
        context.About(found.Id);
        var journal = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == found.Id).OrderBy(e => e.Seq).ToListAsync(ct);
        // who looked at hidden data is part of the record, though not of the journal
        var looks = await db.Set<AuditRow>().AsNoTracking().Where(a => a.Subject == found.Id && (a.UseCase.StartsWith("Reveal") || a.UseCase == nameof(SeeAttachment)) && a.Result == "ok")
            .OrderByDescending(a => a.Id).Take(50).ToListAsync(ct);
        return await maker.MakeAsync(found, journal, looks, ct);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetCase, Request, CaseView>("/cases/{id:guid}");
}
