using Anmin.Identity.Sessions;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Identity.Accounts;

/// <summary>停用: nobody gets in with it, and whoever is in is out. Or the other way round. Never one's own.</summary>
internal sealed class BarAccount(AccountBook accounts, SessionDesk sessions, CurrentActor current) : IUseCase<BarAccount.Request, Done>
{
    public sealed record Request(Guid AccountId, bool Barred, string Reason) : IHasReason;

    public Permission Permission => IdentityPermissions.ManageAccounts;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request.Reason)) return KernelProblems.Required("reason", "原因");
        if (await accounts.TakeAsync(request.AccountId, ct) is not { } account) return KernelProblems.NotFound;
        if (account.StaffId == current.Actor.Id) return IdentityProblems.NotOnesOwnAccount;
        account.Bar(request.Barred);
        if (request.Barred) await sessions.EndAllAsync(account.StaffId, SessionEnd.Barred, ct);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<BarAccount, Request, Done>("/accounts/bar");
}
