namespace Anmin.Identity.People;

/// <summary>科室: a part of an institution, where people sit.</summary>
internal sealed class Section
{
    public required string Id { get; init; }

    public required string Institution { get; set; }

    public required string Name { get; set; }

    /// <summary>Place in the list of the institution.</summary>
    public int Rank { get; set; }

    public bool Local { get; init; }

    public bool Active { get; set; } = true;
}
