using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Standards;

public enum VerdictGrade
{
    Met,

    /// <summary>May be done, and somebody should look.</summary>
    Warned,

    /// <summary>Forbidden.</summary>
    Broken,

    /// <summary>The law asks for a limit and nobody has entered it: nothing is signed on a guess.</summary>
    Missing,
}

/// <summary>What one rule says about one fact.</summary>
/// <param name="Rule">Key in rules.csv.</param>
/// <param name="Allowed">What the rule allows, in words.</param>
/// <param name="Actual">What is.</param>
/// <param name="Source">Law and article; empty where the rule is missing.</param>
/// <param name="Sentence">What a person reads.</param>
public sealed record Verdict(string Rule, VerdictGrade Grade, string Allowed, string Actual, string Source, string Sentence)
{
    public bool Refuses => Grade is VerdictGrade.Broken or VerdictGrade.Missing;

    /// <summary>The refusals among them as one problem, each with its own sentence; null where nothing stands in the way.</summary>
    public static Problem? ProblemOf(IEnumerable<Verdict> verdicts)
    {
        var refused = verdicts.Where(v => v.Refuses)
            .Select(v => v.Grade == VerdictGrade.Missing ? new Problem("kernel.rule.missing", v.Sentence) : new Problem("cemetery.standards." + v.Rule, $"{v.Sentence}依据：{v.Source}。")).ToList();
        return refused.Count == 0 ? null : Problem.Many(refused);
    }
}
