using Anmin.Kernel.Actors;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Compliance;

/// <summary>Raised by the computation → Confirmed, Dismissed or Transferred (移送) by two people.</summary>
public enum FindingState
{
    Raised,
    Confirmed,
    Dismissed,
    Transferred,
}

/// <summary>What the computation found, with what the law allows beside it. Holds no name and no number of a person.</summary>
/// <param name="Place">乙区6排10号.</param>
/// <param name="Over">By how much, in words; empty where there is no measure.</param>
/// <param name="Day">The day whose rules were applied.</param>
internal sealed record Evidence(string Rule, Guid PositionId, Guid? RightId, string Place, string Allowed, string Found, string Over, string Source, DateOnly Day);

/// <summary>
/// 合规线索: one rule broken at one position. Written by the computation only; people judge it, two of them. Cleared by the next computation once the facts are gone,
/// and raised anew as another finding should they come back.
/// </summary>
internal sealed class Finding : JournalSubject, IOwnedByUnit
{
    private Finding()
    {
    }

    public override string SubjectKind => "cemetery.finding";

    public string Division { get; private init; } = "";

    public string? Institution { get; private init; } = "";

    public string? OpenedBy { get; private init; }

    public string? Origin { get; private init; }

    public string Rule { get; private init; } = "";

    public Guid PositionId { get; private init; }

    public Guid? RightId { get; private set; }

    public string Place { get; private set; } = "";

    public string Allowed { get; private set; } = "";

    public string Found { get; private set; } = "";

    public string Over { get; private set; } = "";

    public string Source { get; private set; } = "";

    public DateOnly Day { get; private set; }

    public DateTimeOffset FirstSeen { get; private init; }

    public DateTimeOffset LastSeen { get; private set; }

    /// <summary>The computation that saw it last.</summary>
    public Guid SeenIn { get; private set; }

    public DateOnly? ClearedOn { get; private set; }

    public FindingState State { get; private set; }

    /// <summary>核实意见 of the first person; takes effect once a second one agrees.</summary>
    public FindingState? Proposed { get; private set; }

    public string? ProposedBy { get; private set; }

    public DateTimeOffset? ProposedAt { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>To whom it was passed on; of a transfer only.</summary>
    public string? PassedTo { get; private set; }

    public string? SecondedBy { get; private set; }

    public DateTimeOffset? SecondedAt { get; private set; }

    public static Finding Raise(Evidence evidence, string institution, string division, Guid run, DateTimeOffset now)
    {
        var finding = new Finding { Institution = institution, Division = division, Rule = evidence.Rule, PositionId = evidence.PositionId, FirstSeen = now };
        finding.Take(evidence, run, now);
        finding.Note("finding.raised", new { evidence.Rule, evidence.PositionId, evidence.RightId, evidence.Allowed, evidence.Found, evidence.Source });
        return finding;
    }

    /// <summary>The facts are others than when it was last seen: measured anew, signed anew.</summary>
    public void Refresh(Evidence evidence, Guid run, DateTimeOffset now)
    {
        Take(evidence, run, now);
        Note("finding.changed", new { evidence.RightId, evidence.Allowed, evidence.Found, evidence.Source });
    }

    private void Take(Evidence evidence, Guid run, DateTimeOffset now)
        => (RightId, Place, Allowed, Found, Over, Source, Day, SeenIn, LastSeen) = (evidence.RightId, evidence.Place, evidence.Allowed, evidence.Found, evidence.Over, evidence.Source, evidence.Day, run, now);

    public void Clear(DateOnly on)
    {
        ClearedOn = on;
        Note("finding.cleared", new { on });
    }

    public Outcome<Done> Propose(FindingState state, string reason, string? passedTo, Actor by, DateTimeOffset now)
    {
        if (State != FindingState.Raised) return ComplianceProblems.Judged;
        if (Proposed is not null) return ComplianceProblems.Proposed;
        if (state == FindingState.Raised) return ComplianceProblems.NoDecision;
        if (state == FindingState.Transferred && string.IsNullOrEmpty(passedTo)) return ComplianceProblems.ToWhom;
        (Proposed, ProposedBy, ProposedAt, Reason, PassedTo) = (state, by.Id, now, reason, state == FindingState.Transferred ? passedTo : null);
        Note("finding.proposed", new { state, reason, PassedTo });
        return Done.It;
    }

    /// <summary>The second person agrees, or hands it back.</summary>
    public Outcome<Done> Second(bool agreed, Actor by, DateTimeOffset now)
    {
        if (State != FindingState.Raised) return ComplianceProblems.Judged;
        if (Proposed is not { } state) return ComplianceProblems.NotProposed;
        if (ProposedBy == by.Id) return ComplianceProblems.SamePerson;
        if (agreed) (State, SecondedBy, SecondedAt) = (state, by.Id, now);
        else (ProposedBy, ProposedAt, PassedTo) = (null, null, null);
        Proposed = null;
        Note("finding.seconded", new { state, agreed });
        return Done.It;
    }
}
