using Anmin.Contracts.Identity;
using Anmin.Identity.Sessions;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;

namespace Anmin.Identity.SingleSignOn.Logout;

/// <summary>Says that a session is over where no record of it says so itself.</summary>
internal sealed class LeaveSystems(CurrentSession current, CommandContext context) : IUseCase<LeaveSystems.Request, Done>
{
    public sealed record Request(Session Session);

    public Permission Permission => Permission.SignedIn;

    public Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (current.Session is null) context.Announce(new SessionEnded(request.Session.Id, request.Session.StaffId, "left"));
        return Task.FromResult<Outcome<Done>>(Done.It);
    }
}
