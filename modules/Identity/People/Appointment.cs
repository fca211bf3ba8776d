namespace Anmin.Identity.People;

/// <summary>任职: a post somebody holds in an institution from one day on; or, with <see cref="InPlaceOf"/>, stands in for while its holder is away (代岗).</summary>
internal sealed class Appointment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string StaffId { get; init; }

    public required string PostId { get; init; }

    public required string Institution { get; init; }

    public required string Division { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day; null for open. Always set where it is in somebody's place.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>代岗: the absent holder.</summary>
    public string? InPlaceOf { get; init; }

    public required string Reason { get; init; }

    public required string MadeBy { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Ended before its time.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public string? EndedBy { get; set; }

    public bool Holds(DateOnly today) => EndedAt is null && From <= today && (Until is not { } last || today <= last);
}
