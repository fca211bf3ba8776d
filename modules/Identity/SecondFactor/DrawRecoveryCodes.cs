using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;

namespace Anmin.Identity.SecondFactor;

/// <summary>Ten new codes in the place of the old ones, shown once.</summary>
internal sealed class DrawRecoveryCodes(OwnAccount own, SecondFactorDesk second) : IUseCase<DrawRecoveryCodes.Request, DrawRecoveryCodes.Reply>
{
    public sealed record Request;

    public sealed record Reply(IReadOnlyList<string> Codes) : ISecretReply;

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
        => (await own.TakeAsync(ct)).Try(out var account, out var problem) ? new Reply(await second.DrawCodesAsync(account, ct)) : problem;
}
