using Anmin.Funeral.Cases;
namespace Anmin.Funeral.Twins;

/// <summary>A county officer's approval to open a further case for one person. Used once, by somebody else (invariant I1).</summary>
internal sealed class SecondCasePermit
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Keyed hash of the person's document; the number itself is in the case.</summary>
    public required byte[] Person { get; init; }

    public required string Reason { get; init; }

    public required string ApprovedBy { get; init; }

    public required DateTimeOffset ApprovedAt { get; init; }

    public Guid? UsedByCase { get; set; }
}

/// <summary>Two cases that may be one person. Shown side by side; nothing is ever merged by itself.</summary>
internal sealed class SuspectedTwin
{
    public required Guid CaseId { get; init; }

    public required Guid OtherId { get; init; }

    /// <summary>0 to 1; see docs/glossary.md, name likeness.</summary>
    public required double Likeness { get; init; }

    public required string Why { get; init; }

    public DateTimeOffset? SettledAt { get; set; }

    public string? SettledBy { get; set; }

    /// <summary><c>different</c>, or <c>same</c> when one of the two was voided.</summary>
    public string? Verdict { get; set; }
}
