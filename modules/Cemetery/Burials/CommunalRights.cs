using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Burials;

/// <param name="Paper">Certificate or label the first burial there rested on.</param>
internal sealed record CommunalBasis(PersonName Holder, string Relation, string? Paper, Guid? CaseId);

/// <summary>An eco place where many rest has one right of its own, without a last day: burials there are held by it.</summary>
internal sealed class CommunalRights(CemeteryDesk desk)
{
    public async Task<Outcome<PlotRight>> OfAsync(Position place, CommunalBasis basis, CancellationToken ct)
    {
        if (await desk.Db.Interments.CountAsync(i => i.PositionId == place.Id && i.RemovedOn == null, ct) >= place.Capacity) return CemeteryProblems.NoRoom;
        if (await desk.Db.PlotRights.FirstOrDefaultAsync(r => r.PositionId == place.Id && r.State == RightState.Active && r.Kind == RightKind.Eco, ct) is { } there) return there;
        if (!place.IsFree) return CemeteryProblems.NotFree;
        if (!(await desk.NumberAsync("burial-certificate", place.Institution!, ct)).Try(out var number, out var problem)) return problem;
        var right = PlotRight.Hold(place, RightKind.Eco, null, null, desk.Now.AddMinutes(1), desk.By, desk.Now);
        var terms = new ContractTerms(number, basis.Holder, null, null, basis.Relation, RightBasis.CremationCertificate, basis.Paper, basis.CaseId, null, null, null, desk.Today, null, null, 0, 0, null, desk.Now.AddMinutes(1));
        if (!right.Sign(terms, 0, desk.By, desk.Today, desk.Now).Try(out _, out problem) || !right.Pay(desk.Now).Try(out _, out problem) || !right.Activate(number, desk.Now).Try(out _, out problem)) return problem;
        desk.Db.Add(right);
        return right;
    }
}
