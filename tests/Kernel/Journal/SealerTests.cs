using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Tests.Rooms;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Journal;

public sealed class SealerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_line_chains_to_the_one_before_and_everything_is_sealed_once(DatabaseKind kind)
    {
        await using var app = await NotebookApp.MakeAsync(kind);
        await app.WrittenAsync(4);
        (await SealAsync(app)).ShouldBe(4);
        (await SealAsync(app)).ShouldBe(0, "nothing is waiting");
        await app.WrittenAsync(3);
        (await SealAsync(app)).ShouldBe(3);
        await HoldsAsync(app, entries: 7, subjects: 2, days: 0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_day_is_sealed_when_it_is_over_in_the_city_and_once(DatabaseKind kind)
    {
        await using var app = await NotebookApp.MakeAsync(kind);
        await app.WrittenAsync(2);
        await RoundAsync(app);
        (await DaysAsync(app)).ShouldBeEmpty();
        app.Clock.Set(new(2026, 4, 15, 15, 59, 0, TimeSpan.Zero));
        await app.WrittenAsync();
        await RoundAsync(app);
        (await DaysAsync(app)).ShouldBeEmpty("23:59 in the city");
        app.Clock.Set(new(2026, 4, 15, 16, 0, 0, TimeSpan.Zero));
        await RoundAsync(app);
        await RoundAsync(app);
        (await DaysAsync(app)).ShouldBe([new DateOnly(2026, 4, 15)]);
        await app.WrittenAsync();
        app.Clock.Advance(TimeSpan.FromDays(3));
        await RoundAsync(app);
        (await DaysAsync(app)).Count.ShouldBe(2 - 1, "the last lines were sealed into a block only now, which is today's");
        app.Clock.Advance(TimeSpan.FromDays(1));
        await RoundAsync(app);
        (await DaysAsync(app)).Count.ShouldBe(2);
        await HoldsAsync(app, entries: 4, subjects: 3, days: 2);
    }

    [Fact]
    public async Task On_postgres_lines_committed_out_of_their_order_are_all_sealed_once()
    {
        await using var app = await NotebookApp.MakeAsync(DatabaseKind.Postgres);
        await using var early = app.Services.CreateAsyncScope();
        var slow = early.ServiceProvider.GetRequiredService<AnminDb>();
        var open = await slow.Database.BeginTransactionAsync(Ct);
        var book = new Notebook { Division = "321302" };
        book.Write("先写后交");
        slow.Add(book);
        await JournalWriter.AppendAsync(slow, Actor.System, app.Clock.GetUtcNow(), Ct);
        await slow.SaveChangesAsync(Ct);

        await app.WrittenAsync(2);
        (await OnceAsync(app)).ShouldBe(0, "a smaller mark is still under way, so nothing behind it is final");
        await open.CommitAsync(Ct);
        (await SealAsync(app)).ShouldBe(3);
        (await SealAsync(app)).ShouldBe(0);
        await HoldsAsync(app, entries: 3, subjects: 2, days: 0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task While_eight_write_at_once_and_some_are_undone_the_sealer_misses_and_doubles_nothing(DatabaseKind kind)
    {
        await using var app = await NotebookApp.MakeAsync(kind);
        var sealedOnce = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < 12; i++)
            {
                // however slow the machine: one writer has work left when the first block is sealed
                if ((w, i) == (0, 6)) await sealedOnce.Task.WaitAsync(Ct);
                await app.WriteAsync(new($"{w}-{i}", Ending: (w + i) % 5 == 0 ? Ending.Refuse : Ending.Well));
            }
        }, Ct)));
        while (!writing.IsCompleted)
            if (await OnceAsync(app) > 0) sealedOnce.TrySetResult();
        await writing;
        await SealAsync(app);
        var entries = await app.EntriesAsync();
        var report = await app.VerifyAsync();
        (report.Entries, report.Unsealed, report.Broken).ShouldBe((entries, 0, null));
        entries.ShouldBe(Enumerable.Range(0, 8).Sum(w => Enumerable.Range(0, 12).Count(i => (w + i) % 5 != 0)));
    }

    /// <summary>
    /// Seals until everything committed is sealed. On PostgreSQL the mark also waits for transactions of the other tests' databases
    /// in the same server, so one round may find nothing final yet.
    /// </summary>
    internal static async Task<int> SealAsync(TestApp app)
    {
        var count = 0;
        while ((await app.VerifyAsync()).Unsealed > 0) count += await OnceAsync(app);
        return count;
    }

    internal static async Task RoundAsync(TestApp app)
    {
        await SealAsync(app);
        await app.Services.GetRequiredService<Sealer>().RunAsync(await LeaseAsync(app), Ct);
    }

    private static async Task<int> OnceAsync(TestApp app) => await app.Services.GetRequiredService<Sealer>().SealAsync(await LeaseAsync(app), Ct);

    private static async Task HoldsAsync(TestApp app, int entries, int subjects, int days)
    {
        var report = await app.VerifyAsync();
        (report.Broken, report.Entries, report.Subjects, report.Days, report.Unsealed).ShouldBe((null, entries, subjects, days, 0));
    }

    private static async Task<Lease> LeaseAsync(TestApp app) => (await app.Services.GetRequiredService<Leases>().TakeAsync("kernel.seal", TimeSpan.FromSeconds(15), Ct))!;

    private static Task<List<DateOnly>> DaysAsync(TestApp app) => app.ReadAsync(db => db.Set<JournalDay>().OrderBy(d => d.Day).Select(d => d.Day).ToListAsync());
}
