using Anmin.Contracts.Billing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Billing.Lists.Drafts;

/// <summary>
/// 公布: by a second person, from tomorrow at the earliest; the list before it ends the day before. Held against the catalogue and rules of its first day once more:
/// with a fault it is not published but goes back to the draft, and what the law forbids is told to supervision.
/// </summary>
internal sealed class PublishPriceList(ListDesk desk, Reading reading) : IUseCase<PublishPriceList.Request, PublishPriceList.Reply>
{
    /// <param name="From">First day in force; empty takes the day of the draft.</param>
    public sealed record Request(string List, string? From);

    /// <param name="Published">False: sent back, with the faults.</param>
    public sealed record Reply(bool Published, IReadOnlyList<CheckPriceList.Fault> Faults);

    public Permission Permission => BillingPermissions.PublishLists;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.List, ct)).Try(out var list, out var problem)) return problem;
        var from = reading.Day(request.From, nameof(request.From), "执行日期", required: false) ?? list.From;
        if (reading.Problem is { } bad) return bad;
        var faults = list.State == PriceListState.Filed && list.DraftedBy != desk.By.Id ? desk.Faults(await desk.WholeAsync(list, ct), from) : [];
        desk.Context.About(list.Id);
        if (faults.Count > 0)
        {
            list.SendBack(faults.Count, desk.By.Id);
            CheckPriceList.Tell(desk, list, faults);
            return new Reply(false, CheckPriceList.Told(faults));
        }
        if (!list.Publish(from, desk.Today, await desk.LatestAsync(list.Institution, ct), desk.By.Id, desk.Now).Try(out _, out problem)) return problem;
        desk.Context.Announce(new PriceListPublished(list.Institution, list.Code, list.From, list.Replaces));
        return new Reply(true, []);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<PublishPriceList, Request, Reply>("/price-lists/publish");
}
