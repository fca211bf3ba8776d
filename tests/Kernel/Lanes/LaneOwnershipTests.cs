using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Lanes;
using Anmin.Testing;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Lanes;

public sealed class LaneOwnershipTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>PostgreSQL: its connection was ended for it, so that it cannot know how its last commit went. SQLite: the epoch said it plainly.</summary>
    private static Anmin.Kernel.Outcomes.Problem Replaced(DatabaseKind kind) => kind == DatabaseKind.Postgres ? LaneProblems.Unsure : LaneProblems.Elsewhere;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_does_not_own_a_partition_says_so_and_writes_nothing(DatabaseKind kind)
    {
        await using var first = await TallyNode.FirstAsync(kind);
        await using var second = await first.BesideAsync();
        (await first.DrawAsync()).Value.ShouldBe(1);
        (await second.DrawAsync()).Problem.ShouldBe(LaneProblems.Elsewhere);
        (await first.DrawAsync()).Value.ShouldBe(2);
        (await first.RowsAsync(), (await first.RowAsync()).Epoch).ShouldBe((2, 1));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_stopped_owner_is_replaced_after_its_lease_and_fenced_when_it_wakes(DatabaseKind kind)
    {
        await using var first = await TallyNode.FirstAsync(kind);
        await using var second = await first.BesideAsync();
        (await first.DrawAsync()).Value.ShouldBe(1);
        await first.LapseAsync();
        (await second.DrawAsync()).Value.ShouldBe(2);
        (await second.RowAsync()).Epoch.ShouldBe(2);
        // it wakes with memory that knows one draw; had it written, there would be two of number 2
        (await first.DrawAsync()).Problem.ShouldBe(Replaced(kind));
        (await first.RowsAsync()).ShouldBe(2);
        (await second.DrawAsync()).Value.ShouldBe(3);
        await second.Lane.RestAsync();
        (await first.Lane.AskAsync("a", Draw.Of("x"), Ct)).ShouldSatisfyAllConditions(o => (o.Value == 4 || o.Problem == LaneProblems.Elsewhere).ShouldBeTrue());
        (await first.App.ReadAsync(db => new JournalVerifier(db).RunAsync(Ct))).Broken.ShouldBeNull();
    }

    /// <summary>The batch is weighed, and before it is written somebody else has the partition: the epoch in the commit is what holds.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_owner_that_stops_between_weighing_and_writing_is_fenced(DatabaseKind kind)
    {
        await using var first = await TallyNode.FirstAsync(kind);
        await using var second = await first.BesideAsync();
        (await first.DrawAsync()).Value.ShouldBe(1);
        await first.Lane.RestAsync();
        var taken = false;
        first.Shop.Wire = store => new FaultyWire(store, async () =>
        {
            if (taken) return;
            taken = true;
            await first.LapseAsync();
            (await second.DrawAsync()).Value.ShouldBe(2);
        }, () => Task.CompletedTask);
        (await first.DrawAsync()).Problem.ShouldBe(Replaced(kind));
        (await second.RowsAsync()).ShouldBe(2);
        (await second.DrawAsync()).Value.ShouldBe(3);
        (await second.App.ReadAsync(db => new JournalVerifier(db).RunAsync(Ct))).Broken.ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_four_nodes_that_reach_for_it_at_once_one_writes_and_no_number_is_drawn_twice(DatabaseKind kind)
    {
        await using var first = await TallyNode.FirstAsync(kind);
        await using var second = await first.BesideAsync();
        await using var third = await first.BesideAsync();
        await using var fourth = await first.BesideAsync();
        for (var round = 0; round < 5; round++)
        {
            var answers = await Task.WhenAll(new[] { first, second, third, fourth }.SelectMany(n => Enumerable.Range(0, 20).Select(_ => Task.Run(() => n.DrawAsync()))));
            answers.Where(a => !a.Ok).ShouldAllBe(a => a.Problem == LaneProblems.Elsewhere || a.Problem == LaneProblems.Unsure);
            await first.LapseAsync();
        }
        var rows = await first.RowsAsync();
        rows.ShouldBeGreaterThan(0);
        (await first.App.CountAsync("select count(*) from test_tally where number > " + rows)).ShouldBe(0, "numbers without a gap");
        (await first.App.ReadAsync(db => new JournalVerifier(db).RunAsync(Ct))).Broken.ShouldBeNull();
    }
}
