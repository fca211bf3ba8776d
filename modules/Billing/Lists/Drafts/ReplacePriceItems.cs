using Anmin.Billing.Lists.Sheets;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Sheets;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Billing.Lists.Drafts;

/// <summary>导入项目: all lines of the draft anew from a CSV or XLSX. One wrong cell and nothing is changed; every fault is told by row and column.</summary>
internal sealed class ReplacePriceItems(ListDesk desk) : IUseCase<ReplacePriceItems.Request, ReplacePriceItems.Reply>
{
    /// <param name="Content">The file as it is, at most 2 MiB.</param>
    public sealed record Request(string List, byte[]? Content);

    public sealed record Reply(int Items, int Terms);

    public Permission Permission => BillingPermissions.DraftLists;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.List, ct)).Try(out var list, out var problem)) return problem;
        if (!SheetReader.Read(request.Content ?? [], ListSheet.Limits).Try(out var lines, out problem)) return problem;
        if (!ListSheet.Read(lines).Try(out var items, out problem)) return problem;
        var terms = items.Sum(i => i.Terms.Count);
        if (!list.Change("items-imported", new { items = items.Count, terms }).Try(out _, out problem)) return problem;
        await desk.ReplaceAsync(list.Code, [.. items.Select(i => (i.Item, i.Terms))], ct);
        desk.Context.About(list.Id);
        return new Reply(items.Count, terms);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ReplacePriceItems, Request, Reply>("/price-lists/items/import");
}
