using System.Globalization;
using Anmin.Billing.Lists.Catalogue;
using Anmin.Billing.Pricing;

namespace Anmin.Billing.Lists;

/// <summary>Everything a list says, loaded.</summary>
internal sealed record WholeList(PriceList List, IReadOnlyList<PriceListItem> Items, ILookup<string, PriceListTerm> Terms, IReadOnlyList<PriceListPackage> Packages, ILookup<string, PriceListPackageItem> Contents)
{
    public PriceItem Priced(PriceListItem item) => item.Priced(List.Document, Terms[item.Code]);
}

/// <param name="Item">Item, package or catalogue code it belongs to; null for the list as a whole.</param>
/// <param name="Code">What kind: <c>catalogue</c>, <c>class</c>, <c>way</c>, <c>unit</c>, <c>amount</c>, <c>terms</c>, <c>markup</c>, <c>basic</c>, <c>package</c>, <c>dearer</c>, <c>empty</c>.</param>
/// <param name="Fen">For <c>dearer</c>: the package and its items, in 分.</param>
internal sealed record ListFault(string? Item, string Code, string Message, long Fen = 0, long Against = 0);

/// <summary>What the check of a list asks besides the list: the catalogue of its first day, the institution's kind, the cap on goods.</summary>
/// <param name="MarkupCap">Percent; null where no rule sets one.</param>
/// <param name="MarkupSource">Law and article of the cap.</param>
internal sealed record CheckedAgainst(IReadOnlyDictionary<string, CatalogueLine> Catalogue, string Kind, decimal? MarkupCap, string MarkupSource);

/// <summary>Holds a list against the catalogue and the rules, and names every fault. Pure.</summary>
internal static class ListCheck
{
    public static IReadOnlyList<ListFault> Of(WholeList whole, CheckedAgainst against)
    {
        if (whole.Items.Count == 0) return [new(null, "empty", "清单里还没有项目。请先录入或者导入项目。")];
        return
        [
            .. whole.Items.SelectMany(i => Line(i, [.. whole.Terms[i.Code].Select(t => t.Priced)], against)),
            .. Basics(whole, against),
            .. whole.Packages.SelectMany(p => Package(p, whole)),
        ];
    }

    private static IEnumerable<ListFault> Line(PriceListItem item, IReadOnlyList<PriceTerm> terms, CheckedAgainst against)
    {
        ListFault Of(string code, string message) => new(item.Code, code, $"{item.Name}：{message}");
        if (!against.Catalogue.TryGetValue(item.Catalogue, out var line)) yield return Of("catalogue", $"收费项目目录里没有“{item.Catalogue}”，不能列入清单。请改目录编码，或者删去这一项。");
        else
        {
            if (line.Class != item.Class) yield return Of("class", $"目录（{line.Basis}）里是{PriceListItem.Label(line.Class)}，清单写成{PriceListItem.Label(item.Class)}。请改类别。");
            if (!line.Allows(item.Way)) yield return Of("way", $"目录（{line.Basis}）规定用{string.Join("或者", line.AllowedWays.Select(PriceListItem.Label))}，清单写成{PriceListItem.Label(item.Way)}。请改管理方式。");
            if (!line.AllowsUnit(item.Unit)) yield return Of("unit", $"目录的计费单位是{string.Join("、", line.AllowedUnits)}，清单写成{item.Unit}。请改单位。");
        }
        if (item.Least > item.Most) yield return Of("amount", "最低价高于最高价。请改金额。");
        if (item.Way != PricingWay.Range && item.Least != item.Most) yield return Of("amount", $"{PriceListItem.Label(item.Way)}只能有一个金额。请把最低价和最高价写成一样。");
        if (item.Way is PricingWay.Range or PricingWay.Market && item.Most == 0) yield return Of("amount", "没有金额。请填写金额。");
        foreach (var fault in Terms(item, terms)) yield return Of("terms", fault);
        foreach (var fault in Markup(item, terms, against)) yield return Of("markup", fault);
    }

