using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Dossiers.Showing;

/// <summary>档案完整度 by ground and section, from the kept tallies: no look counts a whole ground.</summary>
internal sealed class GetDossierTotals(DossierDesk desk) : IQuestion<GetDossierTotals.Request, GetDossierTotals.Reply>
{
    public sealed record Request;

    /// <param name="Score">Mean of the scores, 0 to 100; null without dossiers.</param>
    public sealed record SectionLine(Guid Id, string Name, int Dossiers, int Complete, int? Score);

    public sealed record GroundLine(string Institution, string Name, int Dossiers, int Complete, int? Score, IReadOnlyList<SectionLine> Sections);

    public sealed record Item(string Id, string Name);

    public sealed record LastCount(DateTimeOffset At, int Counted, int Mended);

    public sealed record Reply(IReadOnlyList<GroundLine> Grounds, IReadOnlyList<Item> Items, LastCount? Counted);

    public Permission Permission => CemeteryPermissions.ReadDossiers;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var db = desk.Cemetery.Db;
        var tallies = await db.DossierTallies.AsNoTracking().ToListAsync(ct);
        var ids = tallies.ConvertAll(t => t.Id);
        var sections = await db.Sections.AsNoTracking().Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Name, s.Ordinal }).ToDictionaryAsync(s => s.Id, ct);
        var grounds = tallies.Where(t => t.Dossiers > 0 && sections.ContainsKey(t.Id)).GroupBy(t => t.Institution ?? "").OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new GroundLine(g.Key, desk.Cemetery.Institution(g.Key)?.Name ?? g.Key,
            g.Sum(t => t.Dossiers), g.Sum(t => t.Complete), Mean(g.Sum(t => t.ScoreSum), g.Sum(t => t.Dossiers)),
            [.. g.OrderBy(t => sections[t.Id].Ordinal).ThenBy(t => sections[t.Id].Name, StringComparer.Ordinal).Select(t => new SectionLine(t.Id, sections[t.Id].Name, t.Dossiers, t.Complete, Mean(t.ScoreSum, t.Dossiers)))])).ToList();
        var last = await db.DossierCounts.AsNoTracking().OrderByDescending(c => c.Id).Select(c => new LastCount(c.At, c.Counted, c.Mended)).FirstOrDefaultAsync(ct);
        return new Reply(grounds, [.. (await desk.ItemsAsync(ct)).Where(i => i.Required).Select(i => new Item(i.Id, i.Name))], last);
    }

    private static int? Mean(long sum, int count) => count == 0 ? null : (int)(sum / count);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetDossierTotals, Request, Reply>("/cemetery/dossiers/totals");
}
