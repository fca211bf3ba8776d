using Anmin.Contracts.Identity;
using Anmin.Identity.Sessions;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;

namespace Anmin.Identity.SignIn;

/// <summary>Demonstration: be the person behind a button. From here on the request, and its audit row, are theirs.</summary>
internal sealed class SignInAsPersona(IStaffDirectory staff, CurrentActor current, SignInMode mode, SessionDesk desk) : IUseCase<SignInAsPersona.Request, SignInAsPersona.Reply>
{
    public sealed record Request(string Persona) : IHasReason
    {
        public string Reason => $"演示身份：{Persona}";
    }

    public sealed record Reply(Session Session) : ISecretReply
    {
        public string StaffId => Session.StaffId;
    }

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!mode.Personas) return IdentityProblems.PersonasOff;
        if (staff.Persona(request.Persona) is not { } person || staff.ActorOf(person.Id) is not { } actor) return IdentityProblems.NoSuchPersona;
        current.Actor = actor with { Device = current.Actor.Device };
        return (await desk.BeginAsync(person.Id, Proof.Demonstration, ct)).Try(out var session, out var problem) ? new Reply(session) : problem;
    }
}
