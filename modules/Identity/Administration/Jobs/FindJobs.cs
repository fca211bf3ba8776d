using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Administration.Jobs;

/// <summary>定时任务: what runs by itself, when it last ran and how that ended, when it runs next, and which server does it.</summary>
internal sealed class FindJobs(AnminDb db, IEnumerable<IJob> jobs, TimeProvider clock) : IQuestion<FindJobs.Request, IReadOnlyList<FindJobs.Row>>
{
    public sealed record Request;

    /// <param name="Held">Which server holds the job now, as machine and process; null where each does it for itself, or nobody does.</param>
    /// <param name="LastError">Kind of the fault; never its text, which may quote data.</param>
    /// <param name="MayRun">False for what runs every few seconds anyway.</param>
    public sealed record Row(string Name, string Label, TimeSpan Every, bool OnEveryNode, DateTimeOffset? StartedAt, DateTimeOffset? DoneAt, long? Milliseconds, string? LastError, int Failures, DateTimeOffset? NextAt, string? Held, bool MayRun);

    public Permission Permission => IdentityPermissions.RunJobs;

    public async Task<Outcome<IReadOnlyList<Row>>> HandleAsync(Request request, CancellationToken ct)
    {
        var states = await db.Set<JobState>().AsNoTracking().ToDictionaryAsync(s => s.Name, ct);
        var leases = await db.Set<Lease>().AsNoTracking().ToDictionaryAsync(l => l.Name, ct);
        var now = clock.GetUtcNow();
        return jobs.OrderBy(j => j.OnEveryNode).ThenByDescending(j => j.Every).Select(j => RowOf(j, states.GetValueOrDefault(j.Name), leases.GetValueOrDefault(j.Name), now)).ToList();
    }

    internal static bool IsRare(IJob job) => job is { OnEveryNode: false } && job.Every >= TimeSpan.FromMinutes(1);

    private static Row RowOf(IJob job, JobState? state, Lease? lease, DateTimeOffset now) => new(
        job.Name, job.Label, job.Every, job.OnEveryNode, state?.LastStartedAt, state?.LastDoneAt, state?.Milliseconds, state?.LastError, state?.Failures ?? 0,
        IsRare(job) ? state?.NextAt : null, lease is not null && lease.Until > now ? Server(lease.Owner) : null, IsRare(job));

    /// <summary>Machine and process; the random part of the owner's name says nothing to a person.</summary>
    private static string Server(string owner) => string.Join(':', owner.Split(':').Take(2));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindJobs, Request, IReadOnlyList<Row>>("/jobs");
}
