using Anmin.Identity.Sessions;
using Anmin.Identity.SignInLog;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;

namespace Anmin.Identity.Entering;

/// <summary>In place of a temporary password, before anything else can be opened.</summary>
internal sealed class ChooseFirstPassword(EntryDesk desk, SessionDesk sessions, SignInLedger ledger, TimeProvider clock) : IUseCase<ChooseFirstPassword.Request, EntryReply>
{
    /// <param name="Hash">Of a password that passed the rules.</param>
    public sealed record Request(Halfway Halfway, string Hash);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<EntryReply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (account, refusal) = await desk.TakeAsync(request.Halfway, ct);
        if (account is null) return refusal!;
        if (!account.MustChange) return IdentityProblems.BeginAgain;
        account.ChoosePassword(request.Hash, clock.GetUtcNow());
        ledger.Note(SignInResult.PasswordChanged, account.StaffId, account.Login, request.Halfway.Methods);
        await sessions.EndAllAsync(account.StaffId, SessionEnd.Revoked, ct);
        return await desk.GoOnAsync(account, request.Halfway.Methods, ct);
    }
}
