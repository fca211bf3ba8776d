using System.Collections.Concurrent;
using Anmin.Kernel.Outcomes;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Kernel.Lanes;

/// <summary>
/// Where thousands write at once. Requests of one partition stand in one line; its one writer takes what is there, weighs it in order
/// in memory, commits it as one transaction and then answers each: first come, first served, every granted answer durable before it is
/// given, at the cost of one fsync for all of them. Nobody waits for company: an empty line is served at once.
/// </summary>
public sealed class GroupCommit<TTask, TReply>(LaneKind<TTask, TReply> kind, LaneShop shop, ILaneRelay? relay = null) : IAsyncDisposable
{
    private const int MostMoves = 4;
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
        var doubt = false;
        for (var moves = 0; ; moves++)
        {
            var answer = await writer.QueueAsync(task, ct);
            if (answer.Moved is not { } theirs) return answer.Outcome;
            doubt |= answer.Doubt;
            if (theirs.Address is { } address && relay is not null && address != shop.Options.Address)
            {
                if (await relay.AskAsync<TTask, TReply>(address, kind.Name, key, task, ct) is { } relayed) return relayed;
                writer.ForgetOwner();
            }
            if (moves == MostMoves || (theirs.Address is null && moves > 0)) return doubt ? LaneProblems.Unsure : LaneProblems.Elsewhere;
        }
    }

    /// <summary>Gives every partition back, so that another node can take it at once; the next request takes it again.</summary>
    public Task RestAsync() => Task.WhenAll(writers.Values.Select(w => w.Value.RestAsync()));

    /// <summary>For the node that was asked by another: never passes it on.</summary>
    internal async Task<Outcome<TReply>?> AskHereAsync(string key, TTask task, CancellationToken ct)
        => await WriterOf(key).QueueAsync(task, ct) is { Moved: null } answer ? (Outcome<TReply>?)answer.Outcome : null;

    private LaneWriter<TTask, TReply> WriterOf(string key) => writers.GetOrAdd(key, static (k, of) => new(() => new(of.kind, of.shop, k)), (kind, shop)).Value;

    public async ValueTask DisposeAsync()
    {
        shop.IsClosing = true;
        await Task.WhenAll(writers.Values.Select(w => w.Value.CloseAsync()));
    }
}

/// <summary>Carries a request to the node that owns its partition.</summary>
public interface ILaneRelay
{
    /// <returns>Its answer, or null where that node does not own the partition any more or cannot be reached before it was sent.</returns>
    Task<Outcome<TReply>?> AskAsync<TTask, TReply>(string address, string lane, string key, TTask task, CancellationToken ct);
}

public static class Lanes
{
    public static IServiceCollection AddLane<TTask, TReply>(this IServiceCollection services, Func<IServiceProvider, LaneKind<TTask, TReply>> kind)
        => services.AddSingleton(s => new GroupCommit<TTask, TReply>(kind(s), s.GetRequiredService<LaneShop>(), s.GetService<ILaneRelay>()));
}
