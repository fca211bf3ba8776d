using Anmin.Identity.Accounts;
using Anmin.Identity.Entering;
using Anmin.Identity.SignIn;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.SecondFactor;

/// <summary>A secret to be scanned or typed into an authenticator app.</summary>
/// <param name="Uri">What the QR says.</param>
/// <param name="Typed">The secret in fours.</param>
/// <param name="Wrapped">The secret, sealed, for the way back.</param>
internal sealed record TotpOffer(string Uri, string Typed, string Wrapped);

/// <summary>Offers somebody halfway in a secret for their app; nothing is kept until its first code comes back.</summary>
internal sealed class GetEnrolment(AnminDb db, SecondFactorDesk second, Reference reference) : IQuestion<GetEnrolment.Request, TotpOffer>
{
    /// <param name="Wrapped">The one offered before, to be shown again.</param>
    public sealed record Request(Halfway Halfway, string? Wrapped = null);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<TotpOffer>> HandleAsync(Request request, CancellationToken ct)
        => await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.Halfway.AccountId, ct) is { HasTotp: false } account && account.Stamp == request.Halfway.Stamp
            ? second.OfferTo(account, reference.Now.City.Bureau, request.Wrapped) : IdentityProblems.BeginAgain;
}

/// <summary>The same for somebody who is in and sets the app up by themselves.</summary>
internal sealed class GetTotpOffer(AnminDb db, SecondFactorDesk second, Anmin.Identity.Sessions.SessionDesk sessions, CurrentActor current, Reference reference) : IQuestion<GetTotpOffer.Request, TotpOffer>
{
    public sealed record Request(string? Wrapped = null);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<TotpOffer>> HandleAsync(Request request, CancellationToken ct)
    {
        if (sessions.StaleProof() is { } stale) return stale;
        var mine = current.Actor.Id;
        return await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.StaffId == mine, ct) is { } account ? second.OfferTo(account, reference.Now.City.Bureau, request.Wrapped) : IdentityProblems.NoAccount;
    }
}
