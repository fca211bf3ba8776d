namespace Anmin.Identity.People;

/// <summary>Somebody who works here.</summary>
internal sealed class Staff
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required string Institution { get; set; }

    /// <summary>科室 within the institution; null where it has none.</summary>
    public string? Section { get; set; }

    /// <summary>The division they act for with the posts of <see cref="Posts"/>.</summary>
    public required string Division { get; set; }

    /// <summary>Ids of the posts the pack gives them at their institution, separated by spaces. What was given here is an <see cref="Appointment"/>.</summary>
    public required string Posts { get; set; }

    /// <summary>The sign-in button of the demonstration; null for most.</summary>
    public string? Persona { get; set; }

    /// <summary>False once gone from the pack.</summary>
    public bool Active { get; set; } = true;

    /// <summary>Entered here by an administrator; a pack leaves them alone.</summary>
    public bool Local { get; init; }

    /// <summary>离职: the first day they are no longer here; they get in until the day before.</summary>
    public DateOnly? LeftOn { get; set; }

    public bool IsHere(DateOnly today) => Active && (LeftOn is not { } left || today < left);

    public IReadOnlyList<string> PostIds() => Posts.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
