using Anmin.Billing.Lists.Drafts;
using Anmin.Billing.Lists.Evaluation;
using Anmin.Billing.Lists.Sheets;
using Anmin.Billing.Pricing;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Lists.Showing;

/// <summary>One list as it is read: lines by class with their conditions in words, and while it is open, what the check would say.</summary>
internal sealed class GetPriceList(ListDesk desk, EvaluationClock clock, IStaffDirectory staff) : IQuestion<GetPriceList.Request, GetPriceList.Reply>
{
    public sealed record Request(string Code);

    /// <param name="Before">The list it replaces, or would replace: what a comparison is made with.</param>
    /// <param name="Faults">Empty once it was filed.</param>
    /// <param name="Catalogue">What a line may stand under on its first day.</param>
    public sealed record Reply(string Code, string Institution, string InstitutionName, string Title, string Document, DateOnly From, DateOnly? Until, PriceListState State, bool InForce, DateOnly Today, string? DraftedBy, bool OwnDraft, string? FilingNumber, DateOnly? FiledOn, string? PublishedBy,
        string? Before, DateOnly? EvaluateBy, bool Overdue, IReadOnlyList<Evaluated> Evaluations, IReadOnlyList<Line> Lines, IReadOnlyList<Package> Packages, IReadOnlyList<CheckPriceList.Fault> Faults, IReadOnlyList<CatalogueChoice> Catalogue);

    public sealed record Line(string Item, string Name, string Catalogue, ItemClass Class, PricingWay Way, string Unit, long Least, long Most, bool MustOffer, string Terms, string? Content, string? Exemption);

    /// <param name="Sum">What its items cost one by one, in 分; null where that cannot be worked out.</param>
    public sealed record Package(string Code, string Name, long Fen, long? Sum, IReadOnlyList<string> Contents, string Typed);

    public sealed record Evaluated(DateOnly On, string By, string Conclusion, bool Overdue);

    public sealed record CatalogueChoice(string Code, string Name, ItemClass Class, string Ways, string Units);

    public Permission Permission => BillingPermissions.ReadLists;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.Code, ct)).Try(out var list, out var problem)) return problem;
        var whole = await desk.WholeAsync(list, ct);
        var marks = await desk.Db.PriceEvaluations.AsNoTracking().Where(e => e.List == list.Code).OrderByDescending(e => e.On).ToListAsync(ct);
        var inForce = list.InForceOn(desk.Today);
        var due = inForce ? clock.Due(desk.DivisionOf(list.Institution), list.From, marks.Find(e => e.Kind == EvaluationKind.Done)?.On) : null;
        var before = await desk.BeforeAsync(list, ct);
        return new Reply(list.Code, list.Institution, desk.Institution(list.Institution)?.Name ?? list.Institution, list.Title, list.Document, list.From, list.Until, list.State, inForce, desk.Today, NameOf(list.DraftedBy), list.DraftedBy == desk.By.Id, list.FilingNumber, list.FiledOn, NameOf(list.PublishedBy),
            before, due, due < desk.Today, [.. marks.Select(e => new Evaluated(e.On, NameOf(e.By) ?? "", e.Conclusion, e.Kind == EvaluationKind.Overdue))],
            [.. whole.Items.Select(i => LineOf(whole, i))], [.. whole.Packages.Select(p => PackageOf(whole, p))],
            list.IsOpen ? CheckPriceList.Told(desk.Faults(whole, list.From)) : [],
            [.. desk.AgainstOn(list.From, list.Institution).Catalogue.Values.OrderBy(c => c.Ordinal).Select(c => new CatalogueChoice(c.Code, c.Name, c.Class, string.Join('、', c.AllowedWays.Select(PriceListItem.Label)), string.Join('、', c.AllowedUnits)))]);
    }

    private string? NameOf(string? id) => id is null ? null : staff.Find(id)?.Name ?? (id == Actor.System.Id ? Actor.System.Name : id);

    private static Line LineOf(WholeList whole, PriceListItem i)
        => new(i.Code, i.Name, i.Catalogue, i.Class, i.Way, i.Unit, i.Least, i.Most, i.MustOffer, TermSentences.Write(whole.Terms[i.Code].Select(t => t.Priced), i.Unit), i.Content, i.Exemption);

    private static Package PackageOf(WholeList whole, PriceListPackage p)
    {
        var contents = whole.Contents[p.Code].OrderBy(c => c.Item, StringComparer.Ordinal).ToList();
        var names = whole.Items.ToDictionary(i => i.Code, StringComparer.Ordinal);
        return new(p.Code, p.Name, p.Fen, ListCheck.SumOf(whole, contents, out _),
            [.. contents.Select(c => names.TryGetValue(c.Item, out var item) ? $"{item.Name}{(c.Match is null ? "" : "（" + c.Match + "）")} {c.Quantity:0.##}{item.Unit}" : c.Item)],
            string.Join('\n', contents.Select(c => $"{c.Item} {c.Quantity:0.##}{(c.Match is null ? "" : " " + c.Match)}")));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetPriceList, Request, Reply>("/price-lists/{code}");
}
