using System.Globalization;
using Anmin.Kernel.Rules;

namespace Anmin.Kernel.Packs;

/// <summary>rules.csv: what holds where, from when to when, and by which law.</summary>
internal static class RuleFile
{
    private static readonly string[] Clocks = ["minute", "hour", "day", "workday", "month", "year"];
    private static readonly string[] Amounts = ["m", "m2", "mg/m3", "ng-TEQ/m3", "fen", "yuan", "percent", "unit", "count"];
    private static readonly string[] Words = ["text", "list", "next-month"];

    public static TablePackFile<Rule> Make() => new("rules.csv", 30,
        [
            PackColumn.Division("jurisdiction").AsKey(), PackColumn.Code("key", 100).AsKey(), PackColumn.Text("value"), PackColumn.OneOf("unit", [.. Clocks, .. Amounts, .. Words]),
            PackColumn.Text("condition").Optional().AsKey(), PackColumn.Date("effective_from").AsKey(), PackColumn.Date("effective_to").Optional(), PackColumn.Text("source", 180),
        ],
        row => new()
        {
            Jurisdiction = row["jurisdiction"],
            Key = row["key"],
            Condition = ConditionOf(row),
            EffectiveFrom = row.Date("effective_from"),
            EffectiveTo = row.DateOrNull("effective_to"),
            Value = row["value"],
            Unit = row["unit"],
            Source = ConditionOf(row).Length > 0 || row["condition"].Length == 0 ? row["source"] : $"{row["source"]}；适用：{row["condition"]}",
        })
    {
        Further = Check,
        // an old line left standing beside its mended successor would answer for the same day
        WhenGone = (rule, scope) => scope.Owns(rule.Jurisdiction) ? Vanished.Removed : Vanished.Kept,
    };

    /// <summary>A code narrows the rule (<c>infectious</c>); words for people are kept with the source and narrow nothing.</summary>
    private static string ConditionOf(PackRow row) => row["condition"].All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.') ? row["condition"] : "";

    private static void Check(IReadOnlyList<PackRow> rows, PackCheck check)
    {
        foreach (var row in rows.Where(r => r["value"].Length > 0))
        {
            if (Clocks.Contains(row["unit"]) && !int.TryParse(row["value"], NumberStyles.None, CultureInfo.InvariantCulture, out _)) check.Fault(row, "value", $"单位是 {row["unit"]}，“{PackColumn.Short(row["value"])}”应是整数");
            if (Amounts.Contains(row["unit"]) && !decimal.TryParse(row["value"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)) check.Fault(row, "value", $"单位是 {row["unit"]}，“{PackColumn.Short(row["value"])}”应是数");
        }
        check.Periods(rows, row => string.Join(" ", row["jurisdiction"], row["key"], ConditionOf(row)).TrimEnd());
    }
}
