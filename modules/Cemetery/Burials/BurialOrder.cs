using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;

namespace Anmin.Cemetery.Burials;

public enum DayHalf
{
    Morning,
    Afternoon,
}

public enum BurialState
{
    Arranged,

    /// <summary>The grave is open.</summary>
    Prepared,
    Done,
    Cancelled,
}

/// <summary>安葬预约: who is to be laid to rest where, on which half day. Its seat within the half day is unique, so that no more are arranged than the ground can do.</summary>
internal sealed class BurialOrder : JournalSubject, IOwnedByUnit
{
    private BurialOrder()
    {
    }

    public override string SubjectKind => "cemetery.burial";

    public string Division { get; private init; } = "";

    public string? Institution { get; private init; } = "";

    public string? OpenedBy { get; private init; }

    public string? Origin { get; private init; }

    public Guid RightId { get; private init; }

    public Guid PositionId { get; private init; }

    public PersonName PersonName { get; private init; } = null!;

    /// <summary>Label of the container, where a home of this city made it.</summary>
    public string? Ashes { get; private init; }

    public DateOnly On { get; private init; }

    public DayHalf Half { get; private init; }

    /// <summary>1, 2 … within the half day.</summary>
    public int Seat { get; private init; }

    public int People { get; private init; }

    public BurialState State { get; private set; }

    public Guid? IntermentId { get; private set; }

    public string? CancelReason { get; private set; }

    public bool IsOpen => State is BurialState.Arranged or BurialState.Prepared;

    public static BurialOrder Arrange(PlotRight right, PersonName person, string? ashes, DateOnly on, DayHalf half, int seat, int people, Actor by)
    {
        var order = new BurialOrder
        {
            Division = right.Division,
            Institution = right.Institution,
            OpenedBy = by.Id,
            Origin = by.Institution,
            RightId = right.Id,
            PositionId = right.PositionId,
            PersonName = person,
            Ashes = ashes,
            On = on,
            Half = half,
            Seat = seat,
            People = people,
        };
        order.Note("burial.arranged", new { right.Number, ashes, on, half, seat, people });
        return order;
    }

    /// <summary>Repeats are harmless: two work orders may both make it ready.</summary>
    public Outcome<Done> Prepare()
    {
        if (!IsOpen) return BurialProblems.OrderOver;
        if (State == BurialState.Prepared) return Done.It;
        State = BurialState.Prepared;
        Note("burial.prepared", new { On });
        return Done.It;
    }

    public Outcome<Done> Finish(Guid interment)
    {
        if (!IsOpen) return BurialProblems.OrderOver;
        (State, IntermentId) = (BurialState.Done, interment);
        Note("burial.done", new { interment });
        return Done.It;
    }

    public Outcome<Done> Cancel(string reason)
    {
        if (!IsOpen) return BurialProblems.OrderOver;
        (State, CancelReason) = (BurialState.Cancelled, reason);
        Note("burial.cancelled", new { reason });
        return Done.It;
    }
}
