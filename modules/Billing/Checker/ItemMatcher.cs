using Anmin.Billing.Lists;
using Anmin.Billing.Pricing;

namespace Anmin.Billing.Checker;

/// <summary>How a line of a bill came to an item of the list.</summary>
internal enum MatchWay
{
    /// <summary>The same name.</summary>
    Exact,

    /// <summary>The same by the pack's words, or by all before the bracket.</summary>
    Alias,

    /// <summary>Much alike, and nothing else is: judged by it, shown as a guess.</summary>
    Near,

    /// <summary>By the person.</summary>
    Chosen,

    /// <summary>Several could be meant: nothing is judged before the person chooses.</summary>
    Unclear,

    /// <summary>Nothing on the list is like it, or the person said so.</summary>
    None,
}

/// <param name="Item">Null where <paramref name="Way"/> is unclear or none.</param>
/// <param name="Others">What else could be meant, likeliest first.</param>
internal sealed record ItemMatch(MatchWay Way, PriceItem? Item, IReadOnlyList<PriceItem> Others);

/// <summary>Finds the printed item a line of a bill means. Never settles between two by itself.</summary>
internal sealed class ItemMatcher(PrintedList list, ItemNames names)
{
    private const double Alike = 0.4;
    private const double Sure = 0.7;
    private const double Ahead = 0.1;
    private const int MostOthers = 5;

    private readonly (PriceItem Item, string Plain, string Common, string Stem)[] items =
        [.. list.Items.Values.OrderBy(i => i.Code, StringComparer.Ordinal).Select(i => (i, ItemNames.Plain(i.Name), names.Common(i.Name), names.Common(ItemNames.Stem(i.Name))))];

    public ItemMatch Find(PaperLine line)
    {
        if (line.Chosen == PaperLine.NotListed) return new(MatchWay.None, null, []);
        var likely = Likely(line.Name);
        if (line.Chosen is { Length: > 0 } code && list.Items.TryGetValue(code, out var chosen)) return new(MatchWay.Chosen, chosen, likely);
        var (plain, common) = (ItemNames.Plain(line.Name), names.Common(line.Name));
        if (One(items.Where(i => i.Plain == plain)) is { } exact) return new(MatchWay.Exact, exact, likely);
        if (One(items.Where(i => i.Common == common)) is { } alias) return new(MatchWay.Alias, alias, likely);
        var stems = items.Where(i => i.Stem == common).Select(i => i.Item).ToList();
        if (stems.Count == 1) return new(MatchWay.Alias, stems[0], likely);
        if (stems.Count > 1) return new(MatchWay.Unclear, null, stems);
        if (likely.Count == 0) return new(MatchWay.None, null, []);
        var (first, second) = (Score(common, line.Name, likely[0]), likely.Count > 1 ? Score(common, line.Name, likely[1]) : 0);
        return first >= Sure && first - second >= Ahead ? new(MatchWay.Near, likely[0], likely) : new(MatchWay.Unclear, null, likely);
    }

    private List<PriceItem> Likely(string name)
    {
        var common = names.Common(name);
        return [.. items.Select(i => (i.Item, Score: Score(common, name, i.Item))).Where(i => i.Score >= Alike).OrderByDescending(i => i.Score).ThenBy(i => i.Item.Code, StringComparer.Ordinal).Take(MostOthers).Select(i => i.Item)];
    }

    private double Score(string common, string name, PriceItem item)
    {
        var (_, _, whole, stem) = Array.Find(items, i => i.Item == item);
        // 寿衣 in 丧葬用品（寿衣） says which of the goods it is
        var head = names.Common(ItemNames.Stem(name)) == whole ? Sure : 0;
        return Math.Max(head, Math.Max(ItemNames.Likeness(common, whole), 0.95 * ItemNames.Likeness(common, stem)));
    }

    private static PriceItem? One(IEnumerable<(PriceItem Item, string, string, string)> found) => found.Take(2).ToList() is [var only] ? only.Item : null;
}
