using Anmin.Identity.SecondFactor;
using Anmin.Identity.Sessions;
using Anmin.Identity.SignInLog;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;

namespace Anmin.Identity.Entering;

/// <summary>Whoever's post asks for a second proof and who has none yet sets one up on the way in, and gets the ten recovery codes.</summary>
internal sealed class EnrolTotp(EntryDesk desk, SecondFactorDesk second) : IUseCase<EnrolTotp.Request, EntryReply>
{
    /// <param name="Offer">The wrapped secret the page showed.</param>
    public sealed record Request(Halfway Halfway, string Offer, string Code);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<EntryReply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (account, refusal) = await desk.TakeAsync(request.Halfway, ct);
        if (account is null) return refusal!;
        // an account that has one is asked for it, never for another
        if (account.HasTotp || account.MustChange || !Proof.Has(request.Halfway.Methods, Proof.Password)) return IdentityProblems.BeginAgain;
        if (!second.Take(account, request.Offer, request.Code)) return desk.Fail(account, SignInResult.WrongCode, request.Halfway.Methods, IdentityProblems.WrongCode);
        var codes = await second.DrawCodesAsync(account, ct);
        return (await desk.GoOnAsync(account, Proof.And(request.Halfway.Methods, Proof.Code), ct)) with { Codes = codes };
    }
}
