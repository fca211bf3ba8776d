using Anmin.Funeral.Cremations;
using Anmin.Funeral.Stays;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Cases;

/// <summary>How long the body may stay, and what happens when nobody comes; preparation and ceremonies leave their facts here too.</summary>
internal sealed partial class DeathCase
{
    /// <summary>The later deadline the 经办人 signed for; null while the rule's own runs.</summary>
    public DateTimeOffset? ExtendedUntil { get; private set; }

    /// <summary>The body is here and nothing final has begun.</summary>
    public Problem? NotStaying() => Blocked(holdsMatter: false) is { } over ? over : Remains!.InHome ? null : StayProblems.NotStaying;

    public Outcome<StayExtension> Extend(string number, int seq, string reason, DateTimeOffset due, DateTimeOffset until, Guid signedBy, Actor by, DateTimeOffset now)
    {
        if (NotStaying() is { } gone) return gone;
        if (!Handlers.Exists(h => h.Id == signedBy)) return StayProblems.HandlerUnknown;
        if (until <= due || until <= now) return StayProblems.UntilTooEarly;
        ExtendedUntil = until;
        Note("stay.extended", new { number, seq, until, signedBy, Reason = Commit(reason) });
        return new StayExtension { CaseId = Id, Number = number, Seq = seq, Reason = reason, DueBefore = due, Until = until, SignedBy = signedBy, RecordedBy = by.Id, At = now };
    }

    /// <summary>A step of an overdue stay, of a preparation or of a ceremony, told to this case's journal.</summary>
    /// <param name="evenWhenOver">What was begun may be ended after the case is closed: a hall must not stay taken.</param>
    public Outcome<Done> NoteWork(string kind, object data, bool evenWhenOver = false)
    {
        if (evenWhenOver ? VoidedAt is not null : !IsOpen) return FuneralProblems.CaseEnded;
        Note(kind, data);
        return Done.It;
    }

    /// <summary>
    /// Nobody came: the chief signs in the family's place, on the bureau's written opinion. It stands for the signature of the 经办人 only;
    /// evidence, holds, the wait and the two scans are demanded as ever (invariant I2).
    /// </summary>
    public Outcome<FuneralContract> ConfirmByOpinion(OverdueStay opinion, DateTimeOffset earliest, Actor by, DateTimeOffset now)
    {
        if (Blocked(holdsMatter: true) is { } blocked) return blocked;
        if (Contract is not null) return StayProblems.ConfirmedAlready;
        if (!Remains!.InHome) return FuneralProblems.NotReceived;
        if (!HasValidEvidence) return FuneralProblems.EvidenceMissing;
        if (opinion.CaseId != Id) return StayProblems.OpinionForeign;
        if (opinion.State != OverdueState.Signed) return StayProblems.NotSignedYet;
        Contract = new FuneralContract
        {
            CaseId = Id,
            Disposition = Disposition.Cremation,
            SignedBy = opinion.Id,
            OpinionId = opinion.Id,
            SignedAt = now,
            RecordedBy = by.Id,
            EarliestAt = earliest,
        };
        Note("disposition.by-opinion", new { Contract.Id, Opinion = opinion.OpinionNumber, opinion.PoliceRecord, opinion.DecidedBy, SignedBy = by.Id, earliest });
        Derive();
        return Contract;
    }
}
