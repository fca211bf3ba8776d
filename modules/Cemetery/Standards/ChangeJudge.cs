namespace Anmin.Cemetery.Standards;

/// <summary>更名、继承、转让. Forbidding a transfer does not stop an inheritance: a right passes to heirs by law, not by sale.</summary>
internal sealed class ChangeJudge(PlotStandards standards)
{
    public Verdict Judge(ChangeKind change)
    {
        var (key, word) = change switch
        {
            ChangeKind.Rename => ("plot.name-change", "更名"),
            ChangeKind.Inherit => ("plot.transfer", "继承"),
            _ => ("plot.transfer", "转让"),
        };
        if (standards.Need(key, word, out var missing) is not { } rule) return missing!;
        return (change, rule.Value) switch
        {
            (ChangeKind.Inherit, "none") => new(key, VerdictGrade.Broken, "不得继承", word, rule.Source, "这里规定墓位使用权不得由他人接续。请联系民政局。"),
            (ChangeKind.Inherit, _) => new(key, VerdictGrade.Met, "可以继承", word, rule.Source, "持证人去世的，可以由继承人接续，须全部权利人书面同意。"),
            (_, "allowed") => new(key, VerdictGrade.Met, "可以", word, rule.Source, $"{word}可以办理，须全部权利人书面同意。"),
            (_, "approval") => new(key, VerdictGrade.Met, "须第二人审批", word, rule.Source, $"{word}须全部权利人书面同意，并由第二人审批。"),
            (ChangeKind.Rename, _) => new(key, VerdictGrade.Broken, "不得更名", word, rule.Source, "这里规定墓位、格位的姓名不得变更。请不要办理更名；持证人去世的，办理继承。"),
            _ => new(key, VerdictGrade.Broken, "不得转让", word, rule.Source, "这里规定墓位、格位不得转让。不再使用的，请办理退墓。"),
        };
    }

    /// <summary>Whether the rule of this change wants a second person.</summary>
    public bool NeedsApproval(ChangeKind change) => standards.Find(change == ChangeKind.Rename ? "plot.name-change" : "plot.transfer") is { Value: "approval" } && change != ChangeKind.Inherit;
}
