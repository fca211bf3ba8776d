using System.Globalization;
using Anmin.Billing.Lists;
using Anmin.Billing.Pricing;
using Anmin.Contracts.Funeral;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;

namespace Anmin.Billing.Bills;

/// <summary>Turns wishes into priced lines of a printed list. What the list does not allow becomes an attempt, never a line.</summary>
internal static class BillPricing
{
    public const int MostLines = 60;

    private static readonly string[] TooDear = ["billing.above-ceiling", "billing.gov-set", "billing.outside-range"];

    /// <param name="Tried">The lines that were refused by law, with the sentence; where there is one, <paramref name="Lines"/> is not to be used.</param>
    public sealed record Priced(IReadOnlyList<BillLine> Lines, IReadOnlyList<Try> Tried);

    public sealed record Try(AttemptKind Kind, string Item, string? Name, long? AskedFen, long? CeilingFen, Problem Problem);

    public static Outcome<Priced> Of(PrintedList list, IReadOnlyList<LineWish> wishes, CaseCard about)
    {
        if (wishes.Count == 0) return BillProblems.NoLines;
        if (wishes.Count > MostLines) return BillProblems.TooManyLines;
        if (wishes.GroupBy(w => (w.Item, w.Match, w.Cost)).Any(g => g.Count() > 1)) return BillProblems.ItemTwice;
        List<BillLine> lines = [];
        List<Try> tried = [];
        List<Problem> faults = [];
        foreach (var wish in wishes)
        {
            if (!list.Items.TryGetValue(wish.Item ?? "", out var item))
            {
                tried.Add(new(AttemptKind.OffList, Short(wish.Item), null, Fen(wish.Agreed).Value, null, BillProblems.OffList(wish.Item ?? "")));
                continue;
            }
            if (!Query(wish, about).Try(out var query, out var problem) || !PriceEngine.Of(item, query).Try(out var price, out problem) || !PriceEngine.UnitAmount(item, query).Try(out var unit, out problem))
            {
                if (query is { Agreed: not null } && TooDear.Contains(problem.Code) && query.Agreed > (PriceEngine.Ceiling(item, query) ?? 0)) tried.Add(new(AttemptKind.AboveCeiling, item.Code, item.Name, query.Agreed, PriceEngine.Ceiling(item, query), problem));
                else faults.Add(problem);
                continue;
            }
            lines.Add(Line(lines.Count + 1, list, item, query, price, item.Terms.FirstOrDefault(t => t.Kind == TermKind.Tier && query.Quantity >= t.From && query.Quantity <= (t.To ?? decimal.MaxValue))?.Fen ?? unit));
        }
        return tried.Count == 0 && faults.Count > 0 ? Problem.Many(faults) : new Priced(lines, tried);
    }

    private static BillLine Line(int number, PrintedList list, PriceItem item, PriceQuery query, Price price, long unit)
    {
        var ceiling = Math.Max(PriceEngine.Ceiling(item, query) ?? unit, item.Terms.Any(t => t.Kind == TermKind.Tier) ? unit : 0);
        return new()
        {
            Line = number,
            Kind = LineKind.Charge,
            List = list.Code,
            Item = item.Code,
            Name = item.Name,
            Detail = item.Terms.Any(t => t.Kind == TermKind.Amount) ? query.Match ?? "" : "",
            Class = item.Class,
            Way = item.Way,
            Unit = item.Unit,
            UnitFen = unit,
            CeilingFen = ceiling,
            LeastFen = item.Way == PricingWay.Range ? item.Least : ceiling,
            CostFen = item.Way == PricingWay.Markup ? query.Cost : null,
            QuantityMilli = (long)Math.Ceiling(query.Quantity * 1000),
            AmountFen = price.Fen,
            Derivation = price.Words,
            Source = item.Basis,
            Kilometres = item.Terms.Any(t => t.Kind == TermKind.Distance) ? query.Kilometres : null,
            Floor = item.Terms.Any(t => t.Kind == TermKind.Floor) ? query.Floor : null,
            Lift = query.Lift,
        };
    }

    private static Outcome<PriceQuery> Query(LineWish wish, CaseCard about)
    {
        if (!Number(wish.Quantity).Try(out var quantity, out _)) return BillProblems.Number("Lines", "数量");
        if (!Number(wish.Kilometres).Try(out var kilometres, out _)) return BillProblems.Number("Lines", "公里数");
        if (!Number(wish.Floor).Try(out var floor, out _) || floor is { } f && (f != Math.Floor(f) || Math.Abs(f) > 200)) return BillProblems.Number("Lines", "楼层");
        if (!Fen(wish.Agreed).Try(out var agreed, out _)) return BillProblems.Number("Lines", "单价");
        if (!Fen(wish.Cost).Try(out var cost, out _)) return BillProblems.Number("Lines", "进价");
        if (quantity is <= 0) return BillingProblems.Quantity;
        return new PriceQuery(quantity ?? 1)
        {
            Agreed = agreed,
            Match = string.IsNullOrWhiteSpace(wish.Match) ? null : wish.Match.Trim(),
            Kilometres = kilometres,
            Floor = (int?)floor,
            Lift = wish.Lift,
            Age = about.Age,
            Infectious = about.Infectious,
            Cost = cost,
        };
    }

    /// <summary>元 as people type it; null for nothing.</summary>
    public static Outcome<long?> Fen(string? yuan)
    {
        if (!Number(yuan).Try(out var number, out var problem)) return problem;
        if (number is not { } amount) return (long?)null;
        return amount * 100 == Math.Floor(amount * 100) && Math.Abs(amount) < 1_000_000_000 ? (long?)(amount * 100) : BillProblems.Number("Amount", "金额");
    }

    private static Outcome<decimal?> Number(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return (decimal?)null;
        return text.Length <= 20 && decimal.TryParse(TypedText.Narrow(text).Replace("−", "-", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            ? (decimal?)number
            : BillProblems.Number("Lines", "数字");
    }

    private static string Short(string? item) => item is null ? "" : item.Length > 100 ? item[..100] : item;
}
