using System.Globalization;
using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Deposits;

internal static class DepositTerms
{
    /// <summary>Whole years within what the rule of the place and day allows.</summary>
    public static Outcome<int> Years(this CemeteryDesk desk, string rule, string division, int years)
    {
        if (!desk.Rules.Find(rule, division, desk.Today).Try(out var term, out var problem)) return problem;
        if (!int.TryParse(term.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var most)) return DepositProblems.TermRule;
        return years < 1 || years > most ? DepositProblems.TermTooLong(most.ToString(CultureInfo.InvariantCulture)) : years;
    }
}
