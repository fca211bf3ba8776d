using Anmin.Contracts.Notifications;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Settings;
using Anmin.Notifications.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Notifications.Delivery;

/// <summary>
/// Sends what is queued, at least once: a message is taken by one run for a minute, handed to its channel under its own id,
/// and settled. A run that dies in between leaves it to the next. Whether the addressee has died is asked last of all.
/// </summary>
internal sealed class DeliverMessages(IServiceScopeFactory scopes, WriteTurn turn, SettingBook settings, QuietHours quiet, ISmsPort sms, GroupRobot robot, TimeProvider clock) : IJob
{
    private const int AtOnce = 8;
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(1);

    public string Name => "notifications.deliver";

    public string Label => "发送短信和群消息";

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public async Task RunAsync(Lease lease, CancellationToken ct)
    {
        // the lease lasts fifteen seconds; what a stalled run holds is fenced row by row
        for (var round = 0; round < 20 && await DeliverDueAsync(50, ct) == 50; round++) ct.ThrowIfCancellationRequested();
    }

    /// <returns>How many were looked at.</returns>
    public async Task<int> DeliverDueAsync(int most, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        List<Guid> due;
        await using (var scope = scopes.CreateAsyncScope())
            due = await scope.ServiceProvider.GetRequiredService<AnminDb>().Outgoing.AsNoTracking()
                .Where(m => (m.State == OutgoingState.Queued || m.State == OutgoingState.Failed) && m.NextAt <= now && (m.HeldUntil == null || m.HeldUntil <= now))
                .OrderBy(m => m.Kind == MessageKind.Normal ? 1 : 0).ThenBy(m => m.NextAt).Select(m => m.Id).Take(most).ToListAsync(ct);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (id, token) => await DeliverAsync(id, token));
        return due.Count;
    }

    private async Task DeliverAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        var db = scope.ServiceProvider.GetRequiredService<AnminDb>();
        var holder = Guid.NewGuid();
        if (!await TakeAsync(db, id, holder, ct)) return;
        var message = await db.Outgoing.AsNoTracking().SingleAsync(m => m.Id == id, ct);
        var now = clock.GetUtcNow();
        if (message.Until < now) await SettleAsync(db, message, holder, OutgoingState.Dead, OutgoingWords.Late, now, ct);
        else if (message.Kind == MessageKind.Normal && quiet.NotBefore(now) is var morning && morning > now) await SettleAsync(db, message, holder, message.State, message.LastError, morning, ct, tried: false);
        else if (await scope.ServiceProvider.GetRequiredService<DeceasedCheck>().IsDeceasedAsync(message.Person, message.Phone, ct)) await SettleAsync(db, message, holder, OutgoingState.Suppressed, null, now, ct, tried: false);
        else await HandOverAsync(db, message, holder, ct);
    }

    private async Task HandOverAsync(AnminDb db, OutgoingMessage message, Guid holder, CancellationToken ct)
    {
        var answer = message.Channel == OutgoingChannel.Sms ? await sms.SendAsync(message.Id, message.Phone!, message.Text!.Reveal(), ct)
            : await db.GroupChannels.AsNoTracking().SingleOrDefaultAsync(g => g.Id == message.GroupId && !g.Paused, ct) is { } group ? await robot.SendAsync(group, message.Title, message.Text!.Reveal(), ct)
            : new SendAnswer(OutgoingWords.NoGroup, Final: true);
        var state = answer.Error is null ? OutgoingState.Sent : answer.Final || message.Attempts + 1 >= settings.Number(NotificationsSettings.Attempts) ? OutgoingState.Dead : OutgoingState.Failed;
        await SettleAsync(db, message, holder, state, answer.Error, clock.GetUtcNow() + Pause(message.Attempts), ct);
    }

    /// <summary>30 seconds, 2, 8, 32 minutes, then two hours.</summary>
    internal static TimeSpan Pause(int attempts) => TimeSpan.FromSeconds(Math.Min(30 * Math.Pow(4, attempts), 7200));

    private async Task<bool> TakeAsync(AnminDb db, Guid id, Guid holder, CancellationToken ct)
    {
        var (now, until) = (clock.GetUtcNow(), clock.GetUtcNow() + Held);
        using var held = await turn.WaitAsync(ct);
        return await db.Outgoing.Where(m => m.Id == id && (m.State == OutgoingState.Queued || m.State == OutgoingState.Failed) && (m.HeldUntil == null || m.HeldUntil <= now))
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.Holder, holder).SetProperty(m => m.HeldUntil, until), ct) == 1;
    }

    /// <summary>Only by the run that still holds it; a stalled one finds its message gone.</summary>
    private async Task SettleAsync(AnminDb db, OutgoingMessage message, Guid holder, OutgoingState state, string? error, DateTimeOffset next, CancellationToken ct, bool tried = true)
    {
        var (attempts, sent) = (message.Attempts + (tried ? 1 : 0), state == OutgoingState.Sent ? clock.GetUtcNow() : (DateTimeOffset?)null);
        using var held = await turn.WaitAsync(ct);
        await db.Outgoing.Where(m => m.Id == message.Id && m.Holder == holder).ExecuteUpdateAsync(s => s
            .SetProperty(m => m.State, state).SetProperty(m => m.LastError, error).SetProperty(m => m.NextAt, next).SetProperty(m => m.Attempts, attempts)
            .SetProperty(m => m.SentAt, sent).SetProperty(m => m.Holder, (Guid?)null).SetProperty(m => m.HeldUntil, (DateTimeOffset?)null), ct);
    }
}
