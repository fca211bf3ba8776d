using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Deposits;

internal enum ClaimState
{
    Notified,
    Announced,
    Proposed,
    Disposed,

    /// <summary>Collected or renewed after all.</summary>
    Closed,
}

/// <summary>
/// 无人认领骨灰: from the notice to whoever left them to what the county allows. The clock runs from the notice and the announcement from its day,
/// both by the rules of that day; who proposes never decides. One open per right, by index.
/// </summary>
internal sealed class DepositClaim : JournalSubject, IOwnedByUnit
{
    private DepositClaim()
    {
    }

    public override string SubjectKind => "cemetery.claim";

    public string Division { get; private init; } = "";

    public string? Institution { get; private init; } = "";

    public string? OpenedBy { get; private init; }

    public string? Origin { get; private init; }

    public Guid RightId { get; private init; }

    /// <summary>Of the letter.</summary>
    public string Letter { get; private init; } = "";

    public DateTimeOffset NotifiedAt { get; private init; }

    /// <summary>From then on they count as unclaimed.</summary>
    public DateTimeOffset UnclaimedAt { get; private init; }

    public ClaimState State { get; private set; }

    /// <summary>公告编号.</summary>
    public string? Announcement { get; private set; }

    public DateTimeOffset? AnnouncedAt { get; private set; }

    public DateTimeOffset? AnnouncedUntil { get; private set; }

    public string? Proposal { get; private set; }

    public string? ProposedBy { get; private set; }

    public DateTimeOffset? ProposedAt { get; private set; }

    public string? ApprovedBy { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Code of the position they were laid to rest in.</summary>
    public string? Place { get; private set; }

    /// <summary>The printed letter went out; null while it waits to be printed.</summary>
    public DateTimeOffset? LetterSentAt { get; private set; }

    /// <summary>The printed announcement was put up; null while it waits.</summary>
    public DateTimeOffset? AnnouncementPostedAt { get; private set; }

    public bool IsOpen => State is ClaimState.Notified or ClaimState.Announced or ClaimState.Proposed;

    public static DepositClaim Notify(PlotRight right, string letter, DateTimeOffset unclaimedAt, Actor by, DateTimeOffset now)
    {
        var claim = new DepositClaim
        {
            Division = right.Division,
            Institution = right.Institution,
            OpenedBy = by.Id,
            Origin = by.Institution,
            RightId = right.Id,
            Letter = letter,
            NotifiedAt = now,
            UnclaimedAt = unclaimedAt,
        };
        claim.Note("claim.notified", new { right.Number, letter, unclaimedAt });
        return claim;
    }

    public Outcome<Done> Announce(string number, DateTimeOffset until, DateTimeOffset now)
    {
        if (!IsOpen) return DepositProblems.ClaimOver;
        if (State != ClaimState.Notified) return DepositProblems.AlreadyAnnounced;
        if (now < UnclaimedAt) return DepositProblems.ClockRunning;
        (State, Announcement, AnnouncedAt, AnnouncedUntil) = (ClaimState.Announced, number, now, until);
        Note("claim.announced", new { number, until });
        return Done.It;
    }

    public Outcome<Done> Propose(string words, Actor by, DateTimeOffset now)
    {
        if (!IsOpen) return DepositProblems.ClaimOver;
        if (State == ClaimState.Proposed) return DepositProblems.AlreadyProposed;
        if (State != ClaimState.Announced || now < AnnouncedUntil) return DepositProblems.NotAnnounced;
        (State, Proposal, ProposedBy, ProposedAt) = (ClaimState.Proposed, words, by.Id, now);
        Note("claim.proposed", new { Announcement });
        return Done.It;
    }

    public Outcome<Done> Approve(string place, Actor by, DateTimeOffset now)
    {
        if (!IsOpen) return DepositProblems.ClaimOver;
        if (State != ClaimState.Proposed) return DepositProblems.NotProposed;
        if (by.Id == ProposedBy) return DepositProblems.SecondPerson;
        (State, ApprovedBy, ApprovedAt, Place) = (ClaimState.Disposed, by.Id, now, place);
        Note("claim.approved", new { place });
        return Done.It;
    }

    /// <summary>送达、张贴 of a printed paper. Said twice it is said once.</summary>
    public Outcome<Done> Deliver(string number, DateTimeOffset now)
    {
        if (number == Letter) LetterSentAt ??= now;
        else if (number == Announcement) AnnouncementPostedAt ??= now;
        else return DepositProblems.NoPaper;
        Note("claim.delivered", new { number });
        return Done.It;
    }

    /// <summary>Somebody came after all.</summary>
    public Outcome<Done> Close(string why)
    {
        if (!IsOpen) return DepositProblems.ClaimOver;
        State = ClaimState.Closed;
        Note("claim.closed", new { why });
        return Done.It;
    }
}
