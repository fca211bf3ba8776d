using Anmin.Identity.Passkeys;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.SecondFactor;

/// <summary>Without the app from now on; refused where the post asks for a second proof and there would be none left.</summary>
internal sealed class DropTotp(AnminDb db, OwnAccount own, SecondFactorRule rule, CurrentActor current) : IUseCase<DropTotp.Request, Done>
{
    public sealed record Request;

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await own.TakeAsync(ct)).Try(out var account, out var problem)) return problem;
        if (rule.AsksOf(current.Actor) && !await db.Set<Passkey>().AnyAsync(p => p.AccountId == account.Id, ct)) return IdentityProblems.SecondNeeded;
        account.DropTotp();
        return Done.It;
    }
}
