using Anmin.Identity.People;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Identity.Staffing;

/// <summary>代岗: while one is away, another has their post, from a day to a day. What is done then says so.</summary>
internal sealed class ArrangeStandIn(StandingIn standing, CurrentActor current) : IUseCase<ArrangeStandIn.Request, ArrangeStandIn.Reply>
{
    /// <param name="Absent">Who is away.</param>
    /// <param name="Substitute">Who stands in.</param>
    /// <param name="Post">A post the absent person holds in their own right.</param>
    public sealed record Request(string Absent, string Substitute, string Post, string From, string Until, string Reason) : IHasReason;

    public sealed record Reply(Guid AppointmentId);

    public Permission Permission => IdentityPermissions.AppointStaff;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.Substitute == current.Actor.Id) return IdentityProblems.NotOneself;
        return (await standing.ArrangeAsync(request, ct)).Try(out var id, out var problem) ? new Reply(id) : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ArrangeStandIn, Request, Reply>("/staff/stand-ins");
}

/// <summary>Going on leave, one asks a colleague of the same institution to stand in.</summary>
internal sealed class AskForStandIn(StandingIn standing, PeopleBook people, CurrentActor current) : IUseCase<AskForStandIn.Request, ArrangeStandIn.Reply>
{
    public sealed record Request(string Substitute, string Post, string From, string Until, string Reason) : IHasReason;

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<ArrangeStandIn.Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (people.Now.Staff.GetValueOrDefault(request.Substitute) is not { } other || other.Institution != current.Actor.Institution) return IdentityProblems.StaffUnknown with { Field = nameof(request.Substitute) };
        var asked = new ArrangeStandIn.Request(current.Actor.Id, request.Substitute, request.Post, request.From, request.Until, request.Reason);
        return (await standing.ArrangeAsync(asked, ct)).Try(out var id, out var problem) ? new ArrangeStandIn.Reply(id) : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AskForStandIn, Request, ArrangeStandIn.Reply>("/me/stand-ins");
}

/// <summary>What both ways of arranging it share.</summary>
internal sealed class StandingIn(Appointing appointing, PeopleBook people, Reading reading, CommandContext context)
{
    public async Task<Outcome<Guid>> ArrangeAsync(ArrangeStandIn.Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "原因", 300);
        var from = reading.Day(request.From, nameof(request.From), "起始日期");
        var until = reading.Day(request.Until, nameof(request.Until), "结束日期");
        if (reading.Problem is { } bad) return bad;
        if (request.Substitute == request.Absent) return IdentityProblems.StandInForOneself with { Field = nameof(request.Substitute) };
        if (until!.Value.DayNumber - from!.Value.DayNumber >= Appointing.LongestStandIn) return IdentityProblems.StandInTooLong with { Field = nameof(request.Until) };
        // a post that is itself held in somebody's place is not passed on
        if (people.Now.Holdings.GetValueOrDefault(request.Absent, []).FirstOrDefault(h => h.Post.Id == request.Post && h.InPlaceOf is null) is not { Institution: { } place } held) return IdentityProblems.PostNotHeld with { Field = nameof(request.Post) };
        var draft = appointing.Draft(request.Substitute, request.Post, place, held.Division, from.Value, until, request.Absent, reason!);
        if (!(await appointing.MakeAsync(draft, ct)).Try(out var made, out var problem)) return problem;
        context.ReferenceChanged();
        return made.Id;
    }
}
