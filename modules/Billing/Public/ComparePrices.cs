using Anmin.Billing.Checker;
using Anmin.Billing.Pricing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Billing.Public;

/// <summary>比价: one item over all institutions, or two to four institutions side by side. Names are brought together by the pack's words.</summary>
internal sealed class ComparePrices(PublicLists lists, AliasBook aliases) : IQuestion<ComparePrices.Request, ComparePrices.Reply>
{
    /// <param name="Item">Any name of the item; the first on offer where empty.</param>
    /// <param name="With">Institutions to put side by side; all where empty.</param>
    /// <param name="Sort"><c>price</c>, <c>dear</c> or <c>name</c>.</param>
    public sealed record Request(string? Item = null, [property: FromQuery(Name = "with")] string[]? With = null, string? Sort = null, string? Date = null);

    /// <param name="Fen">What sorting goes by: the lower end, in 分; null where cost decides.</param>
    public sealed record Row(string Institution, string InstitutionName, string Name, string Price, PricingWay Way, IReadOnlyList<string> Terms, string Document, DateOnly From, long? Fen);

    /// <param name="Name">The shortest name it has anywhere.</param>
    public sealed record Kind(string Key, string Name, ItemClass Class, int Institutions);

    public sealed record Group(Kind Item, IReadOnlyList<Row> Rows);

    /// <param name="Institutions">All that have a list in force, by code and name.</param>
    public sealed record Reply(DateOnly Date, IReadOnlyList<Kind> Items, IReadOnlyDictionary<string, string> Institutions, IReadOnlyList<Group> Groups);

    public const int MostBeside = 4;

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!lists.Day(request.Date).Try(out var day, out var problem)) return problem.At(nameof(request.Date));
        var beside = request.With?.Where(w => !string.IsNullOrEmpty(w)).Distinct().ToList() ?? [];
        if (beside.Count is 1 or > MostBeside) return BillingProblems.CompareCount(MostBeside);
        var all = await lists.AllAsync(day, [], ct);
        var names = aliases.Names;
        var lines = all.SelectMany(l => l.Whole.Lines.Select(i => (List: l, Line: PriceLine.Of(i), Key: names.Common(ItemNames.Stem(i.Item.Name))))).ToList();
        var kinds = lines.GroupBy(l => l.Key).Select(g => new Kind(g.Key, Short(g.Select(l => l.Line.Name)), g.Min(l => l.Line.Class), g.Select(l => l.List.Head.Institution).Distinct().Count()))
            .OrderBy(k => k.Class).ThenByDescending(k => k.Institutions).ThenBy(k => k.Name, StringComparer.Ordinal).ToList();
        var chosen = beside.Count > 0 ? kinds : [.. kinds.Where(k => k.Key == names.Common(ItemNames.Stem(request.Item ?? ""))).DefaultIfEmpty(kinds.FirstOrDefault()).OfType<Kind>()];
        var groups = chosen.Select(k => new Group(k, Sorted(request.Sort, lines.Where(l => l.Key == k.Key && (beside.Count == 0 || beside.Contains(l.List.Head.Institution)))
            .Select(l => new Row(l.List.Head.Institution, l.List.InstitutionName, l.Line.Name, l.Line.Price, l.Line.Way, l.Line.Terms, l.List.Head.Document, l.List.Head.From, l.Line.Way == PricingWay.Markup ? null : l.Line.LeastFen)))))
            .Where(g => g.Rows.Count > 0).ToList();
        return new Reply(day, kinds, all.ToDictionary(l => l.Head.Institution, l => l.InstitutionName), groups);
    }

    private static List<Row> Sorted(string? by, IEnumerable<Row> rows) => by switch
    {
        "dear" => [.. rows.OrderByDescending(r => r.Fen ?? long.MinValue).ThenBy(r => r.InstitutionName, StringComparer.Ordinal)],
        "name" => [.. rows.OrderBy(r => r.InstitutionName, StringComparer.Ordinal).ThenBy(r => r.Fen ?? long.MaxValue)],
        _ => [.. rows.OrderBy(r => r.Fen ?? long.MaxValue).ThenBy(r => r.InstitutionName, StringComparer.Ordinal)],
    };

    private static string Short(IEnumerable<string> names) => names.Select(ItemNames.Stem).OrderBy(n => n.Length).ThenBy(n => n, StringComparer.Ordinal).First();

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<ComparePrices, Request, Reply>("/public/price-comparison");
}
