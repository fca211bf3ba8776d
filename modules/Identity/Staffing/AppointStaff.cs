using Anmin.Identity.People;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Identity.Staffing;

/// <summary>安排任职: a post in an institution, from a day on. Nobody appoints themselves.</summary>
internal sealed class AppointStaff(Appointing appointing, PeopleBook people, Reading reading, CommandContext context, CurrentActor current) : IUseCase<AppointStaff.Request, AppointStaff.Reply>
{
    /// <param name="Division">What a bureau's post reaches down from; that of the institution where empty.</param>
    /// <param name="From">First day; today where empty.</param>
    /// <param name="Until">Last day; open where empty.</param>
    public sealed record Request(string StaffId, string Post, string Institution, string? Division, string? From, string? Until, string Reason) : IHasReason;

    public sealed record Reply(Guid AppointmentId);

    public Permission Permission => IdentityPermissions.AppointStaff;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "原因", 300);
        var from = reading.Day(request.From, nameof(request.From), "起始日期", required: false);
        var until = reading.Day(request.Until, nameof(request.Until), "结束日期", required: false);
        if (reading.Problem is { } bad) return bad;
        if (request.StaffId == current.Actor.Id) return IdentityProblems.NotOneself;
        var division = string.IsNullOrWhiteSpace(request.Division) ? people.Find(request.Institution)?.Division ?? "" : request.Division.Trim();
        var draft = appointing.Draft(request.StaffId, request.Post, request.Institution, division, from ?? people.Now.Day, until, null, reason!);
        if (!(await appointing.MakeAsync(draft, ct)).Try(out var made, out var problem)) return problem;
        context.ReferenceChanged();
        return new Reply(made.Id);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AppointStaff, Request, Reply>("/staff/appointments");
}
