using System.Globalization;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;

namespace Anmin.Kernel.Rules;

/// <summary>
/// Asks the rule in force at a place on a day. Walks village → town → county → city → province → nation;
/// the nearest answer wins, and among equals the one narrowed to the asked condition.
/// A missing rule is a problem, never a default.
/// </summary>
public sealed class RuleBook(Reference reference)
{
    public Outcome<Rule> Find(string key, string division, DateOnly on, string condition = "")
    {
        if (reference.Now.Rules.TryGetValue(key, out var rows))
        {
            var inForce = rows.Where(r => r.EffectiveFrom <= on && (r.EffectiveTo is null || r.EffectiveTo >= on)).ToList();
            foreach (var code in DivisionBook.Upwards(division))
            {
                if (condition.Length > 0 && inForce.Find(r => r.Jurisdiction == code && r.Condition == condition) is { } narrow) return narrow;
                if (inForce.Find(r => r.Jurisdiction == code && r.Condition.Length == 0) is { } plain) return plain;
            }
        }
        return new Problem("kernel.rule.missing", $"没有找到{on:yyyy-MM-dd}适用的规则“{key}”。请管理员在城市包的规则表中补上，再办理这一项。");
    }

    /// <summary>When a clock that starts at <paramref name="from"/> runs out, by the rule of that day.</summary>
    public Outcome<DateTimeOffset> Due(string key, string division, DateTimeOffset from, string condition = "")
    {
        var data = reference.Now;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, data.Zone).DateTime);
        if (!Find(key, division, day, condition).Try(out var rule, out var problem)) return problem;
        if (!int.TryParse(rule.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && rule.Unit != "next-month")
            return new Problem("kernel.rule.not-a-clock", $"规则“{key}”的值“{rule.Value}”不是时限。请管理员核对城市包的规则表。");
        var due = Deadline.After(from, amount, rule.Unit, data.Zone, data.WorkingDays);
        // next year's holidays are announced in November: until then a period ends on its very day, the earlier of the two
        return due.Problem?.Code == "calendar.year-not-covered" && rule.Unit != "workday"
            ? Deadline.After(from, amount, rule.Unit, data.Zone, data.WorkingDays, LastDay.Stays)
            : due;
    }

    /// <summary>The due instant, or null where no rule sets a clock.</summary>
    public DateTimeOffset? DueOrNone(string key, string division, DateTimeOffset from, string condition = "")
        => Due(key, division, from, condition) is { Ok: true } due ? due.Value : null;
}