    private static IEnumerable<string> Terms(PriceListItem item, IReadOnlyList<PriceTerm> terms)
    {
        if (terms.Where(t => t.Kind is TermKind.Amount or TermKind.Float).GroupBy(t => (t.Kind, t.Match)).FirstOrDefault(g => g.Count() > 1) is { } twice) yield return $"“{twice.Key.Match}”写了两次。请删去一个。";
        if (terms.FirstOrDefault(t => t.Kind is TermKind.Amount or TermKind.Tier && t.Fen > item.Most) is not null) yield return "分类或者分档的金额高于最高价。请改金额。";
        if (terms.Where(t => t.Kind is TermKind.RoundUp or TermKind.Free or TermKind.Infectious or TermKind.MarkupCap or TermKind.Distance or TermKind.Floor).GroupBy(t => t.Kind).Any(g => g.Count() > 1)) yield return "同一种计价条件写了两次。请删去一个。";
        if (terms.Any(t => t.Kind == TermKind.RoundUp && t.From <= 0)) yield return "进位单位要大于零。请改计价条件。";
        if (terms.Any(t => t.Kind == TermKind.Age && t.Percent > 100)) yield return "年龄条件只能减，不能加。请改计价条件。";
        if (terms.Any(t => t.Percent > 1000)) yield return "比例超过1000%。请核对计价条件。";
        var tiers = terms.Where(t => t.Kind == TermKind.Tier).OrderBy(t => t.From).ToList();
        for (var i = 0; i < tiers.Count; i++)
            if (tiers[i].To < tiers[i].From || (i > 0 && (tiers[i - 1].To is not { } end || end >= tiers[i].From))) yield return "数量分档互相重叠。请改计价条件。";
    }

    private static IEnumerable<string> Markup(PriceListItem item, IReadOnlyList<PriceTerm> terms, CheckedAgainst against)
    {
        var cap = terms.FirstOrDefault(t => t.Kind == TermKind.MarkupCap);
        if (item.Way != PricingWay.Markup)
        {
            if (cap is not null) yield return "只有差率控制的用品可以写加成。请改管理方式，或者删去加成。";
            yield break;
        }
        if (cap is null) yield return "差率控制要写最高加成，例如“加成不超过30%”。请补上。";
        else if (against.MarkupCap is not { } most) yield return "没有查到用品加成的上限规则。请管理员在规则表中补上。";
        else if (cap.Percent > most) yield return $"加成{Plain(cap.Percent)}%，超过上限{Plain(most)}%（{against.MarkupSource}）。请改低。";
    }

    /// <summary>基本型应保障供应.</summary>
    private static IEnumerable<ListFault> Basics(WholeList whole, CheckedAgainst against)
        => against.Catalogue.Values.Where(c => c.MustBeOfferedBy(against.Kind) && !whole.Items.Any(i => i.Catalogue == c.Code && i.MustOffer)).OrderBy(c => c.Ordinal)
            .Select(c => new ListFault(c.Code, "basic", $"{c.Name}：目录（{c.Basis}）要求保障基本型，清单里没有标明“基本型”的项目。请补上。"));

    private static IEnumerable<ListFault> Package(PriceListPackage package, WholeList whole)
    {
        ListFault Of(string code, string message, long fen = 0, long against = 0) => new(package.Code, code, $"组合“{package.Name}”：{message}", fen, against);
        var contents = whole.Contents[package.Code].ToList();
        if (contents.Count < 2)
        {
            yield return Of("package", "组合至少要有两个项目。请补上，或者删去组合。");
            yield break;
        }
        if (SumOf(whole, contents, out var fault) is not { } sum) yield return Of("package", fault!);
        else if (package.Fen > sum) yield return Of("dearer", $"组合价{PriceEngine.Yuan(package.Fen)}，比单项合计{PriceEngine.Yuan(sum)}高。请改低，组合价不得高于单项合计。", package.Fen, sum);
    }

    /// <summary>What the contents cost one by one for an adult within the radius, ranges at their lower end: the least a family would pay without the package.</summary>
    public static long? SumOf(WholeList whole, IReadOnlyList<PriceListPackageItem> contents, out string? fault)
    {
        long sum = 0;
        foreach (var part in contents)
        {
            if (whole.Items.FirstOrDefault(i => i.Code == part.Item) is not { } item)
            {
                fault = $"清单里没有“{part.Item}”。请改项目编码。";
                return null;
            }
            var query = new PriceQuery(part.Quantity) { Match = part.Match, Kilometres = 0, Age = 150, Agreed = item.Way == PricingWay.Range ? item.Least : null };
            if (!PriceEngine.Of(whole.Priced(item), query).Try(out var price, out var problem))
            {
                fault = $"{item.Name}不能放进组合，因为算不出单价。{problem.Message}";
                return null;
            }
            sum += price.Fen;
        }
        fault = null;
        return sum;
    }

    private static string Plain(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
