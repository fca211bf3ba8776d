using Anmin.Kernel.Calendar;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Rules;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Lists.Evaluation;

/// <summary>When a list in force is due for evaluation: so long after its first day, or after the last evaluation, as the rule says.</summary>
internal sealed class EvaluationClock(AnminDb db, RuleBook rules, Reference reference)
{
    public const string Rule = "fee.evaluation.every";

    /// <summary>By list code: its last evaluation.</summary>
    public async Task<IReadOnlyDictionary<string, DateOnly>> DoneAsync(IReadOnlyCollection<string> lists, CancellationToken ct)
        => (await db.PriceEvaluations.AsNoTracking().Where(e => lists.Contains(e.List) && e.Kind == EvaluationKind.Done).GroupBy(e => e.List).Select(g => new { g.Key, Last = g.Max(e => e.On) }).ToListAsync(ct)).ToDictionary(e => e.Key, e => e.Last, StringComparer.Ordinal);

    /// <summary>Last day on which the evaluation is in time; null where no rule asks for one.</summary>
    public DateOnly? Due(string division, DateOnly from, DateOnly? evaluated)
    {
        var start = LocalClock.StartOf(evaluated ?? from, reference.Now.Zone);
        return rules.DueOrNone(Rule, division, start) is { } due ? LocalClock.DateOf(due.AddSeconds(-1), reference.Now.Zone) : null;
    }
}
