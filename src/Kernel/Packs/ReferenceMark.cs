namespace Anmin.Kernel.Packs;

/// <summary>Drawn anew whenever something held in memory was changed by hand, so that every node reads it afresh.</summary>
public sealed class ReferenceMark
{
    public const string Whole = "reference";

    public required string Name { get; init; }

    public Guid Stamp { get; set; }
}
