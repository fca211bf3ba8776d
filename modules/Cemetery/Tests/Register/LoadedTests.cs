using Anmin.Cemetery.Dossiers;
using Anmin.Cemetery.Dossiers.Papers;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Register;
using Anmin.Cemetery.Register.Loading;
using Anmin.Cemetery.Register.Rows;
using Anmin.Cemetery.Register.Showing;
using Anmin.Cemetery.Tests.Dossiers;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Kernel.Actors;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Register;

/// <summary>What the database keeps and refuses while thousands of rows go in at once.</summary>
public abstract class LoadedTests(AppFixture fixture)
{
    private static int books;

    private TestApp App => fixture.App;

    [Fact]
    public async Task Dossiers_and_sums_of_a_loaded_section_are_what_counting_gives_also_after_papers_renewals_and_burials()
    {
        var section = $"入册{Interlocked.Increment(ref books)}区";
        // one renewal or none, two or three of them; nobody, one person or two; free places between
        var rows = Enumerable.Range(0, 90).Select(i => OldBook.Row(section, i).With(RegisterColumns.Capacity, "6")).Select((r, i) => (i % 5) switch
        {
            0 => r.With(RegisterColumns.Renewals[0], ""),
            1 => r.With(RegisterColumns.Renewals[1], "2050-04-04"),
            2 => r.With(RegisterColumns.Persons[0][0], "").With(RegisterColumns.Persons[0][2], "").With(RegisterColumns.Persons[0][3], "").With(RegisterColumns.Persons[1][0], "").With(RegisterColumns.Persons[1][2], ""),
            3 => RegisterColumns.All.Skip(RegisterColumns.At(RegisterColumns.Contract)).Aggregate(r, (row, column) => row.With(column, "")),
            _ => r,
        });
        (await LoadAsync(OldBook.Csv(rows))).LoadedRights.ShouldBe(72);
        var kept = await App.ReadAsync(db => db.Sections.AsNoTracking().FirstAsync(s => s.Name == section));
        (kept.Total, kept.Free).ShouldBe((90, 18));
        var rights = await App.ReadAsync(db => db.Dossiers.AsNoTracking().Where(d => d.SectionId == kept.Id).OrderBy(d => d.Id).Select(d => d.Id).ToListAsync());
        rights.Count.ShouldBe(72);
        await SameAsync(kept.Id, rights, "loaded");

        // what is there can go missing again: a renewal without its paper, one more person without a certificate
        foreach (var right in rights.Take(8))
        {
            foreach (var item in (string[])["renewal", "death-proof", "holder-id"])
                Yard.Must(await App.As("公墓档案").RunAsync(s => s.GetRequiredService<AddDossierPapers>(), DossierTests.Papers(right, item, Scans.Png((byte)rights.IndexOf(right)))));
            await SameAsync(kept.Id, rights, "papers");
            foreach (var what in (int[])[3, 1]) Yard.Must(await App.As("公墓销售").RunAsync(s => ActivatorUtilities.CreateInstance<Live>(s), new Live.Request(right, what, 1)));
            await SameAsync(kept.Id, rights, "renewed and buried");
        }
    }

    [Fact]
    public async Task A_place_on_top_of_another_is_refused_by_the_database_and_comes_back_alone()
    {
        var section = $"入册{Interlocked.Increment(ref books)}区";
        var rows = Enumerable.Range(0, 40).Select(i => OldBook.Row(section, i)).ToList();
        // ten centimetres beside its neighbour of 0.80 ㎡
        rows[17] = rows[17].With(RegisterColumns.X, "2410");
        rows[16][RegisterColumns.At(RegisterColumns.X)].ShouldBe("2400");
        var import = await LoadAsync(OldBook.Csv(rows));
        (import.State, import.LoadedPlots, import.BadRows).ShouldBe((RegisterState.Done, 39, 1));
        import.Faults.ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Row.ShouldBe(19), f => f.Reasons[0].ShouldContain(CemeteryProblems.SpotTaken.Message));
        (await App.ReadAsync(db => db.Sections.AsNoTracking().FirstAsync(s => s.Name == section))).Total.ShouldBe(39);
    }

    private async Task SameAsync(Guid section, IReadOnlyCollection<Guid> rights, string when)
    {
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        var lines = await scope.ServiceProvider.GetRequiredService<DossierDesk>().ChecklistsAsync(rights, null, TestContext.Current.CancellationToken);
        var (tally, all) = await App.ReadAsync(async db => (await db.DossierTallies.AsNoTracking().FirstAsync(t => t.Id == section), await db.Dossiers.AsNoTracking().Where(d => d.SectionId == section).ToListAsync()));
        foreach (var dossier in all) Checklist.Count(lines[dossier.Id]).ShouldBe(new Completeness(dossier.Needed, dossier.Held, dossier.Score, dossier.Missing), when);
        (tally.Dossiers, tally.ScoreSum, tally.Complete).ShouldBe((all.Count, all.Sum(d => (long)d.Score), all.Count(d => d.Score == 100)), when);
    }

    private async Task<GetRegister.Reply> LoadAsync(byte[] content)
    {
        var id = Yard.Must(await App.As("公墓档案").RunAsync(s => s.GetRequiredService<CheckRegister>(), new CheckRegister.Request("ce-1", "册.csv", content))).Id;
        Yard.Must(await App.As("公墓档案").RunAsync(s => s.GetRequiredService<ConfirmRegister>(), new ConfirmRegister.Request(id)));
        await RegisterRound.WholeAsync(App.Services.GetRequiredService<IServiceScopeFactory>(), id, TestContext.Current.CancellationToken);
        return Yard.Must(await App.As("公墓档案").RunAsync(s => s.GetRequiredService<GetRegister>(), new GetRegister.Request(id)));
    }
}

public sealed class LoadedOnSqlite(SqliteApp app) : LoadedTests(app), IClassFixture<SqliteApp>;

public sealed class LoadedOnPostgres(PostgresApp app) : LoadedTests(app), IClassFixture<PostgresApp>;
