using System.Globalization;
using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Groups;

/// <param name="Fen">分 for one person.</param>
internal sealed record GroupSubsidy(long Fen, string Source);

/// <summary>What the city pack says about journeys of one kind.</summary>
internal static class GroupRules
{
    public static Outcome<int> MostCompanions(this CemeteryDesk desk, GroupKind kind, string division) => desk.WholeOf("eco-group.companions.most", kind, division);

    public static Outcome<int> MostSignUpsADay(this CemeteryDesk desk, GroupKind kind, string division) => desk.WholeOf("eco-group.sign-up.most-a-day", kind, division);

    /// <summary>奖补 for one person; null where the pack names none.</summary>
    public static GroupSubsidy? Subsidy(this CemeteryDesk desk, GroupKind kind, string division, DateOnly on)
        => desk.Rules.Find("eco-group.subsidy", division, on, Condition(kind)).Try(out var rule, out _) && long.TryParse(rule.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var fen) ? new(fen, rule.Source) : null;

    /// <summary>What to bring, in order.</summary>
    public static IReadOnlyList<string> Bring(this CemeteryDesk desk, GroupKind kind, string division, DateOnly on)
        => desk.Rules.Find("eco-group.bring", division, on, Condition(kind)).Try(out var rule, out _) ? rule.Value.Split('|') : [];

    private static Outcome<int> WholeOf(this CemeteryDesk desk, string key, GroupKind kind, string division)
    {
        if (!desk.Rules.Find(key, division, desk.Today, Condition(kind)).Try(out var rule, out var problem)) return problem;
        return int.TryParse(rule.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : GroupProblems.RuleNotNumber;
    }

    private static string Condition(GroupKind kind) => kind == GroupKind.Sea ? "sea" : "scatter";
}
