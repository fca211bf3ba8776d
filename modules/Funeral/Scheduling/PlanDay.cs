using Anmin.Funeral.Timetable;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Scheduling.Planning;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Scheduling;

/// <summary>编排一天: proposes times for everything not fixed; saves nothing.</summary>
internal sealed class PlanDay(CaseFile file, Reading reading, SceneMaker scenes) : IQuestion<PlanDay.Request, Proposal>
{
    /// <summary>The rounds of a quiet machine's half second; on a busy one the budget ends it.</summary>
    internal const int Rounds = 120_000;

    private static readonly Effort Whole = new(1, Rounds, TimeSpan.FromMilliseconds(900));

    public sealed record Request(string Institution, string Date);

    public Permission Permission => FuneralPermissions.PlanDay;

    public async Task<Outcome<Proposal>> HandleAsync(Request request, CancellationToken ct)
    {
        var date = reading.Day(request.Date, nameof(request.Date), "日期");
        if (reading.Problem is { } bad) return bad;
        if (date < file.Today) return SchedulingProblems.InPast with { Field = nameof(request.Date) };
        if (!(await scenes.MakeAsync(request.Institution, date!.Value, null, ct)).Try(out var scene, out var problem)) return problem;
        var plan = Planner.Plan(scene.Day, Whole);
        return Proposal.Of(scene, plan, Planner.Of(scene.Day, Planner.FirstCome(scene.Day)), file.Zone);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<PlanDay, Request, Proposal>("/schedule/proposal");
}
