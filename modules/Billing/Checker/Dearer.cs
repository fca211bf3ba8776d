using Anmin.Billing.Pricing;

namespace Anmin.Billing.Checker;

/// <summary>Which mistake makes a line dearer than allowed: the most particular one that explains the amount.</summary>
internal static class Dearer
{
    public static Finding Why(PaperLine line, Bill bill, PriceItem item, PriceQuery query, Price most)
    {
        var over = line.Charged - most.Fen;
        var (charged, allowed) = (PriceEngine.Yuan(line.Charged), PriceEngine.Yuan(most.Fen));
        var ceiling = LawfulMost.Ceiling(item, query);
        var dearUnit = line.Unit > ceiling && line.Unit != line.Charged;
        if (item.Unit == LawfulMost.Body && line.Quantity > 1 && !dearUnit) return new(FaultKind.BodyCountedTwice, over, $"一位逝者只算1{item.Unit}，这里算了{line.Quantity:0.###}{item.Unit}。最多收{allowed}。");
        if (item.Way == PricingWay.Markup) return new(FaultKind.MarkupBeyond, over, $"进价{PriceEngine.Yuan(line.Cost ?? 0)}，{string.Join("，", TermWords.Of(item))}，最多卖{allowed}，收了{charged}。");
        if (!bill.Infectious && Has(TermKind.Infectious) && Makes(query with { Infectious = true })) return new(FaultKind.InfectiousWithoutCause, over, $"不是传染病，不能按传染病加收。最多收{allowed}，收了{charged}。");
        if (bill.Age is { } age && Has(TermKind.Age) && Makes(query with { Age = LawfulMost.GrownUp })) return new(FaultKind.AgeNotReduced, over, $"去世时{age}周岁，{string.Join("，", TermWords.Of(Only(TermKind.Age)))}。最多收{allowed}，收了{charged}。");
        if (Has(TermKind.Distance) && !dearUnit) return new(FaultKind.KilometresWrong, over, $"单程{query.Kilometres:0.###}公里，{string.Join("，", TermWords.Of(Only(TermKind.Distance)))}。最多收{allowed}，收了{charged}。");
        if (dearUnit || line.Unit > ceiling) return Above();
        if (Has(TermKind.Free) && LawfulMost.Of(Without(TermKind.Free), query, line.Unit).Try(out var unfree, out _) && line.Charged <= unfree.Fen)
            return new(FaultKind.FreeNotGiven, over, $"{string.Join("，", TermWords.Of(Only(TermKind.Free)))}，不收费的部分也收了。最多收{allowed}，收了{charged}。");
        if (item.Terms.FirstOrDefault(t => t.Kind == TermKind.RoundUp) is { } round && line.Quantity is { } real && Stepwise(round, real)) return new(FaultKind.RoundedWrongly, over, $"实际{real:0.###}{item.Unit}，{string.Join("，", TermWords.Of(Only(TermKind.RoundUp)))}。最多收{allowed}，收了{charged}。");
        if (line is { Unit: { } unit, Quantity: { } quantity } && PaperLine.Product(unit, quantity) < line.Charged) return new(FaultKind.WrongProduct, over, $"{PriceEngine.Yuan(unit)}×{quantity:0.###}应当是{allowed}，写成了{charged}。");
        return Above();

        Finding Above() => new(FaultKind.AboveCeiling, over, $"{TermWords.Way(item.Way)}，{(ceiling is { } top ? $"最高每{item.Unit}{PriceEngine.Yuan(top)}，" : "")}这一行最多收{allowed}，收了{charged}。");

        bool Has(TermKind kind) => item.Terms.Any(t => t.Kind == kind);

        PriceItem Only(TermKind kind) => item with { Terms = [.. item.Terms.Where(t => t.Kind == kind)] };

        PriceItem Without(TermKind kind) => item with { Terms = [.. item.Terms.Where(t => t.Kind != kind)] };

        bool Makes(PriceQuery other) => (LawfulMost.Of(item, other).Try(out var top, out _) && top.Fen == line.Charged) || (line.Unit is { } own && LawfulMost.Of(item, other, own).Try(out var its, out _) && its.Fen == line.Charged);

        // a whole number of steps, only too many of them
        bool Stepwise(PriceTerm round, decimal real)
        {
            var step = (line.Unit ?? ceiling ?? 0) * round.From;
            return step > 0 && line.Charged % step == 0 && line.Charged / step > Math.Ceiling(real / round.From) && line.Charged / step <= Math.Ceiling(real / round.From) + 2;
        }
    }
}
