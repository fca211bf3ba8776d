using Anmin.Kernel.Data;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Tests.Rooms;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Messages;

public sealed class DispatcherTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_fact_leaves_with_its_commit_or_not_at_all(DatabaseKind kind)
    {
        await using var app = await NotebookApp.MakeAsync(kind);
        await app.WriteAsync(new("不发", Ending: Ending.Refuse));
        (await DispatchAsync(app)).ShouldBe(0);
        await app.WriteAsync(new("发"));
        (await DispatchAsync(app)).ShouldBe(1);
        (await SeenAsync(app)).ShouldBe(["发"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Delivered_twice_it_is_handled_once(DatabaseKind kind)
    {
        await using var app = await NotebookApp.MakeAsync(kind);
        await app.WriteAsync(new("一次"));
        await DispatchAsync(app);
        // as after a crash between the reaction's commit and the mark that it was delivered
        await app.SqlAsync("update kernel_outbox set done_at = null");
        (await DispatchAsync(app)).ShouldBe(1);
        (await SeenAsync(app)).ShouldBe(["一次"]);
        (await DispatchAsync(app)).ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_poison_fact_is_parked_after_five_attempts_and_the_others_go_on(DatabaseKind kind)
    {
        await using var app = await NotebookApp.MakeAsync(kind);
        var desk = app.Services.GetRequiredService<Desk>();
        desk.Poison.Add("毒");
        await app.WriteAsync(new("前"));
        await app.WriteAsync(new("毒"));
        await app.WriteAsync(new("后"));
        await DispatchAsync(app);
        (await SeenAsync(app)).ShouldBe(["前", "后"], ignoreOrder: true, "the failed reaction left nothing half-written");
        (await DispatchAsync(app)).ShouldBe(0, "it is not tried again at once");
        for (var i = 0; i < 10; i++)
        {
            app.Clock.Advance(TimeSpan.FromHours(1));
            await DispatchAsync(app);
        }
        desk.Tried.Count(t => t == "毒").ShouldBe(Dispatcher.Attempts);
        var parked = await app.ReadAsync(db => db.Set<OutboxMessage>().SingleAsync(m => m.ParkedAt != null));
        parked.LastError.ShouldBe("WhenWritten: InvalidOperationException");

        desk.Poison.Clear();
        (await app.Somebody().RunAsync(s => s.GetRequiredService<ReplayParked>(), new(parked.Id))).Ok.ShouldBeTrue();
        await DispatchAsync(app);
        (await SeenAsync(app)).ShouldBe(["前", "后", "毒"], ignoreOrder: true);
        (await app.Somebody().RunAsync(s => s.GetRequiredService<ReplayParked>(), new(parked.Id))).Ok.ShouldBeFalse("there is nothing parked any more");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_processes_delivering_at_once_handle_each_fact_once(DatabaseKind kind)
    {
        await using var app = await NotebookApp.MakeAsync(kind);
        for (var i = 0; i < 12; i++) await app.WriteAsync(new($"事{i:00}"));
        // SQLite is one process's; there the two are two callers
        var other = kind == DatabaseKind.Postgres ? await NotebookApp.BesideAsync(app) : app;
        await Task.WhenAll(Task.Run(() => QuietlyAsync(app), Ct), Task.Run(() => QuietlyAsync(other), Ct));
        app.Clock.Advance(TimeSpan.FromHours(2));
        await DispatchAsync(app);
        (await SeenAsync(app)).ShouldBe(Enumerable.Range(0, 12).Select(i => $"事{i:00}"), ignoreOrder: true);
        if (!ReferenceEquals(other, app)) await ((IAsyncDisposable)other.Services).DisposeAsync();
    }

    private static async Task QuietlyAsync(TestApp app)
    {
        try
        {
            await DispatchAsync(app);
        }
        catch (DbUpdateException)
        {
            // the slower of the two may lose the race for the mark; that it does not handle twice is what is asked
        }
    }

    private static Task<int> DispatchAsync(TestApp app) => app.Services.GetRequiredService<Dispatcher>().DispatchAsync(100, Ct);

    private static Task<List<string>> SeenAsync(TestApp app) => app.ReadAsync(db => db.Set<Seen>().OrderBy(s => s.Id).Select(s => s.Text).ToListAsync());
}

/// <summary>The inbox marks by name what was done.</summary>
public sealed class ReactionNameTests
{
    [Fact]
    public void Two_reactions_of_one_name_to_one_fact_are_refused_at_the_start()
        => Should.Throw<InvalidOperationException>(() => new Reactions().On<Written, WhenWritten>().On<Written, Elsewhere.WhenWritten>()).Message.ShouldContain("WhenWritten");

    private static class Elsewhere
    {
        internal sealed class WhenWritten : IReaction<Written>
        {
            public Task HandleAsync(Written fact, CancellationToken ct) => Task.CompletedTask;
        }
    }
}
