using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;

namespace Anmin.Complaints.Filing;

internal sealed partial class Complaint
{
    /// <summary>Who took the last step for the bureau, and for which institution they work.</summary>
    public string? Handler { get; private set; }

    public string? HandlerInstitution { get; private set; }

    /// <summary>By then it is answered; set on acceptance.</summary>
    public DateTimeOffset? DecideDue { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public DateTimeOffset? RefusedAt { get; private set; }

    /// <summary>Code of the list 不予受理的原因.</summary>
    public string? RefusalReason { get; private set; }

    /// <summary>Whom to ask instead, as the complainant reads it.</summary>
    public string? RefusalWords { get; private set; }

    public string? ExtensionReason { get; private set; }

    public ComplaintFinding? Finding { get; private set; }

    /// <summary>The answer in plain words; sealed.</summary>
    public string? Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public string? AnsweredBy { get; private set; }

    public string? AnsweredInstitution { get; private set; }

    public string? AnsweredDivision { get; private set; }

    /// <summary>Until then the complainant may ask for 复查.</summary>
    public DateTimeOffset? ReviewUntil { get; private set; }

    public DateOnly? RectifyDue { get; private set; }

    /// <summary>回头看.</summary>
    public DateOnly? RevisitOn { get; private set; }

    public DateTimeOffset? RevisitedAt { get; private set; }

    public bool? Rectified { get; private set; }

    public string? RevisitWords { get; private set; }

    public Outcome<Done> Accept(DateTimeOffset decideDue, Actor by, DateTimeOffset now)
    {
        if (Mine(by) is { } refused) return refused;
        if (State != ComplaintState.Received) return ComplaintsProblems.AlreadyDecided;
        (State, AcceptedAt, DecideDue) = (ComplaintState.Accepted, now, decideDue);
        Handle(by, "complaint.accepted", new { decideDue });
        return Done.It;
    }

    public Outcome<Done> Refuse(string reason, string words, Actor by, DateTimeOffset now)
    {
        if (Mine(by) is { } refused) return refused;
        if (State != ComplaintState.Received) return ComplaintsProblems.AlreadyDecided;
        (State, RefusedAt, RefusalReason, RefusalWords) = (ComplaintState.Refused, now, reason, words);
        Handle(by, "complaint.refused", new { reason });
        return Done.It;
    }

    /// <summary>转办. The clock of the person goes on: it does not matter to them who has it. The level above may also fetch it.</summary>
    public Outcome<Done> PassOn(string division, Actor by)
    {
        if (Outsider(by) is { } refused) return refused;
        if (!Division.StartsWith(by.Division, StringComparison.Ordinal)) return ComplaintsProblems.NotYourBureau;
        if (State is not (ComplaintState.Received or ComplaintState.Accepted)) return ComplaintsProblems.NotAccepted;
        if (Division == division) return ComplaintsProblems.SamePlace;
        var from = Division;
        Division = division;
        Handle(by, "complaint.passed-on", new { from, to = division });
        return Done.It;
    }

    public Outcome<Done> Extend(string reason, DateTimeOffset due, Actor by)
    {
        if (Mine(by) is { } refused) return refused;
        if (State != ComplaintState.Accepted) return ComplaintsProblems.NotAccepted;
        if (ExtensionReason is not null) return ComplaintsProblems.ExtendedOnce;
        (ExtensionReason, DecideDue) = (reason, due);
        Handle(by, "complaint.extended", new { due });
        return Done.It;
    }

    /// <summary>May the bureau ask an institution about it now.</summary>
    public Outcome<Done> Ask(Guid statement, string institution, Actor by)
    {
        if (Mine(by) is { } refused) return refused;
        if (State != ComplaintState.Accepted) return ComplaintsProblems.NotAccepted;
        Handle(by, "complaint.statement-asked", new { statement, institution });
        return Done.It;
    }

    /// <param name="order">责令改正: by when, and when somebody looks again; null where nothing is ordered.</param>
    public Outcome<Done> Reply(ComplaintFinding finding, string answer, DateTimeOffset reviewUntil, (DateOnly Due, DateOnly Revisit)? order, Actor by, DateTimeOffset now, DateOnly today)
    {
        if (Mine(by) is { } refused) return refused;
        if (State != ComplaintState.Accepted) return ComplaintsProblems.NotAccepted;
        if (order is { } ordered)
        {
            if (finding == ComplaintFinding.Unfounded) return ComplaintsProblems.OrderUnfounded;
            if (About is null) return ComplaintsProblems.OrderNobody;
            if (ordered.Due <= today || ordered.Revisit < ordered.Due) return ComplaintsProblems.OrderDays;
            (RectifyDue, RevisitOn) = ordered;
        }
        (State, Finding, Answer, AnsweredAt, AnsweredBy, AnsweredInstitution, AnsweredDivision, ReviewUntil) = (ComplaintState.Answered, finding, answer, now, by.Id, by.Institution, Division, reviewUntil);
        Handle(by, "complaint.answered", new { finding = finding.ToString(), reviewUntil, RectifyDue, RevisitOn });
        return Done.It;
    }

    public Outcome<Done> Revisit(bool rectified, string words, Actor by, DateTimeOffset now)
    {
        if (Outsider(by) is { } refused) return refused;
        if (!Division.StartsWith(by.Division, StringComparison.Ordinal)) return ComplaintsProblems.NotYourBureau;
        if (RevisitOn is null || RevisitedAt is not null) return ComplaintsProblems.NothingToRevisit;
        (RevisitedAt, Rectified, RevisitWords) = (now, rectified, words);
        Handle(by, "complaint.revisited", new { rectified });
        return Done.It;
    }

    private void Handle(Actor by, string kind, object data)
    {
        (Handler, HandlerInstitution) = (by.Id, by.Institution);
        Note(kind, data);
    }

    private Problem? Mine(Actor by) => Outsider(by) ?? (by.Division == Division ? null : ComplaintsProblems.NotYourBureau);

    /// <summary>Nobody acts in their own matter; somebody of no institution at all is no bureau either.</summary>
    private Problem? Outsider(Actor by) => by.Institution is null || by.Institution == About ? ComplaintsProblems.OwnInstitution : null;
}
