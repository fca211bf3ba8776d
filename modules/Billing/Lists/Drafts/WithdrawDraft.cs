using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Billing.Lists.Drafts;

/// <summary>撤回: a list that was never published is put away; it stays readable.</summary>
internal sealed class WithdrawDraft(ListDesk desk, Reading reading) : IUseCase<WithdrawDraft.Request, Done>
{
    public sealed record Request(string List, string? Reason) : IHasReason
    {
        string IHasReason.Reason => Reason ?? "";
    }

    public Permission Permission => BillingPermissions.DraftLists;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.List, ct)).Try(out var list, out var problem)) return problem;
        var reason = reading.Text(request.Reason, nameof(request.Reason), "撤回原因", 200);
        if (reading.Problem is { } bad) return bad;
        desk.Context.About(list.Id);
        return list.Withdraw(reason!, desk.By.Id);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<WithdrawDraft, Request, Done>("/price-lists/withdraw");
}
