using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Messages;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Assignments;

/// <summary>Somebody left or went to other work: their open cases become the successor's, each with a line in its journal.</summary>
internal sealed class WhenWorkHandedOver(AnminDb db, TimeProvider clock) : IReaction<WorkHandedOver>
{
    public async Task HandleAsync(WorkHandedOver fact, CancellationToken ct)
    {
        var now = new DateTimeOffset(clock.GetUtcNow().UtcTicks / 10 * 10, TimeSpan.Zero);
        foreach (var former in await db.Set<Assignment>().Where(a => a.Staff == fact.From && a.SubjectKind == "funeral.case" && a.EndedAt == null).ToListAsync(ct))
        {
            former.EndedAt = now;
            var opened = await db.DeathCases.Include(c => c.Holds).SingleAsync(c => c.Id == former.Subject, ct);
            // a case that is over needs nobody
            if (!opened.NoteAssigned(fact.To).Ok) continue;
            db.Add(new Assignment { Subject = opened.Id, SubjectKind = opened.SubjectKind, Staff = fact.To, At = now, By = fact.By });
        }
    }
}
