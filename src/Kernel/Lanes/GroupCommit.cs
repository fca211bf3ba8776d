using System.Collections.Concurrent;
using Anmin.Kernel.Outcomes;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Kernel.Lanes;

/// <summary>
/// Where thousands write at once. Requests of one partition stand in one line; its one writer takes what is there, weighs it in order
/// in memory, commits it as one transaction and then answers each: first come, first served, every granted answer durable before it is
/// given, at the cost of one fsync for all of them. Nobody waits for company: an empty line is served at once.
/// </summary>
public sealed class GroupCommit<TTask, TReply>(LaneKind<TTask, TReply> kind, LaneShop shop) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<LaneWriter<TTask, TReply>>> writers = new();

    public string Name => kind.Name;

    public LaneMeter Meter => shop.Meters.Of(kind.Name);

    /// <param name="key">The partition. One writer each, so what must be weighed together belongs into one.</param>
    /// <param name="task">Carries its own idempotency key: it may be weighed again after a failed commit.</param>
    /// <param name="ct">Leaves the line; what is already being committed is committed.</param>
    /// <returns>The answer of the book, or a <see cref="LaneProblems"/>.</returns>
    public async Task<Outcome<TReply>> AskAsync(string key, TTask task, CancellationToken ct)
    {
        var writer = WriterOf(key);
        var first = await writer.QueueAsync(task, ct);
        if (!first.Moved) return first.Outcome;
        // whose it was a moment ago may have given it back
        var second = await writer.QueueAsync(task, ct);
        return !second.Moved ? second.Outcome : first.Doubt || second.Doubt ? LaneProblems.Unsure : LaneProblems.Elsewhere;
    }

    /// <summary>Gives every partition back, so that another node can take it at once; the next request takes it again.</summary>
    public Task RestAsync() => Task.WhenAll(writers.Values.Select(w => w.Value.RestAsync()));

    private LaneWriter<TTask, TReply> WriterOf(string key) => writers.GetOrAdd(key, static (k, of) => new(() => new(of.kind, of.shop, k)), (kind, shop)).Value;

    public async ValueTask DisposeAsync()
    {
        shop.IsClosing = true;
        await Task.WhenAll(writers.Values.Select(w => w.Value.CloseAsync()));
    }
}

public static class Lanes
{
    public static IServiceCollection AddLane<TTask, TReply>(this IServiceCollection services, Func<IServiceProvider, LaneKind<TTask, TReply>> kind)
        => services.AddSingleton(s => new GroupCommit<TTask, TReply>(kind(s), s.GetRequiredService<LaneShop>()));
}
