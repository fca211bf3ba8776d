using Anmin.Billing.Pricing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Billing.Public;

/// <summary>一家机构的收费清单 as it stood on a day. A past day gives the past list.</summary>
internal sealed class GetPublicList(PublicLists lists) : IQuestion<GetPublicList.Request, GetPublicList.Reply>
{
    public sealed record Request(string? Institution = null, string? Date = null);

    public sealed record Reply(DateOnly Date, string Institution, string InstitutionName, string County, string List, string Title, string Document, DateOnly From, DateOnly? Until, IReadOnlyList<PriceLine> Items);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!lists.Day(request.Date).Try(out var day, out var problem)) return problem.At(nameof(request.Date));
        return await lists.OneAsync(request.Institution ?? "", day, ct) is { } shown ? Of(shown, day) : BillingProblems.NotShown(day);
    }

    internal static Reply Of(ShownList shown, DateOnly day) => new(day, shown.Head.Institution, shown.InstitutionName, shown.County, shown.Head.Code, shown.Head.Title, shown.Head.Document, shown.Head.From, shown.Head.Until,
        [.. shown.Whole.Lines.OrderBy(l => l.Item.Class).Select(PriceLine.Of)]);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetPublicList, Request, Reply>("/public/price-list");
}

/// <summary>A printed line for people and programs; the names of its fields are kept.</summary>
/// <param name="LeastFen">Lower end of a range in 分, the same as <paramref name="MostFen"/> for one amount; the cheapest where zone or size decides.</param>
/// <param name="MostFen">The amount, ceiling or upper end in 分.</param>
/// <param name="Price">The same in words.</param>
/// <param name="Terms">Every condition in words.</param>
internal sealed record PriceLine(string Code, string Name, ItemClass Class, PricingWay Way, string Unit, long LeastFen, long MostFen, bool MustOffer, string Price, IReadOnlyList<string> Terms, string? Content, string? Exemption, IReadOnlyList<PriceTerm> Conditions)
{
    public static PriceLine Of(ShownItem shown)
    {
        var item = shown.Item;
        var amounts = item.Terms.Where(t => t.Kind is TermKind.Amount or TermKind.Tier).Select(t => t.Fen).DefaultIfEmpty().ToList();
        var (least, most) = amounts is [0] ? (item.Least, item.Most) : (amounts.Min(), amounts.Max());
        return new(item.Code, item.Name, item.Class, item.Way, item.Unit, least, most, item.MustOffer, TermWords.Price(item), TermWords.Of(item), shown.Content, shown.Exemption, item.Terms);
    }
}
