using Anmin.Identity.People;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Staffing;

/// <summary>Ends a post given here, or a stand-in, before its time. Its rights are gone at once.</summary>
internal sealed class EndAppointment(AnminDb db, CommandContext context, CurrentActor current, TimeProvider clock) : IUseCase<EndAppointment.Request, Done>
{
    public sealed record Request(Guid AppointmentId, string Reason) : IHasReason;

    public Permission Permission => IdentityPermissions.AppointStaff;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request.Reason)) return KernelProblems.Required(nameof(request.Reason), "原因");
        if (await db.Set<Appointment>().SingleOrDefaultAsync(a => a.Id == request.AppointmentId, ct) is not { } held) return KernelProblems.NotFound;
        if (held.EndedAt is not null) return IdentityProblems.AppointmentOver;
        (held.EndedAt, held.EndedBy) = (clock.GetUtcNow(), current.Actor.Id);
        context.ReferenceChanged();
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<EndAppointment, Request, Done>("/staff/appointments/end");
}
