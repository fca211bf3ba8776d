using Anmin.Contracts.Identity;
using Anmin.Identity.Sessions;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Outside;

/// <summary>The provider vouches for somebody: who is linked comes in, nobody else; no account is ever made by it.</summary>
internal sealed class SignInFromOutside(AnminDb db, OutsideProvider provider, IStaffDirectory staff, CurrentActor current, SessionDesk desk, TimeProvider clock) : IUseCase<SignInFromOutside.Request, SignInFromOutside.Reply>
{
    public sealed record Request(string Subject) : IHasReason
    {
        public string Reason => "外部身份认证";
    }

    public sealed record Reply(Session Session);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (issuer, subject) = (provider.Issuer, request.Subject);
        if (await db.Set<OutsideLink>().SingleOrDefaultAsync(l => l.Issuer == issuer && l.Subject == subject, ct) is not { } link || staff.ActorOf(link.StaffId) is not { } actor) return OutsideProblems.NotLinked;
        link.LastUsedAt = clock.GetUtcNow();
        current.Actor = actor with { Device = current.Actor.Device };
        return (await desk.BeginAsync(link.StaffId, Proof.Federated, ct)).Try(out var session, out var problem) ? new Reply(session) : problem;
    }
}
