using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Tests.Rooms;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Jobs;

public sealed class LeasesTests
{
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(15);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_owner_at_a_time_and_each_change_of_owner_raises_the_epoch(DatabaseKind kind)
    {
        await using var app = await NotebookApp.MakeAsync(kind);
        var (first, second) = (Owner(app), Owner(app));
        (await first.TakeAsync("x", Span, Ct))!.Epoch.ShouldBe(1);
        (await second.TakeAsync("x", Span, Ct)).ShouldBeNull();
        app.Clock.Advance(Span / 2);
        (await first.TakeAsync("x", Span, Ct))!.Epoch.ShouldBe(1, "kept in time, it is the same tenure");
        app.Clock.Advance(Span - TimeSpan.FromSeconds(1));
        (await second.TakeAsync("x", Span, Ct)).ShouldBeNull();
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        (await second.TakeAsync("x", Span, Ct))!.Epoch.ShouldBe(2);
        (await first.TakeAsync("x", Span, Ct)).ShouldBeNull();
        (await first.TakeAsync("y", Span, Ct))!.Epoch.ShouldBe(1, "another thing is another lease");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_given_back_is_free_at_once(DatabaseKind kind)
    {
        await using var app = await NotebookApp.MakeAsync(kind);
        var (first, second) = (Owner(app), Owner(app));
        await first.TakeAsync("x", Span, Ct);
        await first.GiveBackAsync(Ct);
        (await second.TakeAsync("x", Span, Ct))!.Epoch.ShouldBe(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_eight_that_reach_for_it_at_once_one_gets_it(DatabaseKind kind)
    {
        await using var app = await NotebookApp.MakeAsync(kind);
        for (var epoch = 1; epoch <= 3; epoch++)
        {
            var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Owner(app).TakeAsync("x", Span, Ct))));
            taken.OfType<Lease>().ShouldHaveSingleItem().Epoch.ShouldBe(epoch);
            app.Clock.Advance(Span);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_sealer_that_stalled_and_lost_its_lease_writes_no_block(DatabaseKind kind)
    {
        await using var app = await NotebookApp.MakeAsync(kind);
        var sealer = app.Services.GetRequiredService<Sealer>();
        await app.WrittenAsync(3);
        var stale = (await Owner(app).TakeAsync(sealer.Name, Span, Ct))!;
        app.Clock.Advance(Span);
        var fresh = (await Owner(app).TakeAsync(sealer.Name, Span, Ct))!;
        await Should.ThrowAsync<InvalidOperationException>(async () =>
        {
            // until a mark is final there is no block to refuse
            while (await sealer.SealAsync(stale, Ct) == 0) Ct.ThrowIfCancellationRequested();
        });
        (await app.ReadAsync(db => db.Set<JournalBlock>().CountAsync())).ShouldBe(0);
        while ((await app.VerifyAsync()).Unsealed > 0) await sealer.SealAsync(fresh, Ct);
        (await app.VerifyAsync()).Broken.ShouldBeNull();
    }

    private static Leases Owner(TestApp app) => new(app.Services.GetRequiredService<IServiceScopeFactory>(), app.Services.GetRequiredService<WriteTurn>(), app.Clock);
}
