using Anmin.Billing.Lists.Sheets;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Billing.Lists.Showing;

/// <summary>Two lists of one institution, line by line.</summary>
internal sealed class ComparePriceLists(ListDesk desk) : IQuestion<ComparePriceLists.Request, ComparePriceLists.Reply>
{
    /// <param name="Other">The earlier list; empty takes the one this list replaces or would replace.</param>
    public sealed record Request(string Code, string? Other = null);

    public sealed record Reply(Head Old, Head New, IReadOnlyList<ListDifference> Differences, int Alike);

    public sealed record Head(string Code, string Title, string Document, DateOnly From, PriceListState State);

    public Permission Permission => BillingPermissions.ReadLists;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.Code, ct)).Try(out var list, out var problem)) return problem;
        var other = string.IsNullOrEmpty(request.Other) ? await desk.BeforeAsync(list, ct) : request.Other;
        if (!(await desk.OpenAsync(other, ct)).Try(out var before, out problem)) return problem;
        if (before.Institution != list.Institution) return ListProblems.OtherInstitution;
        var (old, fresh) = (await LinesAsync(desk, before, ct), await LinesAsync(desk, list, ct));
        var differences = ListDifference.Between(old, fresh);
        return new Reply(HeadOf(before), HeadOf(list), differences, fresh.Count - differences.Count(d => d.Kind != DifferenceKind.Removed));
    }

    internal static async Task<IReadOnlyList<SheetItem>> LinesAsync(ListDesk desk, PriceList list, CancellationToken ct)
    {
        var whole = await desk.WholeAsync(list, ct);
        return [.. whole.Items.Select(i => new SheetItem(i, [.. whole.Terms[i.Code].Select(t => t.Priced)]))];
    }

    private static Head HeadOf(PriceList l) => new(l.Code, l.Title, l.Document, l.From, l.State);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<ComparePriceLists, Request, Reply>("/price-lists/{code}/differences");
}
