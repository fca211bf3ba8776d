using Anmin.Kernel.Actors;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;

namespace Anmin.Hotline.Calls;

internal enum CallKind { Death, Progress, Advice, Complaint, Other }

/// <summary>Ringing → Answered → Ended, or Ringing → Missed.</summary>
internal enum CallState { Ringing, Answered, Ended, Missed }

internal enum CallOutcome { Solved, CaseOpened, CallBack, PassedOn, Broken }

/// <summary>来电: one call to the hotline, from ringing to its end. What was done in it stays as it was.</summary>
internal sealed class Call : JournalSubject, IOwnedByUnit
{
    public override string SubjectKind => "hotline.call";

    public string Number { get; private set; } = "";

    public string Division { get; private set; } = "";

    public string? Institution { get; private set; }

    public string? OpenedBy { get; private set; }

    public string? Origin { get; private set; }

    /// <summary>Null where the exchange withholds it.</summary>
    public PhoneNumber? Caller { get; private set; }

    /// <summary>The telephone system's own id of the call; null for one an agent typed.</summary>
    public string? ExchangeId { get; private set; }

    public CallState State { get; private set; }

    public CallKind? Kind { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Staff id of who took it.</summary>
    public string? Agent { get; private set; }

    public Guid? CaseId { get; private set; }

    /// <summary>True where the case was opened in this call; false where the call was about one there already.</summary>
    public bool OpenedCase { get; private set; }

    public string Summary { get; private set; } = "";

    public CallOutcome? Outcome { get; private set; }

    /// <summary>Codes of the script's steps that were asked, in order of the script.</summary>
    public string Steps { get; private set; } = "";

    public TimeSpan? Waited => AnsweredAt - StartedAt;

    public TimeSpan? Talked => EndedAt - AnsweredAt;

    public static Call Ring(string number, PhoneNumber? caller, string? exchangeId, Actor by, DateTimeOffset now)
    {
        var call = new Call { Number = number, Caller = caller, ExchangeId = exchangeId, State = CallState.Ringing, StartedAt = now, Division = by.Division, Institution = by.Institution, OpenedBy = by.Id, Origin = by.Institution };
        call.Note("call.rang", new { number, exchange = exchangeId is not null });
        return call;
    }

    public Outcome<Done> Answer(Actor by, DateTimeOffset now)
    {
        if (State == CallState.Answered && Agent == by.Id) return Done.It;
        if (State == CallState.Answered) return HotlineProblems.TakenByOther;
        if (State != CallState.Ringing) return HotlineProblems.CallOver;
        (State, Agent, AnsweredAt) = (CallState.Answered, by.Id, now);
        Note("call.answered", new { agent = by.Id });
        return Done.It;
    }

    /// <summary>A caller who was not put through on the telephone gives the number while speaking.</summary>
    public void Name(PhoneNumber caller) => Caller ??= caller;

    public Outcome<Done> OpenCase(Guid caseId, IReadOnlyList<string> steps, Actor by)
    {
        if (Mine(by) is { } blocked) return blocked;
        if (OpenedCase) return HotlineProblems.HasCase;
        (CaseId, OpenedCase, Kind, Steps) = (caseId, true, CallKind.Death, string.Join(' ', steps));
        Note("call.case-opened", new { caseId, steps });
        return Done.It;
    }

    public Outcome<Done> End(CallKind kind, string summary, CallOutcome outcome, Guid? caseId, IReadOnlyList<string> steps, Actor by, DateTimeOffset now)
    {
        if (Mine(by) is { } blocked) return blocked;
        (State, EndedAt, Summary, Outcome) = (CallState.Ended, now, summary, OpenedCase ? CallOutcome.CaseOpened : outcome);
        Kind = OpenedCase ? CallKind.Death : kind;
        if (!OpenedCase) (CaseId, Steps) = (caseId, string.Join(' ', steps));
        Note("call.ended", new { kind = Kind.ToString(), outcome = Outcome.ToString(), caseId = CaseId, steps });
        return Done.It;
    }

    public Outcome<Done> Miss(DateTimeOffset now)
    {
        if (State != CallState.Ringing) return HotlineProblems.CallOver;
        (State, EndedAt) = (CallState.Missed, now);
        Note("call.missed", new { });
        return Done.It;
    }

    private Problem? Mine(Actor by) => State != CallState.Answered ? HotlineProblems.CallOver : Agent != by.Id ? HotlineProblems.NotYours : null;
}
