using Anmin.Billing.Pricing;

namespace Anmin.Billing.Checker;

/// <summary>One line against its item.</summary>
internal static class LineCheck
{
    public static LineVerdict Of(PaperLine line, Bill bill, ItemMatch match)
    {
        if (match.Way == MatchWay.Unclear) return Asks(Lacking.Item, $"清单上有几个相近的项目。请选择“{line.Name}”是哪一项。");
        if (match.Item is not { } item)
            return new(line, match, null, [], [new(FaultKind.OffList, line.Charged, $"当天执行的收费清单上没有这一项，不能收费。{(line.Charged > 0 ? $"这{PriceEngine.Yuan(line.Charged)}可以不付。" : "")}")], Lacking.Nothing, null);
        var query = LawfulMost.Query(line, bill, item);
        if (LawfulMost.Of(item, query).Try(out var most, out var problem)) return Judged(line, bill, match, item, query, most);
        if (problem.Code == "billing.choice") return Choice(line, bill, match, item, query, problem.Message);
        if (problem.Code == "billing.kilometres") return Distance(line, match, item, query);
        var lacking = problem.Code switch { "billing.cost" => Lacking.Cost, "billing.no-tier" => Lacking.Tier, _ => Lacking.Quantity };
        return Asks(lacking, lacking switch
        {
            Lacking.Tier => $"清单上没有写{query.Quantity:0.###}{item.Unit}收多少。请打电话问清楚再付。",
            Lacking.Cost => $"{string.Join("，", TermWords.Of(item))}。请向对方要进货凭证，填写进价。",
            _ => problem.Message,
        });

        LineVerdict Asks(Lacking what, string words) => new(line, match, null, [], [], what, words);
    }

    private static LineVerdict Judged(PaperLine line, Bill bill, ItemMatch match, PriceItem item, PriceQuery query, Price most)
    {
        if (line.Charged <= most.Fen)
        {
            // allowed as an amount, but perhaps not what its own price and quantity make
            var own = line.Unit is { } unit && LawfulMost.Of(item, query, unit).Try(out var made, out _) ? Math.Max(made.Fen, PaperLine.Product(unit, line.Quantity ?? 1)) : long.MaxValue;
            return line.Charged > own && line.Quantity is not null
                ? Found(new Finding(FaultKind.WrongProduct, line.Charged - own, $"{PriceEngine.Yuan(line.Unit!.Value)}×{line.Quantity:0.###}应当是{PriceEngine.Yuan(own)}，写成了{PriceEngine.Yuan(line.Charged)}。"))
                : Found();
        }
        // what age or illness explains to the very amount needs no grade
        if (Dearer.Why(line, bill, item, query, most) is { Kind: FaultKind.AgeNotReduced or FaultKind.InfectiousWithoutCause } plain) return Found(plain);
        // the grade is not known and would allow it
        if (bill.Grade is null && item.Way == PricingWay.GovGuided && Highest(item, query) is { } highest)
        {
            if (line.Charged <= highest.Price.Fen) return new(line, match, null, [], [], Lacking.Grade, $"这一项的最高价跟机构等级有关：没有等级的{PriceEngine.Yuan(most.Fen)}，{highest.Grade}{PriceEngine.Yuan(highest.Price.Fen)}。请填写机构等级。");
            (query, most) = (query with { Grade = highest.Grade }, highest.Price);
        }
        return Found(Dearer.Why(line, bill, item, query, most));

        LineVerdict Found(params Finding[] findings) => new(line, match, most.Fen, most.Steps, findings, Lacking.Nothing, null);
    }

    private static (string Grade, Price Price)? Highest(PriceItem item, PriceQuery query)
        => item.Terms.Where(t => t.Kind == TermKind.Float).MaxBy(t => t.Percent) is { Match: { } grade } && LawfulMost.Of(item, query with { Grade = grade }).Try(out var price, out _) ? (grade, price) : null;

    /// <summary>Without knowing the zone or size: wrong if dearer than the dearest, right if no dearer than the cheapest, else a question.</summary>
    private static LineVerdict Choice(PaperLine line, Bill bill, ItemMatch match, PriceItem item, PriceQuery query, string ask)
    {
        var all = item.Terms.Where(t => t.Kind == TermKind.Amount).Select(t => query with { Match = t.Match }).Select(q => (q, Price: LawfulMost.Of(item, q).Value)).Where(p => p.Price is not null).OrderBy(p => p.Price!.Fen).ToList();
        if (all.Count == 0) return new(line, match, null, [], [], Lacking.Match, ask);
        if (line.Charged <= all[0].Price!.Fen) return new(line, match, all[0].Price!.Fen, all[0].Price!.Steps, [], Lacking.Nothing, null);
        return line.Charged > all[^1].Price!.Fen ? Judged(line with { Match = all[^1].q.Match }, bill, match, item, all[^1].q, all[^1].Price!) with { Line = line } : new(line, match, null, [], [], Lacking.Match, ask);
    }

    private static LineVerdict Distance(PaperLine line, ItemMatch match, PriceItem item, PriceQuery query)
        => LawfulMost.Of(item, query with { Kilometres = 0 }).Try(out var near, out var problem) && line.Charged <= near.Fen
            ? new(line, match, near.Fen, near.Steps, [], Lacking.Nothing, null)
            : new(line, match, null, [], [], Lacking.Kilometres, problem is null ? "这一项按里程计价。请填写单程多少公里。" : problem.Message);
}
