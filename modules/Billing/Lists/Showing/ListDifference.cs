using Anmin.Billing.Lists.Sheets;
using Anmin.Billing.Pricing;

namespace Anmin.Billing.Lists.Showing;

internal enum DifferenceKind { Added, Removed, Changed }

/// <param name="Changes">For a changed line, each field that differs.</param>
internal sealed record ListDifference(DifferenceKind Kind, string Item, string Name, IReadOnlyList<FieldChange> Changes)
{
    /// <summary>From <paramref name="old"/> to <paramref name="fresh"/>, by item code, in printed order; what is alike is left out. Pure.</summary>
    public static IReadOnlyList<ListDifference> Between(IReadOnlyList<SheetItem> old, IReadOnlyList<SheetItem> fresh)
    {
        var before = old.ToDictionary(i => i.Item.Code, StringComparer.Ordinal);
        var after = fresh.Select(i => i.Item.Code).ToHashSet(StringComparer.Ordinal);
        var rows = new List<ListDifference>();
        foreach (var now in fresh.OrderBy(i => i.Item.Ordinal))
        {
            if (!before.TryGetValue(now.Item.Code, out var was)) rows.Add(new(DifferenceKind.Added, now.Item.Code, now.Item.Name, [Price(null, now)]));
            else if (Changed(was, now) is { Count: > 0 } changes) rows.Add(new(DifferenceKind.Changed, now.Item.Code, now.Item.Name, changes));
        }
        rows.AddRange(old.Where(i => !after.Contains(i.Item.Code)).OrderBy(i => i.Item.Ordinal).Select(i => new ListDifference(DifferenceKind.Removed, i.Item.Code, i.Item.Name, [Price(i, null)])));
        return rows;
    }

    private static List<FieldChange> Changed(SheetItem was, SheetItem now)
    {
        var changes = new List<FieldChange>();
        if (was.Item.Least != now.Item.Least || was.Item.Most != now.Item.Most) changes.Add(Price(was, now));
        Compare("项目", was.Item.Name, now.Item.Name);
        Compare("目录编码", was.Item.Catalogue, now.Item.Catalogue);
        Compare("类别", PriceListItem.Label(was.Item.Class), PriceListItem.Label(now.Item.Class));
        Compare("管理方式", PriceListItem.Label(was.Item.Way), PriceListItem.Label(now.Item.Way));
        Compare("单位", was.Item.Unit, now.Item.Unit);
        Compare("基本型", was.Item.MustOffer ? "是" : "否", now.Item.MustOffer ? "是" : "否");
        Compare("计价条件", TermSentences.Write(was.Terms, was.Item.Unit), TermSentences.Write(now.Terms, now.Item.Unit));
        Compare("服务内容", was.Item.Content ?? "", now.Item.Content ?? "");
        Compare("减免", was.Item.Exemption ?? "", now.Item.Exemption ?? "");
        return changes;

        void Compare(string field, string old, string fresh)
        {
            if (old != fresh) changes.Add(new(field, old, fresh));
        }
    }

    private static FieldChange Price(SheetItem? was, SheetItem? now)
        => new("价格", was is null ? "" : Printed(was.Item), now is null ? "" : Printed(now.Item), was is null || now is null || was.Item.Most == 0 ? null : Math.Round((now.Item.Most - was.Item.Most) * 100m / was.Item.Most, 1, MidpointRounding.AwayFromZero));

    /// <summary>As printed: one amount, a range, or 按进价加成.</summary>
    public static string Printed(PriceListItem item) => item.Way == PricingWay.Markup ? "按进价加成" : item.Least == item.Most ? PriceEngine.Yuan(item.Most) : $"{PriceEngine.Yuan(item.Least)}至{PriceEngine.Yuan(item.Most)}";
}

/// <param name="Percent">Of the upper amount, one decimal; null where there is nothing to compare.</param>
internal sealed record FieldChange(string Field, string Old, string New, decimal? Percent = null);
