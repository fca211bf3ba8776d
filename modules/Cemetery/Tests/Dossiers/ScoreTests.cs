using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Dossiers;
using Anmin.Cemetery.Dossiers.Counting;
using Anmin.Cemetery.Dossiers.Papers;
using Anmin.Cemetery.Dossiers.Showing;
using Anmin.Cemetery.Rights;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Dossiers;

/// <summary>Random lives of rights: after every step what the triggers kept is what a count from scratch finds, and every section adds up.</summary>
public abstract class ScoreTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Theory]
    [InlineData(1), InlineData(7), InlineData(42)]
    public async Task Kept_equals_counted_along_random_lives(int seed)
    {
        var random = new Random(seed);
        var positions = await App.PositionsAsync(4, capacity: 6);
        var rights = new List<Guid>();
        foreach (var position in positions) rights.Add(await App.ActiveAsync(position));
        for (var step = 0; step < 30; step++)
        {
            await StepAsync(random, rights[random.Next(rights.Count)], step);
            if (step % 5 == 4) await SameAsync(rights, $"seed {seed}, step {step}");
        }
        await SameAsync(rights, $"seed {seed}, end");
        var section = positions[0].SectionId;
        var (tally, sum) = await App.ReadAsync(async db => (await db.DossierTallies.AsNoTracking().FirstAsync(t => t.Id == section), await db.Dossiers.AsNoTracking().Where(d => d.SectionId == section && d.Standing == DossierStanding.Current).ToListAsync()));
        (tally.Dossiers, tally.ScoreSum, tally.Complete).ShouldBe((sum.Count, sum.Sum(d => (long)d.Score), sum.Count(d => d.Score == 100)));
    }

    [Fact]
    public async Task A_row_that_was_spoilt_is_found_mended_and_reported()
    {
        var right = await App.ActiveAsync((await App.PositionsAsync())[0]);
        var before = await App.ReadAsync(db => db.Dossiers.AsNoTracking().FirstAsync(d => d.Id == right));
        var id = App.Kind == Kernel.Data.DatabaseKind.Sqlite ? right.ToString().ToUpperInvariant() : right.ToString();
        await App.SqlAsync($"update cemetery_dossier set score = 3, missing = ' other ' where id = '{id}'");
        var job = App.Services.GetServices<Kernel.Jobs.IJob>().OfType<RecountRound>().Single();
        await job.RunAsync(null!, TestContext.Current.CancellationToken);
        var after = await App.ReadAsync(db => db.Dossiers.AsNoTracking().FirstAsync(d => d.Id == right));
        (after.Score, after.Missing).ShouldBe((before.Score, before.Missing));
        var told = await App.ReadAsync(db => db.DossierCounts.AsNoTracking().OrderByDescending(c => c.Id).FirstAsync());
        told.ShouldSatisfyAllConditions(t => t.Mended.ShouldBe(1), t => t.First.ShouldBe(right.ToString()), t => t.Counted.ShouldBeGreaterThan(0));
        Yard.Must(await App.As("公墓档案").RunAsync(s => s.GetRequiredService<GetDossierTotals>(), new GetDossierTotals.Request())).Counted!.Mended.ShouldBe(1);
    }

    private async Task StepAsync(Random random, Guid right, int step)
    {
        string[] items = ["holder-id", "process-sheet", "death-proof", "renewal", "name-change", "removal", "ending", "other", "contract"];
        var archive = App.As("公墓档案");
        switch (random.Next(7))
        {
            case 0 or 1 or 2:
                Yard.Must(await archive.RunAsync(s => s.GetRequiredService<AddDossierPapers>(), DossierTests.Papers(right, items[random.Next(items.Length)], Scans.Png((byte)step))));
                break;
            case 3:
                if (await App.ReadAsync(db => db.DossierPapers.AsNoTracking().Where(p => p.DossierId == right && p.State == PaperState.Current).OrderBy(p => p.Id).Select(p => (Guid?)p.Id).FirstOrDefaultAsync()) is { } paper)
                    Yard.Must(await archive.RunAsync(s => s.GetRequiredService<WithdrawDossierPaper>(), new WithdrawDossierPaper.Request(paper, "放错了档案")));
                break;
            default:
                Yard.Must(await App.As("公墓销售").RunAsync(s => ActivatorUtilities.CreateInstance<Live>(s), new Live.Request(right, random.Next(6), step)));
                break;
        }
    }

    private async Task SameAsync(IReadOnlyList<Guid> rights, string when)
    {
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        var desk = scope.ServiceProvider.GetRequiredService<DossierDesk>();
        var lines = await desk.ChecklistsAsync([.. rights], null, TestContext.Current.CancellationToken);
        var kept = await App.ReadAsync(db => db.Dossiers.AsNoTracking().Where(d => rights.Contains(d.Id)).ToListAsync());
        kept.Count.ShouldBe(rights.Count);
        foreach (var dossier in kept) Checklist.Count(lines[dossier.Id]).ShouldBe(new Completeness(dossier.Needed, dossier.Held, dossier.Score, dossier.Missing), when);
    }
}

public sealed class ScoreOnSqlite(SqliteApp app) : ScoreTests(app), IClassFixture<SqliteApp>;

public sealed class ScoreOnPostgres(PostgresApp app) : ScoreTests(app), IClassFixture<PostgresApp>;

/// <summary>One thing that may happen to a right; nothing where it cannot.</summary>
internal sealed class Live(CemeteryDesk desk) : IUseCase<Live.Request, Done>
{
    private static int people;

    public sealed record Request(Guid Right, int What, int Step);

    public Permission Permission => CemeteryPermissions.ReadGrounds;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var right = await desk.Db.PlotRights.Include(r => r.Terms).FirstAsync(r => r.Id == request.Right, ct);
        var resting = await desk.Db.Interments.Where(i => i.RightId == right.Id && i.RemovedOn == null).ToListAsync(ct);
        if (right.State != RightState.Active) return Done.It;
        switch (request.What)
        {
            case 0 or 1 when resting.Count < 5:
                desk.Db.Add(Interment.Of(right, IntermentKind.Urn, PersonName.Parse("周桂兰").Value!, null, request.What == 0 ? Guid.CreateVersion7() : null, $"GH-D-{Interlocked.Increment(ref people)}", 0, null, null, desk.Today, desk.By));
                break;
            case 2 when resting.Count > 0:
                Yard.Must(resting[0].Remove(desk.Today, "迁往别处"));
                break;
            case 3:
                Yard.Must(right.Renew(right.TermUntil!.Value.AddYears(5), null, 100, desk.By, desk.Today, desk.Now));
                break;
            case 4:
                Yard.Must(right.PassOn(PersonName.Parse("周建" + (char)('一' + request.Step)).Value!, null, null, "子女", "继承", desk.Now));
                break;
            case 5 when resting.Count == 0 && request.Step > 20:
                Yard.Must(right.End(RightEnding.Returned, desk.Today, desk.Now));
                break;
        }
        return Done.It;
    }
}
