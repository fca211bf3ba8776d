using Anmin.Contracts.Billing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Billing.Lists.Drafts;

/// <summary>提交核对: against the catalogue and the rules of the first day. Answers every fault; without one the list is checked. What the law forbids is told to supervision.</summary>
internal sealed class CheckPriceList(ListDesk desk) : IUseCase<CheckPriceList.Request, CheckPriceList.Reply>
{
    public sealed record Request(string List);

    public sealed record Reply(bool Checked, IReadOnlyList<Fault> Faults);

    /// <param name="Item">Item, package or catalogue code; null for the list as a whole.</param>
    public sealed record Fault(string? Item, string Code, string Message);

    public Permission Permission => BillingPermissions.DraftLists;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.List, ct)).Try(out var list, out var problem)) return problem;
        var faults = desk.Faults(await desk.WholeAsync(list, ct), list.From);
        if (!list.Check(faults.Count, desk.By.Id).Try(out _, out problem)) return problem;
        Tell(desk, list, faults);
        desk.Context.About(list.Id);
        return new Reply(faults.Count == 0, Told(faults));
    }

    internal static IReadOnlyList<Fault> Told(IReadOnlyList<ListFault> faults) => [.. faults.Select(f => new Fault(f.Item, f.Code, f.Message))];

    internal static void Tell(ListDesk desk, PriceList list, IReadOnlyList<ListFault> faults)
    {
        foreach (var fault in faults)
        {
            if (fault is { Code: "dearer", Item: { } package }) desk.Context.Announce(new PackageDearerThanItems(list.Institution, list.Code, package, fault.Fen, fault.Against, desk.By.Id));
            else if (fault is { Code: "basic", Item: { } line }) desk.Context.Announce(new BasicTypeMissing(list.Institution, list.Code, line, desk.By.Id));
        }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CheckPriceList, Request, Reply>("/price-lists/check");
}
