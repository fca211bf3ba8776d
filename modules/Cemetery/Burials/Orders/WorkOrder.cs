using Anmin.Kernel.Actors;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Burials.Orders;

public enum WorkKind
{
    /// <summary>开穴.</summary>
    OpenGrave,

    /// <summary>刻碑.</summary>
    Engrave,

    /// <summary>落葬、封穴.</summary>
    Place,

    /// <summary>保洁.</summary>
    Clean,
}

public enum WorkState
{
    Waiting,
    Started,
    Done,
}

/// <summary>园务工单: one thing the grounds staff do at one position by one day.</summary>
internal sealed class WorkOrder : JournalSubject, IOwnedByUnit
{
    private WorkOrder()
    {
    }

    public override string SubjectKind => "cemetery.work-order";

    public string Division { get; private init; } = "";

    public string? Institution { get; private init; } = "";

    public string? OpenedBy { get; private init; }

    public string? Origin { get; private init; }

    public string Number { get; private init; } = "";

    public Guid PositionId { get; private init; }

    public Guid? BurialId { get; private init; }

    public WorkKind Kind { get; private init; }

    public DateOnly DueOn { get; private init; }

    public string? Words { get; private init; }

    public WorkState State { get; private set; }

    public string? Worker { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public string? Remark { get; private set; }

    public static WorkOrder Of(string number, Grounds.Position position, Guid? burial, WorkKind kind, DateOnly due, string? words, Actor by)
    {
        var order = new WorkOrder
        {
            Division = position.Division,
            Institution = position.Institution,
            OpenedBy = by.Id,
            Origin = by.Institution,
            Number = number,
            PositionId = position.Id,
            BurialId = burial,
            Kind = kind,
            DueOn = due,
            Words = words,
        };
        order.Note("work.ordered", new { number, position.Code, kind, due });
        return order;
    }

    public Outcome<Done> Start(Actor by, DateTimeOffset now)
    {
        if (State == WorkState.Done) return BurialProblems.WorkOver;
        if (State == WorkState.Started) return BurialProblems.WorkStarted;
        (State, Worker, StartedAt) = (WorkState.Started, by.Id, now);
        Note("work.started", new { Number });
        return Done.It;
    }

    public Outcome<Done> Finish(string? remark, DateTimeOffset now)
    {
        if (State == WorkState.Done) return BurialProblems.WorkOver;
        if (State == WorkState.Waiting) return BurialProblems.WorkUnstarted;
        (State, DoneAt, Remark) = (WorkState.Done, now, remark);
        Note("work.done", new { Number });
        return Done.It;
    }
}
