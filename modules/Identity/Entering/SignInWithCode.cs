using Anmin.Identity.SecondFactor;
using Anmin.Identity.Sessions;
using Anmin.Identity.SignInLog;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;

namespace Anmin.Identity.Entering;

/// <summary>The second step: six digits of the app, or one of the ten recovery codes.</summary>
internal sealed class SignInWithCode(EntryDesk desk, SecondFactorDesk second) : IUseCase<SignInWithCode.Request, EntryReply>
{
    public sealed record Request(Halfway Halfway, string Code);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<EntryReply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (account, refusal) = await desk.TakeAsync(request.Halfway, ct);
        if (account is null) return refusal!;
        if (RecoveryCode.Read(request.Code) is not null)
            return await second.UseCodeAsync(account, request.Code, ct)
                ? await desk.GoOnAsync(account, Proof.And(request.Halfway.Methods, Proof.RecoveryCode), ct)
                : desk.Fail(account, SignInResult.WrongRecoveryCode, request.Halfway.Methods, IdentityProblems.WrongRecovery);
        return second.Accepts(account, request.Code)
            ? await desk.GoOnAsync(account, Proof.And(request.Halfway.Methods, Proof.Code), ct)
            : desk.Fail(account, SignInResult.WrongCode, request.Halfway.Methods, IdentityProblems.WrongCode);
    }
}
