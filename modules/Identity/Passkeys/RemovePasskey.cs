using Anmin.Identity.SecondFactor;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Passkeys;

/// <summary>One's own passkey is of no use from now on; refused where the post asks for a second proof and none would be left.</summary>
internal sealed class RemovePasskey(AnminDb db, OwnAccount own, SecondFactorRule rule, CurrentActor current) : IUseCase<RemovePasskey.Request, Done>
{
    public sealed record Request(Guid PasskeyId);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await own.TakeAsync(ct)).Try(out var account, out var problem)) return problem;
        var keys = await db.Set<Passkey>().Where(p => p.AccountId == account.Id).ToListAsync(ct);
        if (keys.Find(p => p.Id == request.PasskeyId) is not { } key) return KernelProblems.NotFound;
        if (keys.Count == 1 && !account.HasTotp && rule.AsksOf(current.Actor)) return IdentityProblems.SecondNeeded;
        db.Remove(key);
        return Done.It;
    }
}
