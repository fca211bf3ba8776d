using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Lanes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Lanes;

public sealed class GroupCommitTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>What the provider throws when the other end is gone.</summary>
    private static Exception Gone(DatabaseKind kind) => kind == DatabaseKind.Postgres ? new Npgsql.NpgsqlException("gone") : new Microsoft.Data.Sqlite.SqliteException("busy", 5);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task First_come_first_served_in_few_commits_and_one_journal_line_each(DatabaseKind kind)
    {
        await using var node = await TallyNode.FirstAsync(kind);
        var (open, held) = (new TaskCompletionSource(), new TaskCompletionSource());
        node.Rules.BeforeFetch = _ =>
        {
            held.TrySetResult();
            return open.Task;
        };
        var first = node.DrawAsync();
        await held.Task.WaitAsync(Ct);
        var rest = Enumerable.Range(0, 500).Select(_ => node.DrawAsync()).ToList();
        open.SetResult();
        (await first).Value.ShouldBe(1);
        (await Task.WhenAll(rest)).Select(o => o.Value).ShouldBe(Enumerable.Range(2, 500));
        (node.Lane.Meter.Batches, node.Lane.Meter.Rows, await node.RowsAsync()).ShouldBe((2, 501, 501));
        var row = await node.RowAsync();
        var lines = await node.App.ReadAsync(db => db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == row.Subject).OrderBy(e => e.Seq).ToListAsync(Ct));
        lines.Select(l => (l.Seq, l.Kind)).ShouldBe([(1, "tally.drawn"), (2, "tally.drawn")]);
        lines[1].Data.ShouldContain("\"count\":500");
        (await node.App.ReadAsync(db => new JournalVerifier(db).RunAsync(Ct))).Broken.ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_same_key_is_one_row_and_a_refusal_costs_no_commit(DatabaseKind kind)
    {
        await using var node = await TallyNode.FirstAsync(kind);
        node.Rules.Most = 1;
        var one = Draw.Of("x");
        (await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => node.Lane.AskAsync("a", one, Ct))))).ShouldAllBe(o => o.Value == 1);
        var commits = node.Lane.Meter.Batches;
        for (var i = 0; i < 50; i++) (await node.DrawAsync()).Problem.ShouldBe(TallyBook.Empty);
        node.Lane.Meter.Batches.ShouldBe(commits);
        (await node.RowsAsync()).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_connection_lost_after_the_commit_is_answered_by_what_the_database_says(DatabaseKind kind)
    {
        await using var node = await TallyNode.FirstAsync(kind);
        var left = 1;
        node.Shop.Wire = store => new FaultyWire(store, () => Task.CompletedTask, () => Interlocked.Decrement(ref left) == 0 ? throw Gone(kind) : Task.CompletedTask);
        (await node.DrawAsync()).Value.ShouldBe(1, "it was committed, and is not drawn twice");
        (await node.DrawAsync()).Value.ShouldBe(2);
        (await node.RowsAsync(), node.Rules.Loads).ShouldBe((2, 2));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_database_that_is_away_is_never_answered_with_yes(DatabaseKind kind)
    {
        await using var node = await TallyNode.FirstAsync(kind);
        var away = true;
        node.Shop.Wire = store => new FaultyWire(store, () => away ? throw Gone(kind) : Task.CompletedTask, () => Task.CompletedTask);
        var one = Draw.Of("x");
        (await node.Lane.AskAsync("a", one, Ct)).Problem.ShouldBe(LaneProblems.Unsure);
        (await node.RowsAsync()).ShouldBe(0);
        away = false;
        (await node.Lane.AskAsync("a", one, Ct)).Value.ShouldBe(1, "the same key finds out");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_poisonous_request_falls_alone(DatabaseKind kind)
    {
        await using var node = await TallyNode.FirstAsync(kind);
        var (open, held) = (new TaskCompletionSource(), new TaskCompletionSource());
        node.Rules.BeforeFetch = _ =>
        {
            held.TrySetResult();
            return open.Task;
        };
        var first = node.DrawAsync();
        await held.Task.WaitAsync(Ct);
        var (good, poison, defect, last) = (node.DrawAsync(), node.DrawAsync("poison"), node.DrawAsync("defect"), node.DrawAsync());
        open.SetResult();
        (await first).Value.ShouldBe(1);
        (await good).Value.ShouldBe(2);
        (await poison).Problem.ShouldBe(KernelProblems.Twice);
        await Should.ThrowAsync<InvalidOperationException>(defect);
        (await last).Value.ShouldBe(3);
        (await node.RowsAsync()).ShouldBe(3);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Where_the_line_is_full_one_is_told_ones_place_and_when_to_come_again(DatabaseKind kind)
    {
        await using var node = await TallyNode.FirstAsync(kind, new LaneOptions { MostWaiting = 10 });
        var (open, held) = (new TaskCompletionSource(), new TaskCompletionSource());
        node.Rules.BeforeFetch = _ =>
        {
            held.TrySetResult();
            return open.Task;
        };
        var first = node.DrawAsync();
        await held.Task.WaitAsync(Ct);
        var waiting = Enumerable.Range(0, 10).Select(_ => node.DrawAsync()).ToList();
        var away = (await node.DrawAsync()).Problem!;
        (away.Code, away.RetryAfter >= TimeSpan.FromSeconds(1)).ShouldBe(("kernel.lane.queue", true));
        away.Message.ShouldContain("前面还有10人");
        open.SetResult();
        (await Task.WhenAll([first, .. waiting])).ShouldAllBe(o => o.Ok);
        (await node.DrawAsync()).Ok.ShouldBeTrue();
        (node.Lane.Meter.TurnedAway, node.Lane.Meter.Waiting).ShouldBe((1, 0));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_leaves_the_line_is_not_served(DatabaseKind kind)
    {
        await using var node = await TallyNode.FirstAsync(kind);
        var (open, held) = (new TaskCompletionSource(), new TaskCompletionSource());
        node.Rules.BeforeFetch = _ =>
        {
            held.TrySetResult();
            return open.Task;
        };
        var first = node.DrawAsync();
        await held.Task.WaitAsync(Ct);
        using var leaving = new CancellationTokenSource();
        var left = node.Lane.AskAsync("a", Draw.Of("x"), leaving.Token);
        var stays = node.DrawAsync();
        await leaving.CancelAsync();
        open.SetResult();
        await Should.ThrowAsync<OperationCanceledException>(left);
        ((await first).Value, (await stays).Value, await node.RowsAsync()).ShouldBe((1, 2, 2));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_waits_when_the_process_ends_is_served_first(DatabaseKind kind)
    {
        await using var first = await TallyNode.FirstAsync(kind);
        var second = await first.BesideAsync();
        var asked = Enumerable.Range(0, 100).Select(_ => second.DrawAsync()).ToList();
        await second.DisposeAsync();
        (await Task.WhenAll(asked)).ShouldAllBe(o => o.Ok);
        (await first.DrawAsync()).Value.ShouldBe(101, "given back, it is taken at once");
        (await first.RowAsync()).Epoch.ShouldBe(2);
    }
}
