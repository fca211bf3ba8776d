using Anmin.Identity.SecondFactor;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Passkeys;

/// <summary>One's own passkey by another name.</summary>
internal sealed class RenamePasskey(AnminDb db, OwnAccount own, Reading reading) : IUseCase<RenamePasskey.Request, Done>
{
    public sealed record Request(Guid PasskeyId, string? Name);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await own.TakeAsync(ct)).Try(out var account, out var problem)) return problem;
        var name = reading.Text(request.Name, "name", "名称", 40);
        if (reading.Problem is { } bad) return bad;
        if (await db.Set<Passkey>().SingleOrDefaultAsync(p => p.Id == request.PasskeyId && p.AccountId == account.Id, ct) is not { } key) return KernelProblems.NotFound;
        key.Name = name!;
        return Done.It;
    }
}
