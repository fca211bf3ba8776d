using Anmin.Contracts.Workbench;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Workbench.Tray;

/// <summary>All rooms' long work of the person at hand, each read under the reach of its own permission.</summary>
internal sealed class TaskTray(IServiceScopeFactory scopes, CurrentActor current, TimeProvider clock) : ITaskTray
{
    /// <summary>What ended longer ago is found where it was asked for.</summary>
    private static readonly TimeSpan Shown = TimeSpan.FromDays(14);

    public async ValueTask<int> OpenAsync(CancellationToken ct)
    {
        var open = 0;
        await EachAsync(async work => open += await work.OpenAsync(current.Actor.Id, ct));
        return open;
    }

    public async Task<IReadOnlyList<TrayLine>> LinesAsync(int most, CancellationToken ct)
    {
        var (lines, since) = (new List<TrayLine>(), clock.GetUtcNow() - Shown);
        await EachAsync(async work => lines.AddRange(await work.OfAsync(current.Actor.Id, since, ct)));
        return [.. lines.OrderBy(l => l.State is TrayState.Waiting or TrayState.Running ? 0 : 1).ThenByDescending(l => l.At).ThenByDescending(l => l.Id).Take(most)];
    }

    private async Task EachAsync(Func<ITrayWork, Task> read)
    {
        var actor = current.Actor;
        if (!actor.IsSignedIn) return;
        await scopes.AsActorAsync(actor, null, async services =>
        {
            foreach (var work in services.GetServices<ITrayWork>().Where(w => actor.May(w.Permission)))
            {
                services.GetRequiredService<CurrentActor>().ActUnder(work.Permission);
                await read(work);
            }
        });
    }
}
