using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Plan;
using Anmin.Cemetery.Rights;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Bench.Cemetery;

/// <summary>The plan of one section as the product opens it: GetSectionPlan through the Gate, then the page over HTTP; on the large ground beside the small one.</summary>
internal static class PlanBench
{
    private const double GoalMilliseconds = 150;

    public static async Task RunAsync(BenchDatabase database, Settings settings, Ratios ratios, string large, string small, CancellationToken ct)
    {
        var (ofLarge, ofSmall) = (await SectionsAsync(database, large, ct), await SectionsAsync(database, small, ct));
        foreach (var section in (Guid[])[ofLarge[0], ofLarge[^1], ofSmall[0]]) await ProveAsync(database, section, ct);
        var rounds = await Rounds.RunAsync(settings.Quick ? 20 : 60, i => OpenAsync(database, ofLarge, i), i => OpenAsync(database, ofSmall, i));
        Say(ratios, $"cemetery.plan.{database.Name}", rounds, "GetSectionPlan, one section of 2000");

        await using (var pages = await PageVisits.StartAsync(database, "市局"))
        {
            var (first, other) = (await pages.OpenAsync(large, ofLarge[0]), await pages.OpenAsync(small, ofSmall[0]));
            OracleException.Equal(true, first.Bytes > 100_000 && other.Bytes > 100_000, "a page with a plan in it");
            var visits = await Rounds.RunAsync(settings.Quick ? 10 : 30, async i => (await pages.OpenAsync(large, ofLarge[i % ofLarge.Count])).Seconds, async i => (await pages.OpenAsync(small, ofSmall[i % ofSmall.Count])).Seconds);
            Say(ratios, $"cemetery.plan-page.{database.Name}", visits, $"/work/cemetery over HTTP, {first.Bytes / 1024} KiB; nothing of it kept between visits");
        }
        var counters = await Rounds.RunAsync(settings.Rounds * 3, _ => Rounds.TimeAsync(() => database.ScalarAsync($"select sum(free) from cemetery_section where institution = '{large}'")),
            _ => Rounds.TimeAsync(() => database.ScalarAsync($"select sum(n) from (select section_id, count(*) n from cemetery_position where institution = '{large}' and state = 'Available' group by section_id) x")));
        ratios.Say($"cemetery.counters.{database.Name}", Ratios.Milliseconds(counters.OursMedian * 1000), "count-group-by:" + Ratios.Milliseconds(counters.PeerMedian * 1000), counters.Ratio, "<=0.2", counters.Ratio <= 0.2);
    }

    private static void Say(Ratios ratios, string line, Rounds.Result rounds, string note)
    {
        var (median, p95) = (rounds.OursMedian * 1000, rounds.Ours.Order().ElementAt((int)(rounds.Ours.Count * 0.95)) * 1000);
        ratios.Say(line, Ratios.Milliseconds(median), "small-ground:" + Ratios.Milliseconds(rounds.PeerMedian * 1000), rounds.Ratio, "<=1.3, <=150ms", rounds.Ratio <= 1.3 && median <= GoalMilliseconds, $"p95={Ratios.Milliseconds(p95)}, {note}, {Rounds.Load()}");
    }

    private static async Task<List<Guid>> SectionsAsync(BenchDatabase database, string ground, CancellationToken ct)
    {
        List<Guid> sections = [];
        await database.WithAsync(async db => sections = await db.Set<Section>().AsNoTracking().Where(s => s.Institution == ground && s.Code != SavePeer.Code).OrderBy(s => s.Ordinal).Select(s => s.Id).ToListAsync(ct));
        return sections;
    }

    /// <summary>What the plan says against the tables: every position, every holder, everybody who rests there.</summary>
    private static async Task ProveAsync(BenchDatabase database, Guid section, CancellationToken ct)
    {
        var plan = await database.RunAsync(s => s.GetRequiredService<GetSectionPlan>(), new GetSectionPlan.Request(section));
        await database.WithAsync(async db =>
        {
            var positions = await db.Set<Position>().AsNoTracking().Where(p => p.SectionId == section).ToDictionaryAsync(p => p.Id, ct);
            var rights = await db.Set<PlotRight>().AsNoTracking().Where(r => db.Set<Position>().Any(p => p.SectionId == section && p.Id == r.PositionId)).ToListAsync(ct);
            var resting = await db.Set<Interment>().AsNoTracking().Where(i => db.Set<Position>().Any(p => p.SectionId == section && p.Id == i.PositionId)).ToListAsync(ct);
            OracleException.Equal(positions.Count, plan.Cells.Count, "positions of the plan");
            OracleException.Equal(positions.Values.Count(p => p.IsFree), plan.Free, "free on the plan");
            OracleException.Equal(rights.Count, plan.Cells.Count(c => c.Names is not null), "cells with a name");
            foreach (var (person, cell) in resting.Join(plan.Cells, i => i.PositionId, c => c.Id, (i, c) => (i.PersonName.Text, c.Names)))
                OracleException.Equal(true, cell!.Contains(person, StringComparison.Ordinal), "who rests in a cell");
        });
    }

    private static Task<double> OpenAsync(BenchDatabase database, List<Guid> sections, int round)
        => Rounds.TimeAsync(() => database.RunAsync(s => s.GetRequiredService<GetSectionPlan>(), new GetSectionPlan.Request(sections[round % sections.Count])));
}
