using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;

namespace Anmin.Identity.SecondFactor;

/// <summary>Sets up the authenticator app, or puts a new one in the place of the old, on its first code. The recovery codes are drawn anew.</summary>
internal sealed class TakeTotp(OwnAccount own, SecondFactorDesk second) : IUseCase<TakeTotp.Request, TakeTotp.Reply>
{
    /// <param name="Offer">The wrapped secret the page showed.</param>
    public sealed record Request(string Offer, string Code);

    public sealed record Reply(IReadOnlyList<string> Codes) : ISecretReply;

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await own.TakeAsync(ct)).Try(out var account, out var problem)) return problem;
        return second.Take(account, request.Offer, request.Code) ? new Reply(await second.DrawCodesAsync(account, ct)) : IdentityProblems.WrongCode;
    }
}
