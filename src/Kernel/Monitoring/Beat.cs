using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Kernel.Monitoring;

/// <summary>Each node says every twenty seconds that it is there and how it does. Whoever was silent for a day is forgotten.</summary>
public sealed class Beat(IServiceScopeFactory scopes, IVitals vitals, WriteTurn turn, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Silent = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);
    private VitalSigns? before;
    private long beforeAt;

    public string Name => "kernel.beat";

    public string Label => "服务器报到";

    public TimeSpan Every => TimeSpan.FromSeconds(20);

    public bool OnEveryNode => true;

    public static string Own => $"{Environment.MachineName}:{Environment.ProcessId}";

    public async Task RunAsync(Lease lease, CancellationToken ct)
    {
        var (signs, now) = (vitals.Read(), clock.GetUtcNow());
        var minutes = before is null ? signs.Up.TotalMinutes : clock.GetElapsedTime(beforeAt).TotalMinutes;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AnminDb>();
        using var held = await turn.WaitAsync(ct);
        var node = await db.Set<NodeSeen>().FindAsync([Own], ct);
        if (node is null) db.Add(node = new NodeSeen { Name = Own });
        var answers = signs.Answers - (before?.Answers ?? 0);
        (node.StartedAt, node.SeenAt, node.Version, node.Memory, node.DiskFree, node.DiskTotal) = (now - signs.Up, now, signs.Version, signs.Memory, signs.DiskFree, signs.DiskTotal);
        (node.AnswersPerMinute, node.FaultsPerMinute) = (Rate(answers, minutes), Rate(signs.Faults - (before?.Faults ?? 0), minutes));
        node.MeanMilliseconds = answers <= 0 ? 0 : Math.Round((signs.Seconds - (before?.Seconds ?? 0)) / answers * 1000, 1);
        await db.SaveChangesAsync(ct);
        var until = now - Forgotten;
        await db.Set<NodeSeen>().Where(n => n.SeenAt < until).ExecuteDeleteAsync(ct);
        (before, beforeAt) = (signs, clock.GetTimestamp());
    }

    private static double Rate(long count, double minutes) => minutes <= 0 ? 0 : Math.Round(count / minutes, 1);
}
