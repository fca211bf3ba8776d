using Anmin.Identity.People;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Leave;

/// <summary>Back early, or not going: one ends the standing-in for oneself. The colleague's rights from it are gone at once.</summary>
internal sealed class EndOwnStandIn(AnminDb db, CommandContext context, CurrentActor current, TimeProvider clock) : IUseCase<EndOwnStandIn.Request, Done>
{
    public sealed record Request(Guid AppointmentId);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        // somebody else's answers like one that is not there
        if (await db.Set<Appointment>().SingleOrDefaultAsync(a => a.Id == request.AppointmentId && a.InPlaceOf == current.Actor.Id, ct) is not { } held) return KernelProblems.NotFound;
        if (held.EndedAt is not null) return IdentityProblems.AppointmentOver;
        (held.EndedAt, held.EndedBy) = (clock.GetUtcNow(), current.Actor.Id);
        context.ReferenceChanged();
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<EndOwnStandIn, Request, Done>("/me/stand-ins/end");
}
