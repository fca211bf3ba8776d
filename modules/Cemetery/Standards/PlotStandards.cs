using System.Globalization;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Rules;

namespace Anmin.Cemetery.Standards;

/// <summary>
/// Judges plain facts by the rules of one place on one day. Reads nothing else and changes nothing, so that the counter, the public page,
/// the import and the supervision come to the same verdict. A limit the law asks for and nobody entered is a verdict of its own, never a guess.
/// </summary>
/// <param name="find">The rule of a key in force there and then.</param>
internal sealed class PlotStandards(Func<string, Outcome<Rule>> find)
{
    public static PlotStandards Of(RuleBook rules, string division, DateOnly day) => new(key => rules.Find(key, division, day));

    public IReadOnlyList<Verdict> Judge(ContractFacts facts) =>
    [
        .. facts.Plot is { } plot ? new PlotJudge(this).Judge(plot) : [],
        .. facts.Term is { } term ? new TermJudge(this).Judge(term) : [],
        .. facts.Basis is { } basis ? new BasisJudge(this).Judge(basis) : [],
        .. facts.Person is { } person ? new PersonJudge(this).Judge(person) : [],
        .. facts.Change is { } change ? new Verdict[] { new ChangeJudge(this).Judge(change) } : [],
    ];

    /// <summary>Null where no rule is in force.</summary>
    public Rule? Find(string key) => find(key).Try(out var rule, out _) ? rule : null;

    /// <summary>The rule, or the verdict that it is missing.</summary>
    public Rule? Need(string key, string actual, out Verdict? missing)
    {
        if (find(key).Try(out var rule, out var problem))
        {
            missing = null;
            return rule;
        }
        missing = new(key, VerdictGrade.Missing, "", actual, "", problem.Message);
        return null;
    }

    public static bool Number(Rule rule, out decimal number) => decimal.TryParse(rule.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    /// <summary>What stands in the table is no number: a fault of the pack, told as a missing rule.</summary>
    public static Verdict Unreadable(Rule rule, string actual) => new(rule.Key, VerdictGrade.Missing, rule.Value, actual, rule.Source, RightNumber);

    public static string Square(int cm2) => Plain(cm2 / 10_000m) + "平方米";

    public static string Plain(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private const string RightNumber = "墓位规则的值不是数，不能判断。请管理员核对城市包的规则表。";
}
