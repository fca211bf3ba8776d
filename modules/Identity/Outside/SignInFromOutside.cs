using Anmin.Contracts.Identity;
using Anmin.Identity.Accounts;
using Anmin.Identity.Entering;
using Anmin.Identity.SecondFactor;
using Anmin.Identity.Sessions;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Outside;

/// <summary>
/// The provider vouches for somebody: who is linked goes on as after a password, so that a barred account stays out and a second proof is still asked;
/// nobody else comes in, and no account is ever made by it.
/// </summary>
internal sealed class SignInFromOutside(AnminDb db, OutsideProvider provider, AccountBook accounts, EntryDesk entry, SecondFactorRule rule, IStaffDirectory staff, CurrentActor current, SessionDesk desk, TimeProvider clock) : IUseCase<SignInFromOutside.Request, EntryReply>
{
    public sealed record Request(string Subject) : IHasReason
    {
        public string Reason => "外部身份认证";
    }

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<EntryReply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (issuer, subject) = (provider.Issuer, request.Subject);
        if (await db.Set<OutsideLink>().SingleOrDefaultAsync(l => l.Issuer == issuer && l.Subject == subject, ct) is not { } link || staff.ActorOf(link.StaffId) is not { } actor) return OutsideProblems.NotLinked;
        link.LastUsedAt = clock.GetUtcNow();
        if (await accounts.TakeOfAsync(link.StaffId, ct) is { } account) return await entry.GoOnAsync(account, Proof.Federated, ct);
        // without an account there is no second proof to ask for
        if (rule.AsksOf(actor)) return OutsideProblems.AccountNeeded;
        current.Actor = actor with { Device = current.Actor.Device };
        return (await desk.BeginAsync(link.StaffId, Proof.Federated, ct)).Try(out var session, out var problem) ? new EntryReply(EntryStep.Entered, session) : problem;
    }
}
