using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Bench.Cemetery;

/// <summary>What the plan of one section reads, by a query of the same shape as the product's: sections with their counters, positions, who has them, who rests there.</summary>
internal static class PlanBench
{
    private const double GoalMilliseconds = 150;

    public static async Task RunAsync(BenchDatabase database, Settings settings, Ratios ratios, string large, string small, CancellationToken ct)
    {
        foreach (var ground in (string[])[large, small])
        {
            var expected = await database.ScalarAsync($"select max(total) from cemetery_section where institution = '{ground}' and code <> 'PEER'");
            OracleException.Equal(expected, await PlanAsync(database, ground, 0, ct), "positions of the plan");
        }
        var rounds = await Rounds.RunAsync(settings.Quick ? 20 : 60, i => TimedAsync(database, large, i, ct), i => TimedAsync(database, small, i, ct));
        var (median, p95) = (rounds.OursMedian * 1000, rounds.Ours.Order().ElementAt((int)(rounds.Ours.Count * 0.95)) * 1000);
        ratios.Say($"cemetery.plan.{database.Name}", Ratios.Milliseconds(median), "small-ground:" + Ratios.Milliseconds(rounds.PeerMedian * 1000), rounds.Ratio, "<=1.3, <=150ms", rounds.Ratio <= 1.3 && median <= GoalMilliseconds, $"p95={Ratios.Milliseconds(p95)}, one section of 2000");
        var counters = await Rounds.RunAsync(settings.Rounds * 3, _ => Rounds.TimeAsync(() => database.ScalarAsync($"select sum(free) from cemetery_section where institution = '{large}'")),
            _ => Rounds.TimeAsync(() => database.ScalarAsync($"select sum(n) from (select section_id, count(*) n from cemetery_position where institution = '{large}' and state = 'Available' group by section_id) x")));
        ratios.Say($"cemetery.counters.{database.Name}", Ratios.Milliseconds(counters.OursMedian * 1000), "count-group-by:" + Ratios.Milliseconds(counters.PeerMedian * 1000), counters.Ratio, "<=0.2", counters.Ratio <= 0.2);
    }

    private static Task<double> TimedAsync(BenchDatabase database, string ground, int round, CancellationToken ct) => Rounds.TimeAsync(() => PlanAsync(database, ground, round, ct));

    private static async Task<long> PlanAsync(BenchDatabase database, string ground, int round, CancellationToken ct)
    {
        await using var scope = database.Request();
        var db = (AnminDb)scope.ServiceProvider.GetService(typeof(AnminDb))!;
        var sections = await db.Set<Section>().AsNoTracking().Where(s => s.Institution == ground && s.Code != "PEER").OrderBy(s => s.Ordinal).ThenBy(s => s.Code).Select(s => new { s.Id, s.Name, s.Total, s.Free }).ToListAsync(ct);
        var section = sections[round % sections.Count].Id;
        var positions = await db.Set<Position>().AsNoTracking().Where(p => p.SectionId == section).Select(p => new { p.Id, p.Row, p.Layer, p.Number, p.X, p.Y, p.Turn, p.State, p.Capacity }).ToListAsync(ct);
        var rights = await (from p in db.Set<Position>() join r in db.Set<PlotRight>() on p.Id equals r.PositionId where p.SectionId == section && (r.State == RightState.Held || r.State == RightState.Signed || r.State == RightState.Paid || r.State == RightState.Active) select new { r.PositionId, r.Number, r.State, r.TermUntil, r.CarePaidUntil, r.HolderName }).AsNoTracking().ToListAsync(ct);
        var resting = await (from p in db.Set<Position>() join i in db.Set<Interment>() on p.Id equals i.PositionId where p.SectionId == section && i.RemovedOn == null select new { i.PositionId, i.PersonName, i.InterredOn }).AsNoTracking().ToListAsync(ct);
        var by = (rights.ToLookup(r => r.PositionId), resting.ToLookup(r => r.PositionId));
        return positions.Count(p => by.Item1[p.Id].Count() <= 1 && by.Item2[p.Id].Count() <= p.Capacity);
    }
}
