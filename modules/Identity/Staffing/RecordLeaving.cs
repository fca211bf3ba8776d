using Anmin.Contracts.Identity;
using Anmin.Identity.People;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Staffing;

/// <summary>登记离职: from the day on they no longer get in; what is open under their name goes to a colleague first.</summary>
internal sealed class RecordLeaving(AnminDb db, PeopleBook people, Reading reading, CommandContext context, CurrentActor current, TimeProvider clock) : IUseCase<RecordLeaving.Request, RecordLeaving.Reply>
{
    /// <param name="LeftOn">First day they are no longer here; today where empty.</param>
    /// <param name="Successor">Who takes over open work; needed where there is any.</param>
    public sealed record Request(string StaffId, string? LeftOn, string? Successor, string Reason) : IHasReason;

    /// <param name="HandedOver">How many open things went to the successor.</param>
    public sealed record Reply(int HandedOver);

    public Permission Permission => IdentityPermissions.ManageStaff;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        reading.Text(request.Reason, nameof(request.Reason), "原因", 300);
        var day = reading.Day(request.LeftOn, nameof(request.LeftOn), "离职日期", required: false) ?? people.Now.Day;
        if (reading.Problem is { } bad) return bad;
        if (request.StaffId == current.Actor.Id) return IdentityProblems.NotOneself;
        if (await db.Set<Staff>().SingleOrDefaultAsync(s => s.Id == request.StaffId, ct) is not { } person) return KernelProblems.NotFound;
        if (!person.IsHere(people.Now.Day)) return IdentityProblems.LeftAlready(person.Name);
        var open = await db.Set<Assignment>().CountAsync(a => a.Staff == person.Id && a.EndedAt == null, ct);
        if (open > 0 && !HandOverWork.Fits(people.Now, person.Id, request.Successor)) return IdentityProblems.SuccessorNeeded(person.Name, open) with { Field = nameof(request.Successor) };
        person.LeftOn = day;
        if (day <= people.Now.Day)
            foreach (var held in await db.Set<Appointment>().Where(a => a.EndedAt == null && (a.StaffId == person.Id || a.InPlaceOf == person.Id)).ToListAsync(ct))
                (held.EndedAt, held.EndedBy) = (clock.GetUtcNow(), current.Actor.Id);
        if (open > 0) context.Announce(new WorkHandedOver(person.Id, request.Successor!, current.Actor.Id));
        context.ReferenceChanged();
        return new Reply(open);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RecordLeaving, Request, Reply>("/staff/leaving");
}

/// <summary>移交在办: somebody goes to other work and stays; what is open under their name goes to a colleague.</summary>
internal sealed class HandOverWork(AnminDb db, PeopleBook people, CommandContext context, CurrentActor current) : IUseCase<HandOverWork.Request, RecordLeaving.Reply>
{
    public sealed record Request(string StaffId, string Successor, string Reason) : IHasReason;

    public Permission Permission => IdentityPermissions.ManageStaff;

    public async Task<Outcome<RecordLeaving.Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request.Reason)) return KernelProblems.Required(nameof(request.Reason), "原因");
        if (people.Now.Staff.GetValueOrDefault(request.StaffId) is not { } person) return KernelProblems.NotFound;
        var open = await db.Set<Assignment>().CountAsync(a => a.Staff == person.Id && a.EndedAt == null, ct);
        if (open == 0) return IdentityProblems.NothingOpen(person.Name);
        if (!Fits(people.Now, person.Id, request.Successor)) return IdentityProblems.SuccessorNeeded(person.Name, open) with { Field = nameof(request.Successor) };
        context.Announce(new WorkHandedOver(person.Id, request.Successor, current.Actor.Id));
        return new RecordLeaving.Reply(open);
    }

    /// <summary>A colleague of the same institution who is here.</summary>
    public static bool Fits(PeopleView now, string from, string? to)
        => to is not null && to != from && now.Staff.GetValueOrDefault(to) is { Active: true } other && other.Institution == now.Staff[from].Institution;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<HandOverWork, Request, RecordLeaving.Reply>("/staff/hand-over");
}
