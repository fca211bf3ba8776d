using Anmin.Kernel.Actors;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;

namespace Anmin.Hotline.CallBacks;

/// <summary>Why somebody is called: they rang in vain, they were promised an answer, or we ask how it went.</summary>
internal enum CallBackReason { Missed, Promised, FollowUp }

internal enum CallBackState { Open, Done, GivenUp }

/// <summary>回拨、回访: whom to call, by when, why, and how often it was tried.</summary>
internal sealed class CallBack : JournalSubject, IOwnedByUnit
{
    public override string SubjectKind => "hotline.call-back";

    public string Division { get; private set; } = "";

    public string? Institution { get; private set; }

    public string? OpenedBy { get; private set; }

    public string? Origin { get; private set; }

    public PhoneNumber? Phone { get; private set; }

    public PersonName? Whom { get; private set; }

    public CallBackReason Reason { get; private set; }

    public string Why { get; private set; } = "";

    public Guid? CallId { get; private set; }

    public Guid? CaseId { get; private set; }

    public CallBackState State { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset? TriedAt { get; private set; }

    /// <summary>Who tried last.</summary>
    public string? TriedBy { get; private set; }

    public string Result { get; private set; } = "";

    public static CallBack Plan(PhoneNumber phone, PersonName? whom, CallBackReason reason, string why, Guid? call, Guid? caseId, DateTimeOffset due, (string Division, string? Institution) of, Actor by, DateTimeOffset now)
    {
        var back = new CallBack
        {
            Phone = phone,
            Whom = whom,
            Reason = reason,
            Why = why,
            CallId = call,
            CaseId = caseId,
            DueAt = due,
            CreatedAt = now,
            Division = of.Division,
            Institution = of.Institution,
            OpenedBy = by.Id,
            Origin = by.Institution,
        };
        back.Note("call-back.planned", new { reason = reason.ToString(), call, caseId, due });
        return back;
    }

    /// <summary>Somebody tried. Reached: it is done. Not reached: later again, until as many tries as the rule asks for.</summary>
    public Outcome<Done> Try(bool reached, string result, int most, DateTimeOffset again, Actor by, DateTimeOffset now)
    {
        if (State != CallBackState.Open) return HotlineProblems.CallBackDone;
        (Attempts, TriedAt, TriedBy, Result) = (Attempts + 1, now, by.Id, result);
        State = reached ? CallBackState.Done : Attempts >= most ? CallBackState.GivenUp : CallBackState.Open;
        if (State == CallBackState.Open) DueAt = again;
        Note("call-back.tried", new { reached, attempt = Attempts, state = State.ToString(), by = by.Id });
        return Done.It;
    }
}
