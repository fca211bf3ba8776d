using Anmin.Contracts.Identity;
using Anmin.Identity.People;
using Anmin.Identity.Sessions;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.SignIn;

/// <summary>The link from the console, once: signs in as the built-in administrator.</summary>
internal sealed class SignInWithToken(AnminDb db, IStaffDirectory staff, CurrentActor current, SessionDesk desk, TimeProvider clock) : IUseCase<SignInWithToken.Request, SignInWithToken.Reply>
{
    public sealed record Request(string Token) : IHasReason
    {
        public string Reason => "控制台登录链接";
    }

    public sealed record Reply(Session Session) : ISecretReply;

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (hash, now) = (EntryToken.HashOf(request.Token), clock.GetUtcNow());
        // one statement: of two who use the link at once, one gets in
        var used = await db.Set<EntryToken>().Where(t => t.Hash == hash && t.UsedAt == null && t.ExpiresAt > now)
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.UsedAt, now), ct);
        if (used == 0) return IdentityProblems.BadToken;
        current.Actor = staff.ActorOf(StaffActor.BuiltIn.Id)! with { Device = current.Actor.Device };
        return (await desk.BeginAsync(StaffActor.BuiltIn.Id, Proof.ConsoleLink, ct)).Try(out var session, out var problem) ? new Reply(session) : problem;
    }
}
