namespace Anmin.Kernel.Actors;

/// <summary>分派: a row that is somebody's to see through, until they hand it over. What is open of it is a person's open work.</summary>
public sealed class Assignment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Id of the <see cref="IOwnedByUnit"/>.</summary>
    public required Guid Subject { get; init; }

    /// <summary>As the journal names it, e.g. <c>funeral.case</c>.</summary>
    public required string SubjectKind { get; init; }

    public required string Staff { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public DateTimeOffset? EndedAt { get; set; }
}
