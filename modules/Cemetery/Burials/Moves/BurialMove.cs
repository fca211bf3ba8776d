using Anmin.Kernel.Actors;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Burials.Moves;

internal enum MoveKind
{
    /// <summary>迁葬.</summary>
    Relocation,

    /// <summary>起掘.</summary>
    Exhumation,
}

public enum MoveState
{
    Asked,
    Approved,
    Refused,
    Done,
}

/// <summary>迁葬、起掘: asked by one person, agreed to by another, then done. At most one open per interment, by index.</summary>
internal sealed class BurialMove : JournalSubject, IOwnedByUnit
{
    private BurialMove()
    {
    }

    public override string SubjectKind => "cemetery.move";

    public string Division { get; private init; } = "";

    public string? Institution { get; private init; } = "";

    public string? OpenedBy { get; private init; }

    public string? Origin { get; private init; }

    public Guid IntermentId { get; private init; }

    public MoveKind Kind { get; private init; }

    /// <summary>The right of this city it moves to; null for elsewhere, for the family, and for an exhumation.</summary>
    public Guid? ToRightId { get; private init; }

    /// <summary>Where to, in words, when it leaves our grounds.</summary>
    public string? Elsewhere { get; private init; }

    public string Reason { get; private init; } = "";

    /// <summary>The right to the old place ends when nobody rests there any more.</summary>
    public bool EndsRight { get; private init; }

    public string AskedBy { get; private init; } = "";

    public DateTimeOffset AskedAt { get; private init; }

    public MoveState State { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? Decision { get; private set; }

    public DateOnly? DoneOn { get; private set; }

    public static BurialMove Ask(Interment interment, MoveKind kind, Guid? toRight, string? elsewhere, string reason, bool endsRight, Actor by, DateTimeOffset now)
    {
        var move = new BurialMove
        {
            Division = interment.Division,
            Institution = interment.Institution,
            OpenedBy = by.Id,
            Origin = by.Institution,
            IntermentId = interment.Id,
            Kind = kind,
            ToRightId = toRight,
            Elsewhere = elsewhere,
            Reason = reason,
            EndsRight = endsRight,
            AskedBy = by.Id,
            AskedAt = now,
        };
        move.Note("move.asked", new { interment = interment.Id, kind, toRight, elsewhere, endsRight });
        return move;
    }

    public Outcome<Done> Decide(bool approved, string? words, Actor by, DateTimeOffset now)
    {
        if (State != MoveState.Asked) return BurialProblems.MoveOver;
        if (by.Id == AskedBy) return BurialProblems.MoveSecond;
        (State, DecidedBy, DecidedAt, Decision) = (approved ? MoveState.Approved : MoveState.Refused, by.Id, now, words);
        Note("move.decided", new { approved });
        return Done.It;
    }

    public Outcome<Done> Finish(DateOnly on)
    {
        if (State == MoveState.Asked) return BurialProblems.MoveUndecided;
        if (State != MoveState.Approved) return BurialProblems.MoveOver;
        (State, DoneOn) = (MoveState.Done, on);
        Note("move.done", new { on });
        return Done.It;
    }
}
