using Anmin.Cemetery.Rights;

namespace Anmin.Cemetery.Standards;

/// <summary>使用期限 and 一次收取的维护管理费.</summary>
internal sealed class TermJudge(PlotStandards standards)
{
    public IEnumerable<Verdict> Judge(TermFacts term)
    {
        if (term.Until is { } until) yield return Years(TermKey(term.Kind), "使用期限", term.From, until);
        if (term.CareUntil is not { } care) yield break;
        // a niche has its own limit where somebody made one, and else the one for everything kept in a ground
        var key = term.Kind == RightKind.Niche && standards.Find("niche.fee.prepay.max") is not null ? "niche.fee.prepay.max" : "plot.fee.prepay.max";
        yield return Years(key, "一次收取的维护管理费", term.CareFrom, care);
    }

    public static string TermKey(RightKind kind) => kind switch
    {
        RightKind.Niche => "niche.term.max",
        RightKind.Deposit => "deposit.term.max",
        _ => "plot.term.max",
    };

    private Verdict Years(string key, string what, DateOnly from, DateOnly until)
    {
        var actual = $"{from:yyyy-MM-dd}至{until:yyyy-MM-dd}";
        if (standards.Need(key, actual, out var missing) is not { } rule) return missing!;
        if (!PlotStandards.Number(rule, out var years)) return PlotStandards.Unreadable(rule, actual);
        var allowed = $"不超过{PlotStandards.Plain(years)}年";
        var last = from.AddYears((int)years).AddDays(-1);
        return until <= last
            ? new(key, VerdictGrade.Met, allowed, actual, rule.Source, $"{what}{actual}，规定{allowed}。")
            : new(key, VerdictGrade.Broken, allowed, actual, rule.Source, $"{what}{actual}，规定{allowed}。最晚到{last:yyyy-MM-dd}，请改短。");
    }
}
