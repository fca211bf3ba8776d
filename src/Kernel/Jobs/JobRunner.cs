using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Anmin.Kernel.Jobs;

/// <summary>Runs each job on its own beat while this node holds the job's lease. Failures back off and are kept for the admin page.</summary>
public sealed class JobRunner(IEnumerable<IJob> jobs, Leases leases, IServiceScopeFactory scopes, WriteTurn turn, TimeProvider clock, ILogger<JobRunner> log) : BackgroundService
{
    private static readonly TimeSpan LeaseSpan = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Told = TimeSpan.FromMinutes(1);
    private static readonly Lease Own = new() { Name = "", Owner = "" };

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(jobs.Select(j => LoopAsync(j, stoppingToken)));

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await leases.GiveBackAsync(CancellationToken.None);
    }

    private async Task LoopAsync(IJob job, CancellationToken ct)
    {
        var failures = 0;
        var kept = DateTimeOffset.MinValue;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var rare = job.Every >= TimeSpan.FromMinutes(1);
                var held = job.OnEveryNode ? Own : await leases.TakeAsync(job.Name, LeaseSpan, ct);
                if (held is { } lease && (!rare || await IsDueAsync(job, ct)))
                {
                    var begun = clock.GetTimestamp();
                    await job.RunAsync(lease, ct);
                    // what runs every second says so once a minute
                    if (rare || failures > 0 || (!job.OnEveryNode && clock.GetUtcNow() - kept > Told))
                    {
                        await KeepAsync(job, null, 0, clock.GetElapsedTime(begun), ct);
                        kept = clock.GetUtcNow();
                    }
                }
                failures = 0;
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                failures++;
                // a message may quote data; kind and place do not
                log.LogError("Job {Job} failed: {Kind} {Stack}", job.Name, e.GetType().Name, e.StackTrace);
                try
                {
                    await KeepAsync(job, e.GetType().Name, failures, null, ct);
                }
                catch (Exception again) when (again is not OperationCanceledException)
                {
                    log.LogError("Job {Job} could not keep its state: {Kind}", job.Name, again.GetType().Name);
                }
            }
            var pause = failures == 0 ? Min(job.Every, TimeSpan.FromSeconds(20)) : TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, failures)));
            try
            {
                await Task.Delay(pause, clock, ct);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task<bool> IsDueAsync(IJob job, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var state = await scope.ServiceProvider.GetRequiredService<AnminDb>().Set<JobState>().AsNoTracking().SingleOrDefaultAsync(j => j.Name == job.Name, ct);
        return state is null || state.NextAt <= clock.GetUtcNow();
    }

    private async Task KeepAsync(IJob job, string? error, int failures, TimeSpan? took, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AnminDb>();
        using var held = await turn.WaitAsync(ct);
        var state = await db.Set<JobState>().SingleOrDefaultAsync(j => j.Name == job.Name, ct);
        if (state is null) db.Add(state = new JobState { Name = job.Name });
        var now = clock.GetUtcNow();
        (state.LastStartedAt, state.LastError, state.Failures, state.NextAt) = (now, error, failures, now + job.Every);
        if (error is null) (state.LastDoneAt, state.Milliseconds) = (now, (long?)took?.TotalMilliseconds);
        await db.SaveChangesAsync(ct);
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
