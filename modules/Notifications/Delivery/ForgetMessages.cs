using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Settings;
using Anmin.Notifications.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Notifications.Delivery;

/// <summary>Messages are kept as long as the setting says, codes for a day.</summary>
internal sealed class ForgetMessages(IServiceScopeFactory scopes, WriteTurn turn, SettingBook settings, TimeProvider clock) : IJob
{
    public string Name => "notifications.forget";

    public string Label => "清理过期的消息";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task RunAsync(Lease lease, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AnminDb>();
        var (until, codes) = (clock.GetUtcNow().AddDays(-settings.Number(NotificationsSettings.KeptDays)), clock.GetUtcNow().AddDays(-1));
        using var held = await turn.WaitAsync(ct);
        await db.Outgoing.Where(m => m.QueuedAt < until && m.State != OutgoingState.Queued && m.State != OutgoingState.Failed).ExecuteDeleteAsync(ct);
        await db.Outgoing.Where(m => m.Kind == Contracts.Notifications.MessageKind.Code && m.QueuedAt < codes).ExecuteDeleteAsync(ct);
        await db.Inbox.Where(e => e.At < until && e.ReadAt != null).ExecuteDeleteAsync(ct);
    }
}
