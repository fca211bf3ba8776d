using Anmin.Contracts.Identity;
using Anmin.Identity.Accounts;
using Anmin.Identity.Passkeys;
using Anmin.Identity.SecondFactor;
using Anmin.Identity.Sessions;
using Anmin.Identity.SignInLog;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Settings;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Entering;

internal enum EntryStep
{
    Refused,
    /// <summary>A code of the app, a recovery code or a passkey is to follow.</summary>
    Code,
    /// <summary>The password was somebody else's choice.</summary>
    NewPassword,
    /// <summary>The post asks for a second proof and there is none yet.</summary>
    Enrol,
    Entered,
}

/// <summary>What was proved so far by somebody not yet in; travels in a sealed cookie of ten minutes.</summary>
/// <param name="Stamp">The account's at that time: once a proof has changed, this counts for nothing.</param>
internal sealed record Halfway(Guid AccountId, Guid Stamp, string Methods);

/// <summary>The answer to one step of getting in. A refusal is a value in it, for the try itself has to be kept.</summary>
internal sealed record EntryReply(EntryStep Step, Session? Session = null, Halfway? Halfway = null, Problem? Problem = null, IReadOnlyList<string>? Codes = null) : ISecretReply;

/// <summary>The one place that decides what still has to be proved; every way of getting in ends here, inside a use case.</summary>
internal sealed class EntryDesk(AnminDb db, AccountBook accounts, SessionDesk sessions, SignInLedger ledger, SecondFactorRule rule, SettingBook settings, IStaffDirectory staff, CurrentActor current, TimeProvider clock)
{
    /// <summary>A refusal where so many wrong tries came from this address that none is looked at; else null.</summary>
    public async Task<EntryReply?> TiredAsync(CancellationToken ct)
    {
        if (await ledger.WrongFromHereAsync(clock.GetUtcNow() - AccountSettings.AddressSpan, ct) < settings.Number(AccountSettings.AddressMost)) return null;
        ledger.Note(SignInResult.TooManyFromAddress, null, null);
        return new(EntryStep.Refused, Problem: IdentityProblems.AddressTired);
    }

    /// <summary>The account of somebody halfway in, taken for this commit; or why not.</summary>
    public async Task<(Account? Account, EntryReply? Refusal)> TakeAsync(Halfway halfway, CancellationToken ct)
    {
        if (await TiredAsync(ct) is { } tired) return (null, tired);
        if (await accounts.TakeAsync(halfway.AccountId, ct) is not { } account || account.Stamp != halfway.Stamp) return (null, new(EntryStep.Refused, Problem: IdentityProblems.BeginAgain));
        if (!account.IsLocked(clock.GetUtcNow())) return (account, null);
        return (null, Refuse(account, SignInResult.Locked, halfway.Methods, LockedFor(account)));
    }

    public Problem LockedFor(Account account) => IdentityProblems.Locked((int)Math.Ceiling((account.LockedUntil!.Value - clock.GetUtcNow()).TotalMinutes));

    /// <summary>Counts a wrong try.</summary>
    public EntryReply Fail(Account account, SignInResult result, string methods, Problem problem)
    {
        account.Fail(clock.GetUtcNow(), AccountSettings.BackOff(settings));
        return Refuse(account, result, methods, problem);
    }

    /// <summary>Keeps the refusal in the log, and changes nothing.</summary>
    public EntryReply Refuse(Account? account, SignInResult result, string methods, Problem problem, string? typed = null)
    {
        ledger.Note(result, account?.StaffId, account?.Login ?? typed, methods);
        return new(EntryStep.Refused, Problem: problem);
    }

    /// <summary>With so much proved: what is next, or in.</summary>
    public async Task<EntryReply> GoOnAsync(Account account, string methods, CancellationToken ct)
    {
        if (account.Barred || staff.ActorOf(account.StaffId) is not { } actor) return Refuse(account, SignInResult.Barred, methods, IdentityProblems.SignInRefused);
        var step = await NextAsync(account, actor, methods, ct);
        if (step != EntryStep.Entered)
        {
            if (methods == Proof.Password && step == EntryStep.Code) ledger.Note(SignInResult.SecondAsked, account.StaffId, account.Login, methods);
            return new(step, Halfway: new(account.Id, account.Stamp, methods));
        }
        current.Actor = actor with { Device = current.Actor.Device };
        if (!(await sessions.BeginAsync(account.StaffId, methods, ct)).Try(out var session, out var full)) return Refuse(account, SignInResult.Full, methods, full);
        account.Enter(clock.GetUtcNow());
        return new(EntryStep.Entered, session);
    }

    private async Task<EntryStep> NextAsync(Account account, Actor actor, string methods, CancellationToken ct)
    {
        var alone = !Proof.Has(methods, "hwk") && !Proof.Has(methods, Proof.Code) && !Proof.Has(methods, Proof.RecoveryCode);
        var asked = alone && rule.AsksOf(actor);
        if (alone && account.HasTotp || asked && await db.Set<Passkey>().AnyAsync(p => p.AccountId == account.Id, ct)) return EntryStep.Code;
        if (account.MustChange && Proof.Has(methods, Proof.Password)) return EntryStep.NewPassword;
        return asked ? EntryStep.Enrol : EntryStep.Entered;
    }
}
