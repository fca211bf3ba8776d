using Anmin.Billing.Lists;
using Anmin.Billing.Pricing;

namespace Anmin.Billing.Checker;

/// <summary>
/// Holds a bill against the list in force on its day: every line that is off the list, dearer than allowed, wrongly counted or charged twice.
/// Pure: the same list and bill give the same findings for ever. A line it cannot judge it asks about, and finds nothing in.
/// </summary>
internal static class BillCheck
{
    public static BillChecked Of(PrintedList list, Bill bill, ItemNames names)
    {
        var matcher = new ItemMatcher(list, names);
        var packages = bill.Lines.Select(l => l.Within).OfType<int>().ToHashSet();
        var verdicts = bill.Lines.Select(line => packages.Contains(line.Number)
            ? new LineVerdict(line, new ItemMatch(MatchWay.None, null, []), null, [], [], Lacking.Nothing, null) { IsPackage = true }
            : LineCheck.Of(line, bill, matcher.Find(line))).ToList();
        for (var i = 0; i < verdicts.Count; i++)
        {
            if (verdicts[i].IsPackage) verdicts[i] = Package(verdicts[i], verdicts);
            else if (Again(verdicts, i) is { } again) verdicts[i] = verdicts[i] with { Findings = [.. verdicts[i].Findings, again] };
        }
        return new(verdicts, Sum(bill));
    }

    /// <summary>A package costs at most the sum of what is in it; what it contains is not charged beside it.</summary>
    private static LineVerdict Package(LineVerdict package, List<LineVerdict> all)
    {
        var parts = all.Where(v => v.Line.Within == package.Line.Number && v.Line != package.Line).ToList();
        // a part nobody can price yet may explain any amount
        if (parts.Exists(p => p.Lacking != Lacking.Nothing)) return package;
        var sum = parts.Sum(p => p.Match.Way == MatchWay.None ? 0 : p.Most ?? 0);
        var over = package.Line.Charged - sum;
        return package with
        {
            Most = sum,
            Steps = [$"里面的{parts.Count}项逐项收，最多{PriceEngine.Yuan(sum)}"],
            Findings = over > 0 ? [new(FaultKind.PackageDearer, over, $"里面的项目逐项收，最多{PriceEngine.Yuan(sum)}，这一行收{PriceEngine.Yuan(package.Line.Charged)}。成套收的不能比逐项收贵。")] : [],
        };
    }

    private static Finding? Again(List<LineVerdict> all, int at)
    {
        var (now, line) = (all[at], all[at].Line);
        if (line.Charged == 0) return null;
        if (line.Within is { } whole && all.Exists(v => v.Line.Number == whole && v.Line.Charged > 0))
            return new(FaultKind.Duplicate, line.Charged, $"已经包含在第{whole}行里，不能再单独收{PriceEngine.Yuan(line.Charged)}。");
        var before = all.Take(at).FirstOrDefault(v => !v.IsPackage && v.Line.Charged > 0 && Same(v, now));
        return before is null ? null : new(FaultKind.Duplicate, line.Charged, now.Item?.Unit == LawfulMost.Body
            ? $"和第{before.Line.Number}行是同一项。按具收的项目，一位逝者只收一次。"
            : $"和第{before.Line.Number}行完全一样。确实用了两次的，请对方合成一行，写清数量。");
    }

    private static bool Same(LineVerdict a, LineVerdict b) => a.Item is not null && a.Item == b.Item && a.Item.Unit == LawfulMost.Body
        ? a.Line.Match == b.Line.Match
        : a.Item == b.Item && ItemNames.Plain(a.Line.Name) == ItemNames.Plain(b.Line.Name) && a.Line.Quantity == b.Line.Quantity && a.Line.Charged == b.Line.Charged && a.Line.Match == b.Line.Match;

    private static List<Finding> Sum(Bill bill)
    {
        var sum = bill.Lines.Sum(l => l.Charged);
        return bill.Total is { } total && total > sum ? [new(FaultKind.WrongTotal, total - sum, $"各行加起来是{PriceEngine.Yuan(sum)}，合计写了{PriceEngine.Yuan(total)}。")] : [];
    }
}
