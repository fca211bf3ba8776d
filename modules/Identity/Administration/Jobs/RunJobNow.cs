using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Administration.Jobs;

/// <summary>Makes a job due now; the server that holds it begins within twenty seconds.</summary>
internal sealed class RunJobNow(AnminDb db, IEnumerable<IJob> jobs, TimeProvider clock) : IUseCase<RunJobNow.Request, Done>
{
    public sealed record Request(string Name) : IHasReason
    {
        public string Reason => "立即运行 " + Name;
    }

    public Permission Permission => IdentityPermissions.RunJobs;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (jobs.FirstOrDefault(j => j.Name == request.Name) is not { } job) return KernelProblems.NotFound;
        if (!FindJobs.IsRare(job)) return IdentityProblems.JobRunsAnyway;
        var state = await db.Set<JobState>().SingleOrDefaultAsync(s => s.Name == job.Name, ct);
        if (state is null) db.Add(new JobState { Name = job.Name, NextAt = clock.GetUtcNow() });
        else state.NextAt = clock.GetUtcNow();
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RunJobNow, Request, Done>("/jobs/run");
}
