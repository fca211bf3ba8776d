using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Stays;

/// <summary>Where an overdue stay has got. Final: Ended; Signed ends with the cremation.</summary>
internal enum OverdueState { Notified, Received, Announced, Proposed, Approved, Refused, Signed, Ended }

/// <summary>How the 告知书 reached the 经办人, or that it could not.</summary>
internal enum DeliveryWay { InPerson, Post, LeftAtHome, NotFound }

/// <summary>
/// 逾期存放: letter → receipt → public notice → the home's proposal → the bureau's opinion → the chief's signature. It replaces the family's
/// signature and nothing else of what a cremation demands. Nameless remains begin with the public notice. Times come in; whoever asks must have the case in hand.
/// </summary>
internal sealed class OverdueStay
{
    private OverdueStay()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CaseId { get; private init; }

    public string Institution { get; private init; } = "";

    public string Division { get; private init; } = "";

    /// <summary>The deadline that has passed; for the nameless the day they were reported.</summary>
    public DateTimeOffset DueAt { get; private init; }

    public bool Nameless { get; private init; }

    /// <summary>By the rule of the day it began: a number of the police's record must be there before the chief signs.</summary>
    public bool PoliceNeeded { get; private init; }

    public OverdueState State { get; private set; }

    public DateTimeOffset StartedAt { get; private init; }

    public string? NoticeNumber { get; private set; }

    public DateTimeOffset? NotifiedAt { get; private set; }

    public Guid? NotifiedHandler { get; private set; }

    public DeliveryWay? Way { get; private set; }

    public DateTimeOffset? ReceivedAt { get; private set; }

    /// <summary>Until then the 经办人 may answer; no public notice before.</summary>
    public DateTimeOffset? AnswerUntil { get; private set; }

    public string? AnnouncementNumber { get; private set; }

    public DateTimeOffset? AnnouncedAt { get; private set; }

    /// <summary>End of the public notice; no proposal before.</summary>
    public DateTimeOffset? AnnouncedUntil { get; private set; }

    /// <summary>What the public reads: a name with the given name hidden, and the facts, as they were then.</summary>
    public string? PublicName { get; private set; }

    public string? PublicFacts { get; private set; }

    public DateTimeOffset? ProposedAt { get; private set; }

    public string? ProposedBy { get; private set; }

    public string? Proposal { get; private set; }

    public string? OpinionNumber { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? DecidedBy { get; private set; }

    public bool? Approved { get; private set; }

    public string? Grounds { get; private set; }

    public string? PoliceRecord { get; private set; }

    public DateTimeOffset? SignedAt { get; private set; }

    public string? SignedBy { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public string? EndReason { get; private set; }

    public bool IsOpen => EndedAt is null;

    /// <summary>What is awaited has a time: end of the answer, end of the notice. Null while a person is.</summary>
    public DateTimeOffset? WaitsUntil => State switch { OverdueState.Received => AnswerUntil, OverdueState.Announced => AnnouncedUntil, _ => null };

    public sealed record Of(Guid CaseId, string Institution, string Division, DateTimeOffset DueAt, bool Nameless, bool PoliceNeeded);

    public static Outcome<OverdueStay> Notify(Of of, string number, Guid handler, DateTimeOffset now)
    {
        if (of.Nameless) return StayProblems.NamelessGoesPublic;
        if (now < of.DueAt) return StayProblems.NotOverdue;
        return new OverdueStay
        {
            CaseId = of.CaseId,
            Institution = of.Institution,
            Division = of.Division,
            DueAt = of.DueAt,
            PoliceNeeded = of.PoliceNeeded,
            StartedAt = now,
            NoticeNumber = number,
            NotifiedAt = now,
            NotifiedHandler = handler,
            State = OverdueState.Notified,
        };
    }

    /// <summary>Nobody to write to: the public notice comes first.</summary>
    public static OverdueStay Unnamed(Of of, DateTimeOffset now) => new()
    {
        CaseId = of.CaseId,
        Institution = of.Institution,
        Division = of.Division,
        DueAt = of.DueAt,
        Nameless = true,
        PoliceNeeded = true,
        StartedAt = now,
        State = OverdueState.Received,
    };

    /// <param name="receivedAt">End of the day it was received, or now where nobody was found.</param>
    public Outcome<Done> Receive(DeliveryWay way, DateTimeOffset receivedAt, DateTimeOffset answerUntil, DateTimeOffset now)
    {
        if (Wrong(OverdueState.Notified, now) is { } wrong) return wrong;
        if (receivedAt < NotifiedAt) return StayProblems.ReceiptTooEarly;
        (Way, ReceivedAt, AnswerUntil, State) = (way, receivedAt, way == DeliveryWay.NotFound ? now : answerUntil, OverdueState.Received);
        return Done.It;
    }

    public Outcome<Done> Announce(string number, string publicName, string facts, DateTimeOffset until, DateTimeOffset now)
    {
        if (Wrong(OverdueState.Received, now) is { } wrong) return wrong;
        if (now < AnswerUntil) return StayProblems.AnswerRuns;
        (AnnouncementNumber, PublicName, PublicFacts, AnnouncedAt, AnnouncedUntil, State) = (number, publicName, facts, now, until, OverdueState.Announced);
        return Done.It;
    }

    /// <summary>Also after a refusal, with a new reason.</summary>
    public Outcome<Done> Propose(string reason, string by, DateTimeOffset now)
    {
        if (Wrong(State == OverdueState.Refused ? OverdueState.Refused : OverdueState.Announced, now) is { } wrong) return wrong;
        if (now < AnnouncedUntil) return StayProblems.NoticeRuns;
        (Proposal, ProposedBy, ProposedAt, OpinionNumber, DecidedBy, DecidedAt, Approved, Grounds, State) = (reason, by, now, null, null, null, null, null, OverdueState.Proposed);
        return Done.It;
    }

    /// <summary>The bureau decides what the home proposed; nobody decides on their own proposal.</summary>
    public Outcome<Done> Decide(string number, bool approve, string grounds, string by, DateTimeOffset now)
    {
        if (Wrong(OverdueState.Proposed, now) is { } wrong) return wrong;
        if (by == ProposedBy) return FuneralProblems.SameTwo;
        (OpinionNumber, Approved, Grounds, DecidedBy, DecidedAt, State) = (number, approve, grounds, by, now, approve ? OverdueState.Approved : OverdueState.Refused);
        return Done.It;
    }

    public Outcome<Done> Sign(string? policeRecord, string by, DateTimeOffset now)
    {
        if (Wrong(OverdueState.Approved, now) is { } wrong) return wrong;
        if (PoliceNeeded && string.IsNullOrWhiteSpace(policeRecord)) return StayProblems.PoliceRecordMissing;
        if (by == DecidedBy) return FuneralProblems.SameTwo;
        (PoliceRecord, SignedBy, SignedAt, State) = (policeRecord, by, now, OverdueState.Signed);
        return Done.It;
    }

    /// <summary>The family has come, or the body has lawfully gone another way.</summary>
    public Outcome<Done> End(string reason, DateTimeOffset now)
    {
        if (!IsOpen) return StayProblems.WrongStep;
        (EndReason, EndedAt, State) = (reason, now, OverdueState.Ended);
        return Done.It;
    }

    private Problem? Wrong(OverdueState needed, DateTimeOffset now)
    {
        if (State != needed) return StayProblems.WrongStep;
        // a server clock that was set back must not date an act before the one it follows
        var last = DecidedAt ?? ProposedAt ?? AnnouncedAt ?? NotifiedAt ?? StartedAt;
        return now < last ? StayProblems.ClockBack : null;
    }
}
