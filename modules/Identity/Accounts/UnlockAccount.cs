using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Identity.Accounts;

/// <summary>Ends the rest after wrong tries before its time.</summary>
internal sealed class UnlockAccount(AccountBook accounts) : IUseCase<UnlockAccount.Request, Done>
{
    public sealed record Request(Guid AccountId);

    public Permission Permission => IdentityPermissions.ManageAccounts;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await accounts.TakeAsync(request.AccountId, ct) is not { } account) return KernelProblems.NotFound;
        account.Unlock();
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<UnlockAccount, Request, Done>("/accounts/unlock");
}
