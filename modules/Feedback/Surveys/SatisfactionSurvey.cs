using Anmin.Kernel.Actors;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;

namespace Anmin.Feedback.Surveys;

/// <summary>When the family is asked: days after the service, and again when it has settled.</summary>
public enum SurveyWave
{
    First,
    Second,
}

/// <summary>Planned → Sent → Answered or Skipped by the family. Stopped when nobody can be asked.</summary>
internal enum SurveyState
{
    Planned,
    Sent,
    Answered,
    Skipped,
    Stopped,
}

/// <summary>满意度回访 of one family in one wave. Who answered is known only by the address of the form; answers are never changed.</summary>
internal sealed class SatisfactionSurvey : JournalSubject, IOwnedByUnit
{
    private SatisfactionSurvey()
    {
    }

    public override string SubjectKind => "feedback.survey";

    public string Division { get; private init; } = "";

    public string? Institution { get; private init; }

    public string? OpenedBy { get; private init; }

    public string? Origin { get; private init; }

    public Guid CaseId { get; private init; }

    public SurveyWave Wave { get; private init; }

    public DateTimeOffset DueAt { get; private init; }

    public SurveyState State { get; private set; }

    /// <summary>Of the address in the message; the address itself is kept nowhere.</summary>
    public byte[]? TokenHash { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>The address works until then.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>What else the family said; sealed, since names may stand in it.</summary>
    public SensitiveText? Comment { get; private set; }

    public List<SurveyAnswer> Answers { get; } = [];

    public static SatisfactionSurvey Plan(Guid caseId, SurveyWave wave, string division, string institution, DateTimeOffset dueAt)
    {
        var survey = new SatisfactionSurvey { CaseId = caseId, Wave = wave, Division = division, Institution = institution, DueAt = dueAt };
        survey.Note("survey.planned", new { caseId, wave, dueAt });
        return survey;
    }

    public void Send(byte[] tokenHash, DateTimeOffset now, DateTimeOffset expiresAt)
    {
        (State, TokenHash, SentAt, ExpiresAt) = (SurveyState.Sent, tokenHash, now, expiresAt);
        Note("survey.sent", new { expiresAt });
    }

    /// <summary>Nobody to ask: no telephone, a case void after all, or asked too late.</summary>
    public void Stop(string why)
    {
        State = SurveyState.Stopped;
        Note("survey.stopped", new { why });
    }

    public Outcome<Done> Answer(IReadOnlyList<SurveyAnswer> answers, SensitiveText? comment, DateTimeOffset now)
    {
        if (Open(now) is { } refused) return refused;
        if (answers.Count == 0 && comment is null) return FeedbackProblems.Empty;
        (State, AnsweredAt, Comment) = (SurveyState.Answered, now, comment);
        Answers.AddRange(answers);
        Note("survey.answered", new { answers = answers.Select(a => new { a.Question, a.Value }), comment = comment is not null });
        return Done.It;
    }

    public Outcome<Done> Skip(DateTimeOffset now)
    {
        if (Open(now) is { } refused) return refused;
        State = SurveyState.Skipped;
        Note("survey.skipped", new { });
        return Done.It;
    }

    private Problem? Open(DateTimeOffset now) => State switch
    {
        SurveyState.Answered or SurveyState.Skipped => FeedbackProblems.Answered,
        SurveyState.Sent when now < ExpiresAt => null,
        _ => FeedbackProblems.Over,
    };
}

/// <summary>One answer: a question of the pack and its value. Written once.</summary>
internal sealed class SurveyAnswer
{
    public Guid SurveyId { get; init; }

    public string Question { get; init; } = "";

    public int Value { get; init; }
}
