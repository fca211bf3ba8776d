using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Deposits;
using Anmin.Cemetery.Dossiers;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Cemetery.Tests.Burials;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Funeral.Ashes;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Deposits;

/// <summary>An upgrade from the release in which the home's own room kept the niches: what is laid after every migration copies them, once.</summary>
public abstract class FormerNichesTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task Niches_of_the_release_before_and_who_rests_there_come_over_once()
    {
        var (kept, gone) = (await App.CrematedAsync(), await App.CrematedAsync());
        var (right, ended) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await App.ReadAsync(async db =>
        {
            foreach (var (id, cabinet, number) in new[] { ("old-a", "3", 1), ("old-b", "3", 2), ("old-c", "4", 1) })
                await db.Database.ExecuteSqlAsync($"insert into funeral_niche (id, institution, room, cabinet, layer, number) values ({id}, 'fh-1', '旧寄存室', {cabinet}, 2, {number})");
            await OldRightAsync(db, right, "old-a", kept, ended: null);
            await OldRightAsync(db, ended, "old-b", gone, ended: new(2025, 12, 31));
            return await db.Database.ExecuteSqlAsync($"update funeral_ashes set status = 'Deposited', place_id = 'old-a' where number = {kept.Ashes}");
        });
        await UpgradeAsync();

        var section = await App.ReadAsync(db => db.Sections.AsNoTracking().FirstAsync(s => s.Name == "旧寄存室"));
        (section.Kind, section.Institution, section.Division, section.Total, section.Free).ShouldBe((SectionKind.Niches, "fh-1", "321302001", 3, 2));
        var positions = await App.ReadAsync(db => db.Positions.AsNoTracking().Where(p => p.SectionId == section.Id).OrderBy(p => p.Code).ToListAsync());
        positions.Select(p => (p.Code, p.Row, p.Layer, p.Number, p.State)).ShouldBe([("old-a", 3, 2, 1, PositionState.Occupied), ("old-b", 3, 2, 2, PositionState.Available), ("old-c", 4, 2, 1, PositionState.Available)]);
        var copied = await App.RightAsync(right);
        (copied.Kind, copied.State, copied.Number, copied.PositionId, copied.CaseId).ShouldBe((RightKind.Deposit, RightState.Active, "JC-" + kept.Ashes, positions[0].Id, kept.Case));
        (copied.HolderName!.Text, copied.UserName!.Text, copied.BasisNumber).ShouldBe(("周建国", "周桂兰", kept.Certificate));
        copied.Terms.Select(t => (t.From, t.Until)).ShouldBe([(new(2025, 1, 1), new(2027, 12, 31))]);
        var resting = await App.ReadAsync(db => db.Interments.AsNoTracking().SingleAsync(i => i.PositionId == positions[0].Id));
        (resting.Ashes, resting.CaseId, resting.Kind, resting.RemovedOn, resting.RightId).ShouldBe((kept.Ashes, kept.Case, IntermentKind.Deposit, null, right));
        (await App.ReadAsync(db => db.PlotRights.AnyAsync(r => r.Id == ended))).ShouldBeFalse();
        (await App.ReadAsync(db => db.Dossiers.CountAsync(d => d.Id == right))).ShouldBe(1);

        var before = await CountsAsync();
        await UpgradeAsync();
        (await CountsAsync()).ShouldBe(before);
        (await App.As("骨灰").RunAsync(s => s.GetRequiredService<TakeDeposit>(), new TakeDeposit.Request(gone.Ashes, "old-a", 1, null))).Code().ShouldBe("cemetery.position.taken");
    }

    private static Task<int> OldRightAsync(AnminDb db, Guid id, string niche, Cremated of, DateOnly? ended)
    {
        var (from, until) = (new DateOnly(2025, 1, 1), new DateOnly(2027, 12, 31));
        return db.Database.ExecuteSqlAsync($"insert into funeral_niche_right (id, niche_id, ashes_id, case_id, \"from\", until, ended_on) select {id}, {niche}, a.id, a.case_id, {from}, {until}, {ended} from funeral_ashes a where a.number = {of.Ashes}");
    }

    /// <summary>What runs after every migration.</summary>
    private Task<bool> UpgradeAsync() => App.ReadAsync(async db =>
    {
        await Guards.ApplyAsync(db, TestContext.Current.CancellationToken);
        return true;
    });

    private Task<(int, int, int, int, int)> CountsAsync() => App.ReadAsync(async db => (await db.Sections.CountAsync(), await db.Positions.CountAsync(), await db.PlotRights.CountAsync(), await db.RightTerms.CountAsync(), await db.Interments.CountAsync()));
}

public sealed class FormerNichesOnSqlite(SqliteApp app) : FormerNichesTests(app), IClassFixture<SqliteApp>;

public sealed class FormerNichesOnPostgres(PostgresApp app) : FormerNichesTests(app), IClassFixture<PostgresApp>;
