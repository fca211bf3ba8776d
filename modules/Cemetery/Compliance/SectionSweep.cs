using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Fees;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Compliance;

/// <summary>Looks at the positions of a section a page at a time: a handful of set queries a page, whatever the size of the ground.</summary>
internal sealed class SectionSweep(AnminDb db)
{
    private const int Page = 1000;

    private sealed record Spot(Guid Id, string Code, string Place, PlotFacts Facts);

    private sealed record Held(Guid Id, Guid PositionId, RightKind Kind, DateOnly SignedOn, RightBasis Basis, bool HasNumber, bool HasCase, DateOnly? CarePaidUntil);

    private sealed record Resting(Guid PositionId, IntermentKind Kind, bool Rests, RightState Right, RightEnding? Ending);

    /// <summary>Pages of evidence, each with all positions it is about: what is not in it any more has been cleared.</summary>
    public async IAsyncEnumerable<(IReadOnlyList<Guid> Positions, IReadOnlyList<Evidence> Found)> SweepAsync(Section section, Ground ground, PlotLaw law, DateOnly today, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        for (var last = ""; ;)
        {
            var after = last;
            var rows = await db.Positions.AsNoTracking().Where(p => p.SectionId == section.Id && p.Code.CompareTo(after) > 0).OrderBy(p => p.Code).Take(Page)
                .Select(p => new { p.Id, p.Code, p.Row, p.Layer, p.Number, p.Capacity, p.ForBody, p.AreaCm2, p.Stone, p.StoneHeightCm, p.HardenedCm2 }).ToListAsync(ct);
            if (rows.Count == 0) yield break;
            var spots = rows.ConvertAll(p => new Spot(p.Id, p.Code, PositionWords.Of(section.Name, section.Kind, p.Row, p.Layer, p.Number), new PlotFacts(section.Kind, p.Capacity, p.ForBody, p.AreaCm2, p.Stone, p.StoneHeightCm, p.HardenedCm2)));
            yield return (spots.ConvertAll(s => s.Id), await JudgeAsync(spots, ground, law, today, ct));
            if (rows.Count < Page) yield break;
            last = rows[^1].Code;
        }
    }

    private async Task<IReadOnlyList<Evidence>> JudgeAsync(List<Spot> spots, Ground ground, PlotLaw law, DateOnly today, CancellationToken ct)
    {
        var ids = spots.ConvertAll(s => s.Id);
        var rights = await db.PlotRights.AsNoTracking().Where(r => ids.Contains(r.PositionId) && (r.State == RightState.Signed || r.State == RightState.Paid || r.State == RightState.Active) && r.SignedOn != null && r.Basis != null)
            .Select(r => new Held(r.Id, r.PositionId, r.Kind, r.SignedOn!.Value, r.Basis!.Value, r.BasisNumber != null && r.BasisNumber != "", r.CaseId != null, r.CarePaidUntil)).ToDictionaryAsync(r => r.PositionId, ct);
        var rightIds = rights.Values.Select(r => r.Id).ToList();
        var terms = (await db.RightTerms.AsNoTracking().Where(t => rightIds.Contains(t.RightId)).Select(t => new { t.RightId, t.Seq, t.From, t.Until, t.AgreedOn }).ToListAsync(ct)).ToLookup(t => t.RightId);
        var paid = (await db.FeeEntries.AsNoTracking().Where(f => rightIds.Contains(f.RightId) && f.Kind == FeeKind.Payment).Select(f => new { f.RightId, f.From, f.Until, f.On }).ToListAsync(ct)).ToLookup(f => f.RightId);
        var resting = (await (from i in db.Interments.AsNoTracking()
                              join r in db.PlotRights.AsNoTracking() on i.RightId equals r.Id
                              where ids.Contains(i.PositionId)
                              select new Resting(i.PositionId, i.Kind, i.RemovedOn == null, r.State, r.Ending)).ToListAsync(ct)).ToLookup(i => i.PositionId);
        var found = new List<Evidence>();
        foreach (var spot in spots)
        {
            var right = rights.GetValueOrDefault(spot.Id);
            var here = resting[spot.Id].ToList();
            var day = right?.SignedOn ?? today;
            foreach (var breach in law.Sizes(spot.Facts, ground.Nature, day)) Add(breach, right?.Id, day);
            foreach (var breach in Burials(spot, here, law, today)) Add(breach, right?.Id, today);
            if (right is null) continue;
            if (law.Sale(right.Basis, right.HasNumber, right.HasCase, here.Count > 0, day) is { } sale) Add(sale, right.Id, day);
            if (terms[right.Id].Select(t => (Breach: law.Term(right.Kind, t.From, t.Until, t.AgreedOn), t.AgreedOn)).FirstOrDefault(t => t.Breach is not null) is { Breach: { } term, AgreedOn: var agreed }) Add(term, right.Id, agreed);
            // what was taken at once: each payment of the ledger, and what the latest contract or renewal carried
            var prepaid = paid[right.Id].Select(p => (Breach: law.Prepaid(p.From, p.Until, p.On), Day: p.On));
            if (right.CarePaidUntil is { } until && terms[right.Id].OrderBy(t => t.Seq).LastOrDefault() is { } latest) prepaid = prepaid.Append((law.Prepaid(latest.From, until, latest.AgreedOn), latest.AgreedOn));
            if (prepaid.FirstOrDefault(p => p.Breach is not null) is { Breach: { } care, Day: var taken }) Add(care, right.Id, taken);

            void Add(Breach breach, Guid? of, DateOnly on) => found.Add(new(breach.Rule, spot.Id, of, spot.Place, breach.Allowed, breach.Found, breach.Over, breach.Source, on));
        }
        return found;
    }

    private static IEnumerable<Breach> Burials(Spot spot, List<Resting> here, PlotLaw law, DateOnly today)
    {
        var now = here.FindAll(i => i.Rests);
        if (now.Count > spot.Facts.Capacity) yield return new(ComplianceRule.TooManyBuried, $"安葬{spot.Facts.Capacity}人", $"安葬{now.Count}人", $"{now.Count - spot.Facts.Capacity}人", "墓位登记的容量");
        if (now.Count(i => i.Right != RightState.Active) is > 0 and var without) yield return new(ComplianceRule.BuriedWithoutRight, "有使用权才能安葬", $"{without}人没有有效的使用权", "", "墓位使用合同");
        if (now.Count(i => i.Kind == IntermentKind.Body) is > 0 and var bodies && (!spot.Facts.ForBody || law.Find("plot.body", today) is { Value: "forbidden" }))
            yield return new(ComplianceRule.BodyInPlot, spot.Facts.ForBody ? "不得埋葬遗体" : "只安葬骨灰", $"遗体{bodies}具", "", law.Find("plot.body", today)?.Source ?? "墓位登记为骨灰墓位");
    }
}
