namespace Anmin.Kernel.Divisions;

/// <summary>A division of GB/T 2260 or below it. Retired codes stay, with their successor, for old cases.</summary>
public sealed class Division
{
    /// <summary>Significant digits: 0 · 32 · 3213 · 321302 · 321302001 · 321302001001.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>nation, province, city, county, town or village.</summary>
    public required string Level { get; set; }

    public string? Parent { get; set; }

    public DateOnly? EffectiveFrom { get; set; }

    /// <summary>Last day the code was in force; null while it is.</summary>
    public DateOnly? EffectiveTo { get; set; }

    public string? Successor { get; set; }
}
