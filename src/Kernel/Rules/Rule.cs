namespace Anmin.Kernel.Rules;

/// <summary>One rule of one place for one period. A past case is judged by the rules of its own day.</summary>
public sealed class Rule
{
    public required string Jurisdiction { get; init; }

    public required string Key { get; init; }

    /// <summary>Empty, or the case the rule is narrowed to, e.g. <c>infectious</c>.</summary>
    public string Condition { get; init; } = "";

    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Last day in force; null while it is.</summary>
    public DateOnly? EffectiveTo { get; set; }

    public required string Value { get; set; }

    public string Unit { get; set; } = "";

    /// <summary>Law and article, or who decided it.</summary>
    public required string Source { get; set; }
}
