using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Dossiers.Gaps;

/// <summary>补档通知书 to the holder: what lacks, until when, and what came of it.</summary>
internal sealed class GapLetter
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid DossierId { get; init; }

    public required string Number { get; init; }

    /// <summary>Codes of the items asked for.</summary>
    public required string Items { get; init; }

    public required DateOnly DueOn { get; init; }

    public required string SentBy { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    /// <summary>A text message went to the holder's telephone too.</summary>
    public required bool Told { get; init; }

    public DateOnly? AnsweredOn { get; private set; }

    public string? Answer { get; private set; }

    public string? AnsweredBy { get; private set; }

    public Outcome<Done> Note(DateOnly on, string answer, string by)
    {
        if (AnsweredOn is not null) return DossierProblems.LetterAnswered;
        (AnsweredOn, Answer, AnsweredBy) = (on, answer, by);
        return Done.It;
    }
}
