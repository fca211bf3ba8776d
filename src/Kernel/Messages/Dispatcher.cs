using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Anmin.Kernel.Messages;

/// <summary>
/// Delivers facts in order of writing, each reaction in a commit of its own with its inbox mark.
/// One that keeps failing is parked after <see cref="Attempts"/> tries and never blocks the rest.
/// </summary>
public sealed class Dispatcher(IServiceScopeFactory scopes, Reactions reactions, WriteTurn turn, TimeProvider clock, ILogger<Dispatcher> log) : IJob
{
    public const int Attempts = 5;

    public string Name => "kernel.dispatch";

    public string Label => "投递消息";

    public TimeSpan Every => TimeSpan.FromSeconds(1);

    public async Task RunAsync(Lease lease, CancellationToken ct)
    {
        while (await DispatchAsync(100, ct) == 100) ct.ThrowIfCancellationRequested();
    }

    /// <returns>How many facts were looked at.</returns>
    public async Task<int> DispatchAsync(int most, CancellationToken ct)
    {
        List<Guid> due;
        var now = clock.GetUtcNow();
        await using (var scope = scopes.CreateAsyncScope())
            due = await scope.ServiceProvider.GetRequiredService<AnminDb>().Set<OutboxMessage>().AsNoTracking()
                .Where(m => m.DoneAt == null && m.ParkedAt == null && m.NextAt <= now).OrderBy(m => m.Id).Select(m => m.Id).Take(most).ToListAsync(ct);
        foreach (var id in due) await DeliverAsync(id, ct);
        return due.Count;
    }

    private async Task DeliverAsync(Guid id, CancellationToken ct)
    {
        string? error = null;
        var message = await ReadAsync(id, ct);
        foreach (var reaction in reactions.For(message.Wire))
        {
            try
            {
                await ReactAsync(message, reaction, ct);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // the text of an exception may quote data, so only its kind is kept
                error = $"{reaction.Name}: {e.GetType().Name}";
                log.LogWarning("Reaction {Reaction} failed on {Wire} {Id}: {Kind}", reaction.Name, message.Wire, id, e.GetType().Name);
            }
        }
        await SettleAsync(id, error, ct);
    }

    private async Task<OutboxMessage> ReadAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AnminDb>().Set<OutboxMessage>().AsNoTracking().SingleAsync(m => m.Id == id, ct);
    }

    private async Task ReactAsync(OutboxMessage message, Reactions.Reaction reaction, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CurrentActor>().Actor = Actor.System;
        var db = services.GetRequiredService<AnminDb>();
        using var held = await turn.WaitAsync(ct);
        await using var commit = await db.Database.BeginTransactionAsync(ct);
        if (await db.Set<InboxMark>().AnyAsync(m => m.MessageId == message.Id && m.Reaction == reaction.Name, ct)) return;
        await reaction.RunAsync(services, message, ct);
        var now = clock.GetUtcNow();
        await JournalWriter.AppendAsync(db, Actor.System, now, ct);
        foreach (var fact in services.GetRequiredService<CommandContext>().Events) db.Add(EventWire.Pack(fact, now));
        db.Add(new InboxMark { MessageId = message.Id, Reaction = reaction.Name, At = now });
        await db.SaveChangesAsync(ct);
        await commit.CommitAsync(ct);
    }

    private async Task SettleAsync(Guid id, string? error, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AnminDb>();
        using var held = await turn.WaitAsync(ct);
        var message = await db.Set<OutboxMessage>().SingleAsync(m => m.Id == id, ct);
        var now = clock.GetUtcNow();
        message.Attempts++;
        message.LastError = error;
        if (error is null) message.DoneAt = now;
        else if (message.Attempts >= Attempts) message.ParkedAt = now;
        else message.NextAt = now + TimeSpan.FromSeconds(Math.Pow(4, message.Attempts));
        await db.SaveChangesAsync(ct);
    }
}
