namespace Anmin.Funeral.Stays;

/// <summary>延期申请: the 经办人 asks to keep the body longer, says why, and signs. Append-only by trigger.</summary>
internal sealed class StayExtension
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required string Number { get; init; }

    /// <summary>1, 2, 3 … of the case; unique with it.</summary>
    public required int Seq { get; init; }

    public required string Reason { get; init; }

    /// <summary>The deadline it moved.</summary>
    public required DateTimeOffset DueBefore { get; init; }

    public required DateTimeOffset Until { get; init; }

    public required Guid SignedBy { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal enum StayLetterKind { Extension, Notice, Announcement, Opinion }

/// <summary>A numbered letter that went out, with what it said beyond the facts of the case. Append-only by trigger.</summary>
internal sealed class StayLetter
{
    public required string Number { get; init; }

    public required StayLetterKind Kind { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The extension or the overdue stay it belongs to.</summary>
    public required Guid Of { get; init; }

    public required string IssuedBy { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>A day that the letter names: until when.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Reason, facts or grounds as they were then.</summary>
    public string Text { get; init; } = "";

    public string Proposal { get; init; } = "";

    public bool? Approved { get; init; }
}
