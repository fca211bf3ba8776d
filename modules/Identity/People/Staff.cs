namespace Anmin.Identity.People;

/// <summary>Somebody who works here.</summary>
internal sealed class Staff
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required string Institution { get; set; }

    /// <summary>The division they act for: what a bureau's people see is this and below.</summary>
    public required string Division { get; set; }

    /// <summary>Ids of posts, separated by spaces.</summary>
    public required string Posts { get; set; }

    /// <summary>The sign-in button of the demonstration; null for most.</summary>
    public string? Persona { get; set; }

    public bool Active { get; set; } = true;

    public IReadOnlyList<string> PostIds() => Posts.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
